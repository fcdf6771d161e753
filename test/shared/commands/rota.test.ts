import { describe, expect, it } from 'vitest'
import type { CommandName } from '../../../shared/commands/commands.ts'
import type { Organisation } from '../../../shared/domain/organisation.ts'
import type { Rota } from '../../../shared/domain/rota.ts'
import { anEnvelope, decide } from '../../make/a-command.ts'
import { aDeputyship, anAbsence, aRota } from '../../make/a-rota.ts'
import { aMember, anOrganisation, team } from '../../make/an-organisation.ts'

// All of it is asked on 21 November 2026.
const rotaAfter =
  (name: CommandName) =>
  (
    actor: string,
    args: object,
    { rotas = [], saw = {}, reason = null, organisation = anOrganisation() }: Circumstances = {},
  ): Rota | string => {
    const decision = decide(anEnvelope(name, args, saw, reason), actor, undefined, organisation, rotas)
    if (!decision.ok) return `${decision.refusal.kind}: ${decision.refusal.reason}`
    return decision.puts[0] as Rota
  }

interface Circumstances {
  readonly rotas?: readonly Rota[]
  readonly saw?: object
  readonly reason?: string | null
  readonly organisation?: Organisation
}

const organisationWith = (...members: Parameters<typeof aMember>[]) => {
  const made = anOrganisation()
  return { ...made, staff: [...made.staff, ...members.map(each => aMember(...each))] }
}

describe('TEAM-2 marking somebody absent', () => {
  const mark = rotaAfter('mark-absent')
  const away = { team: 'N1', staff: 'N1-1', from: '2026-12-01', to: '2026-12-04', replaces: null }
  const sawNone = { saw: { until: null } }
  const kept = aRota('N1', { absences: [anAbsence('N1-1', '2026-12-01', '2026-12-04')] })

  it.each([
    ['the leader of his team', 'N1-lead'],
    ['the segment manager', 'N1-mgr'],
  ])('is for %s', (_, actor) => {
    expect(mark(actor, away, sawNone)).toEqual(kept)
  })

  it('is for the deputy of his leader, within the dates', () => {
    const rota = (from: string, to: string) =>
      aRota('N1', { deputyships: [aDeputyship('N1-lead', 'N2-lead', from, to)] })
    const asked = (from: string, to: string) => mark('N2-lead', away, { ...sawNone, rotas: [rota(from, to)] })
    expect(asked('2026-11-21', '2026-11-21')).toMatchObject({ absences: kept.absences })
    for (const [from, to] of [
      ['2026-11-22', '2026-11-30'],
      ['2026-11-10', '2026-11-20'],
    ] as const)
      expect(asked(from, to)).toContain('not-allowed')
  })

  it.each(['N2-lead', 'N1-1', 'S1-mgr', 'it'])('is not for %s', actor => {
    expect(mark(actor, away, sawNone)).toBe(
      'not-allowed: Only the leader of the team, his deputy and the segment manager can mark its people absent.',
    )
  })

  it('takes no reason, medical or other', () => {
    expect(mark('N1-lead', away, { ...sawNone, reason: 'Influenza' })).toBe(
      'not-possible: Leave the reason out: why somebody is away is not kept here.',
    )
  })

  it.each([
    ['reversed', '2026-12-04', '2026-12-01', 'is before the first'],
    ['over', '2026-11-10', '2026-11-20', 'are over'],
    ['longer than a year', '2026-12-01', '2027-12-02', 'longer than a year'],
    ['years ahead', '2062-12-01', '2062-12-04', 'check the year'],
    ['begun years ago', '2024-12-01', '2026-12-04', 'check'],
  ])('is refused with dates that are %s', (_, from, to, words) => {
    expect(mark('N1-lead', { ...away, from, to }, sawNone)).toContain(words)
  })

  it('is refused on dates that do not exist', () => {
    expect(mark('N1-lead', { ...away, to: '2026-02-30' }, sawNone)).toContain('not-understood')
  })

  it('may be of today, and may have begun before', () => {
    for (const from of ['2026-11-16', '2026-11-21'])
      expect(mark('N1-lead', { ...away, from, to: '2026-11-21' }, sawNone)).toMatchObject({
        absences: [{ from, to: '2026-11-21' }],
      })
  })

  it('is refused where he is marked absent already on one of the days, saying which', () => {
    const again = { ...away, from: '2026-12-04', to: '2026-12-09' }
    expect(mark('N1-lead', again, { ...sawNone, rotas: [kept] })).toBe(
      'changed: Person N1-1 is marked absent from 1 December 2026 to 4 December 2026 already; change those dates instead.',
    )
    expect(mark('N1-lead', { ...again, from: '2026-12-05' }, { ...sawNone, rotas: [kept] })).toMatchObject({
      absences: [{ from: '2026-12-01' }, { from: '2026-12-05' }],
    })
  })

  it('changes the dates of one, as they were seen', () => {
    const longer = { ...away, to: '2026-12-11', replaces: '2026-12-01' }
    const rotas = [kept]
    expect(mark('N1-lead', longer, { rotas, saw: { until: '2026-12-04' } })).toMatchObject({
      absences: [{ staff: 'N1-1', from: '2026-12-01', to: '2026-12-11' }],
    })
    expect(mark('N1-lead', longer, { rotas, saw: { until: '2026-12-03' } })).toContain('changed: ')
    expect(mark('N1-lead', longer, { saw: { until: '2026-12-04' } })).toContain('changed: ')
  })

  it('is of people who work in the team', () => {
    const organisation = organisationWith(['N1-gone', 'N1', { access: 'removed' }])
    for (const staff of ['N1-gone', 'N2-1', 'nobody'])
      expect(mark('N1-lead', { ...away, staff }, { ...sawNone, organisation })).toBe(
        'not-possible: That person does not work in the team any more.',
      )
    expect(mark('N1-lead', { ...away, staff: 'N1-lead' }, sawNone)).toMatchObject({
      absences: [{ staff: 'N1-lead' }],
    })
  })

  it('lets go of what is over', () => {
    const old = aRota('N1', { absences: [anAbsence('N1-2', '2026-11-02', '2026-11-20')] })
    expect(mark('N1-lead', away, { ...sawNone, rotas: [old] })).toEqual(kept)
  })
})

