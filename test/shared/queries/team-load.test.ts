import { describe, expect, it } from 'vitest'
import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import type { Organisation } from '../../../shared/domain/organisation.ts'
import { aCaseGroup, aLock, aRequest, number } from '../../make/a-case-group.ts'
import { aSpecialistRequest } from '../../make/a-request-command.ts'
import { anOrganisation, staff, team } from '../../make/an-organisation.ts'
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

describe('ORPH-1 the open requests of whoever moved', () => {
  const moved = (who: string, from: string, to: string) => ({
    ...usual,
    staff: usual.staff.map(member =>
      member.number === who
        ? { ...member, team: team(to), movedOn: '2026-11-10', previousTeam: team(from) }
        : member,
    ),
  })
  const requestsOf = (actor: string, groups: readonly CaseGroup[], organisation: Organisation) =>
    readingsFor(actor, groups, organisation)
      .loads.filter(({ openRequests }) => openRequests > 0)
      .map(({ staff, team, standing, openRequests }) => [staff.number, team, standing, openRequests])
  const left = { createdOn: '2026-11-10', dueOn: '2026-11-01' }

  it('are what he left behind, and no work of his in his new team', () => {
    const group = aCaseGroup({ serviceRequests: [aRequest('1', left)] })
    const organisation = moved('N1-1', 'N1', 'N2')
    expect(requestsOf('N1-lead', [group], organisation)).toEqual([['N1-1', 'N1', 'left', 1]])
    expect(requestsOf('N2-lead', [group], organisation)).toEqual([])
    expect(requestsOf('N1-mgr', [group], organisation)).toEqual([['N1-1', 'N1', 'left', 1]])
  })

  it('ORPH-2: those of a specialist count with the specialist team he left', () => {
    const group = aCaseGroup({ serviceRequests: [aSpecialistRequest('DNA-1', left)] })
    const organisation = moved('DNA-1', 'DNA', 'N2')
    expect(requestsOf('DNA-lead', [group], organisation)).toEqual([['DNA-1', 'DNA', 'left', 1]])
    expect(requestsOf('N2-lead', [group], organisation)).toEqual([])
  })

  it('are as many as in the list of requests, with whoever works here', () => {
    const given = aRequest('2', { createdOn: '2026-11-11', holder: staff('N1-1') })
    const group = aCaseGroup({ serviceRequests: [aRequest('1', left), given] })
    const readings = readingsFor('N2-lead', [group], moved('N1-1', 'N1', 'N2'))
    expect(readings.requests.map(({ request }) => request?.number)).toEqual(['2'])
    expect(requestsOf('N2-lead', [group], moved('N1-1', 'N1', 'N2'))).toEqual([
      ['N1-1', 'N2', 'works-here', 1],
    ])
  })

  it('of a closed case group are nobody’s', () => {
    const closed = aCaseGroup({ status: 'Closed', serviceRequests: [aRequest('1', left)] })
    expect(requestsOf('N1-lead', [closed], usual)).toEqual([])
  })
})
