import { describe, expect, it } from 'vitest'
import { aCaseGroup, aLock, aRequest, number } from '../../make/a-case-group.ts'
import { anOrganisation, team } from '../../make/an-organisation.ts'
import { readingsFor } from '../../make/readings.ts'

const usual = anOrganisation()
const loadsSeenBy = (actor: string, groups = [aCaseGroup()], organisation = usual) =>
  readingsFor(actor, groups, organisation).loads

describe('TEAM-1 what each caseworker has in hand', () => {
  it('counts groups, open requests, what is due, what is locked and what is to be returned', () => {
    const groups = [
      aCaseGroup({ id: number('1'), lock: aLock() }),
      aCaseGroup({
        id: number('2'),
        serviceRequests: [aRequest('1-1', { dueOn: '2026-11-01' }), aRequest('1-2', { dueOn: '2026-11-25' })],
      }),
    ]
    const [first] = loadsSeenBy('N1-lead', groups)
    expect(first).toMatchObject({
      groups: 2,
      openRequests: 2,
      overdue: 1,
      dueThisWeek: 1,
      locked: 1,
      returnsDue: 1,
      orphaned: 0,
    })
  })

  it('names everybody of the team, with nothing in hand too, and nobody of another', () => {
    expect(loadsSeenBy('N1-lead').map(load => load.staff.number)).toEqual(['N1-1', 'N1-2'])
    expect(loadsSeenBy('N1-mgr').map(load => load.staff.number)).toEqual(['N1-1', 'N1-2', 'N2-1', 'N2-2'])
  })

  it('shows who left with what he left behind, and calls that orphaned', () => {
    const staffAfter = usual.staff.map(member =>
      member.number === 'N1-1'
        ? { ...member, team: team('E1'), movedOn: '2026-11-01', previousTeam: team('N1') }
        : member,
    )
    const loads = loadsSeenBy('N1-lead', [aCaseGroup()], { ...usual, staff: staffAfter })
    expect(loads.map(load => [load.staff.number, load.standing, load.orphaned])).toEqual([
      ['N1-2', 'works-here', 0],
      ['N1-1', 'left', 1],
    ])
  })
})