describe('TEAM-2 ending an absence', () => {
  const end = rotaAfter('end-absence')
  const args = { team: 'N1', staff: 'N1-1', from: '2026-11-16' }
  const rotas = [aRota('N1', { absences: [anAbsence('N1-1', '2026-11-16', '2026-11-27')] })]
  const saw = { until: '2026-11-27' }

  it('takes it out of the rota', () => {
    expect(end('N1-lead', args, { rotas, saw })).toEqual(aRota('N1'))
  })

  it('is for who leads him now too, when he has moved since', () => {
    const { staff } = anOrganisation()
    const moved = staff.map(each => (each.number === 'N1-1' ? { ...each, team: team('S1') } : each))
    const asked = { rotas, saw, organisation: anOrganisation({ staff: moved }) }
    for (const actor of ['S1-lead', 'S1-mgr', 'N1-lead']) expect(end(actor, args, asked)).toEqual(aRota('N1'))
    expect(end('E1-lead', args, asked)).toContain('not-')
  })

  it('is refused to others, with a reason, and when it was changed meanwhile', () => {
    expect(end('N2-lead', args, { rotas, saw })).toContain('not-allowed')
    expect(end('N1-lead', args, { rotas, saw, reason: 'Better' })).toContain('Leave the reason out')
    expect(end('N1-lead', args, { rotas, saw: { until: '2026-12-27' } })).toContain('changed: ')
    expect(end('N1-lead', args, { saw })).toContain('changed: ')
  })
})

describe('TEAM-3 naming a deputy', () => {
  const name = rotaAfter('name-deputy')
  const args = { team: 'N1', leader: 'N1-lead', deputy: 'N2-lead', from: '2026-12-01', to: '2026-12-04' }
  const named = aRota('N1', { deputyships: [aDeputyship('N1-lead', 'N2-lead', '2026-12-01', '2026-12-04')] })

  it.each(['N1-lead', 'N1-mgr'])('is for the leader himself and the segment manager: %s', actor => {
    expect(name(actor, args)).toEqual(named)
  })

  it.each(['N2-lead', 'N1-1', 'S1-mgr'])('is not for %s', actor => {
    expect(name(actor, args)).toContain('not-allowed')
  })

  it('is not for a deputy', () => {
    const rotas = [
      aRota('N1', { deputyships: [aDeputyship('N1-lead', 'N2-lead', '2026-11-21', '2026-11-23')] }),
    ]
    expect(name('N2-lead', args, { rotas })).toContain('not-allowed')
  })

  it.each([
    ['no leader', 'N2-1'],
    ['of another segment', 'S1-lead'],
    ['not there any more', 'N2-gone'],
  ])('is refused where he is %s', (_, deputy) => {
    const organisation = organisationWith(['N2-gone', 'N2', { roles: ['team-leader'], access: 'removed' }])
    expect(name('N1-lead', { ...args, deputy }, { organisation })).toBe(
      'not-possible: Choose another team leader of the segment.',
    )
  })

  it('is refused for himself and for a second leader of the team', () => {
    const organisation = organisationWith(['N1-second', 'N1', { roles: ['team-leader'] }])
    for (const deputy of ['N1-lead', 'N1-second'])
      expect(name('N1-lead', { ...args, deputy }, { organisation })).toContain('leads the team already')
  })

  it('is refused for somebody who is not nominated in Special Client Records: he would be sent nothing (ACC-3)', () => {
    const made = anOrganisation()
    const teams = [...made.teams, { ...made.teams.find(({ id }) => id === 'SCR'), id: team('SCR2') }]
    const named = (scrNominated: boolean) => {
      const second = aMember('SCR2-lead', 'SCR2', { roles: ['team-leader'], scrNominated })
      const organisation = { ...made, teams, staff: [...made.staff, second] } as Organisation
      return name(
        'SCR-lead',
        { ...args, team: 'SCR', leader: 'SCR-lead', deputy: 'SCR2-lead' },
        { organisation },
      )
    }
    expect(named(false)).toMatch(/^not-possible: Person SCR2-lead is not nominated/)
    expect(named(true)).toMatchObject({ deputyships: [{ deputy: 'SCR2-lead' }] })
  })

  it('is refused while the deputy is away himself, marked in a team that he left since', () => {
    const rotas = [aRota('S1', { absences: [anAbsence('N2-lead', '2026-12-04', '2026-12-11')] })]
    expect(name('N1-lead', args, { rotas })).toContain('is away from 4 December 2026')
  })

  it('is refused while the deputy is away himself, saying when', () => {
    const rotas = [aRota('N2', { absences: [anAbsence('N2-lead', '2026-12-04', '2026-12-11')] })]
    expect(name('N1-lead', args, { rotas })).toBe(
      'not-possible: Person N2-lead is away from 4 December 2026 to 11 December 2026; choose somebody else, or other dates.',
    )
  })

  it('is refused with reversed dates, with a reason, and where there is a deputy already', () => {
    expect(name('N1-lead', { ...args, to: '2026-11-30' })).toContain('is before the first')
    expect(name('N1-lead', args, { reason: 'Leave' })).toContain('Leave the reason out')
    expect(name('N1-lead', args, { rotas: [named] })).toContain(
      'is deputy from 1 December 2026 to 4 December 2026 already',
    )
  })
})

describe('TEAM-3 ending a deputyship', () => {
  const end = rotaAfter('end-deputyship')
  const args = { team: 'N1', leader: 'N1-lead', from: '2026-11-20' }
  const rotas = [
    aRota('N1', { deputyships: [aDeputyship('N1-lead', 'N2-lead', '2026-11-20', '2026-11-27')] }),
  ]
  const saw = { deputy: 'N2-lead' }

  it('is for who may name one', () => {
    expect(end('N1-lead', args, { rotas, saw })).toEqual(aRota('N1'))
    expect(end('N1-mgr', args, { rotas, saw })).toEqual(aRota('N1'))
    expect(end('N2-lead', args, { rotas, saw })).toContain('not-allowed')
  })

  it('is refused when it was changed meanwhile', () => {
    expect(end('N1-lead', args, { rotas, saw: { deputy: 'E1-lead' } })).toContain('changed: ')
    expect(end('N1-lead', args, { saw })).toContain('changed: ')
  })
})
