import { describe, expect, it } from 'vitest'
import { directs } from '../../../shared/commands/authority.ts'
import type { OrganisationIndex } from '../../../shared/domain/organisation-index.ts'
import {
  absenceOf,
  deputyTeamsOf,
  leadingOn,
  standsInFor,
  unledTeamsOf,
} from '../../../shared/domain/standing-in.ts'
import { absencesOf } from '../../../shared/queries/presence.ts'
import { maySee, maySeeAggregate } from '../../../shared/sync/buckets.ts'
import { aCaseGroup } from '../../make/a-case-group.ts'
import { aDeputyship, anAbsence, aRota, indexOf } from '../../make/a-rota.ts'
import { aMember, anOrganisation, aTeam, segment, staff, team } from '../../make/an-organisation.ts'

const NORTH = segment('FS_GB_MAINT_NO_MSR')
const n1 = team('N1')
const [leader, deputy, manager] = [staff('N1-lead'), staff('N2-lead'), staff('N1-mgr')]
const deputising = aRota('N1', {
  deputyships: [aDeputyship('N1-lead', 'N2-lead', '2026-11-23', '2026-11-27')],
})
const away = aRota('N1', { absences: [anAbsence('N1-lead', '2026-11-23', '2026-11-27')] })

describe('TEAM-2 an absence', () => {
  it('holds from its first day to its last', () => {
    const on = (day: string) => absenceOf(leader, indexOf([away]), day) !== undefined
    expect(['2026-11-22', '2026-11-23', '2026-11-27', '2026-11-28'].map(on)).toEqual([
      false,
      true,
      true,
      false,
    ])
  })
})

describe('TEAM-2 an absence outlasts a move to another team', () => {
  const marked = aRota('N1', { absences: [anAbsence('N1-1', '2026-11-23', '2026-11-27')] })
  const made = anOrganisation()
  const moved = made.staff.map(each => (each.number === 'N1-1' ? { ...each, team: team('S1') } : each))
  const index = indexOf([marked], { ...made, staff: moved })

  it('so that he still gets nothing new there, and his new leader is sent it', () => {
    expect(absenceOf(staff('N1-1'), index, '2026-11-24')).toMatchObject({ to: '2026-11-27' })
    expect(absencesOf(staff('N1-1'), index, '2026-11-21')).toMatchObject([{ team: 'N1' }])
    for (const each of ['N1-lead', 'N2-1', 'S1-lead', 'S1-mgr'])
      expect(maySeeAggregate(staff(each), marked, index, '2026-11-24')).toBe(true)
    // The caseworkers of his new segment have no business with his old team's absences.
    for (const each of ['S1-2', 'E1-lead'])
      expect(maySeeAggregate(staff(each), marked, index, '2026-11-24')).toBe(false)
  })
})

describe('TEAM-3 a deputy', () => {
  const index = indexOf([deputising])

  it.each([
    ['before', '2026-11-22', false],
    ['on the first day of', '2026-11-23', true],
    ['on the last day of', '2026-11-27', true],
    ['after', '2026-11-28', false],
  ])('%s his dates sees and directs the team’s groups: %s', (_, day, does) => {
    expect(deputyTeamsOf(deputy, index, day)).toEqual(does ? [n1] : [])
    expect(maySee(deputy, aCaseGroup(), index, day)).toBe(does)
    expect(directs(deputy, aCaseGroup(), index, day)).toBe(does)
    expect(standsInFor(deputy, n1, index, day)).toBe(does ? leader : null)
  })

  it('takes nothing from the leader, who acts in his own right', () => {
    expect(directs(leader, aCaseGroup(), index, '2026-11-24')).toBe(true)
    expect(standsInFor(leader, n1, index, '2026-11-24')).toBeNull()
  })

  it.each([
    ['the leader has no access any more', 'N1-lead', { access: 'removed' }],
    ['the leader leads another team', 'N1-lead', { team: team('N2') }],
    ['the deputy has no access any more', 'N2-lead', { access: 'removed' }],
    ['the deputy leads no more', 'N2-lead', { roles: ['caseworker'] }],
    ['the deputy went to another segment', 'N2-lead', { team: team('S1') }],
  ] as const)('ends when %s', (_, who, changes) => {
    const made = anOrganisation()
    const people = made.staff.map(each => (each.number === who ? { ...each, ...changes } : each))
    const later = indexOf([deputising], { ...made, staff: people })
    expect(deputyTeamsOf(deputy, later, '2026-11-24')).toEqual([])
    expect(directs(deputy, aCaseGroup(), later, '2026-11-24')).toBe(false)
  })

  it('ACC-3 sees a sensitive group only when nominated', () => {
    const made = anOrganisation()
    const second = {
      ...made.teams.find(({ id }) => id === 'SCR'),
      id: team('SCR2'),
    } as (typeof made.teams)[number]
    const rota = aRota('SCR', {
      deputyships: [aDeputyship('SCR-lead', 'SCR2-lead', '2026-11-23', '2026-11-27')],
    })
    const secret = aCaseGroup({ segment: second.segment, team: team('SCR'), sensitive: true })
    const sees = (scrNominated: boolean) => {
      const other = aMember('SCR2-lead', 'SCR2', { roles: ['team-leader'], scrNominated })
      const organisation = { ...made, teams: [...made.teams, second], staff: [...made.staff, other] }
      return maySee(other.number, secret, indexOf([rota], organisation), '2026-11-24')
    }
    expect([sees(false), sees(true)]).toEqual([false, true])
  })

  it('ACC-3 leads nothing of Special Client Records once he lost his nomination: the team is the manager’s', () => {
    const rota = aRota('SCR', {
      absences: [anAbsence('SCR-lead', '2026-11-23', '2026-11-27')],
      deputyships: [aDeputyship('SCR-lead', 'SCR2-lead', '2026-11-23', '2026-11-27')],
    })
    const nominated = (scrNominated: boolean) => {
      const other = aMember('SCR2-lead', 'SCR2', { roles: ['team-leader'], scrNominated })
      const made = anOrganisation()
      const teams = [...made.teams, aTeam('SCR2', 'FS_GB_CCLNT_SCR')]
      return indexOf([rota], { ...made, teams, staff: [...made.staff, other] })
    }
    const day = '2026-11-24'
    const teams = (index: OrganisationIndex) => [
      deputyTeamsOf(staff('SCR2-lead'), index, day),
      unledTeamsOf(segment('FS_GB_CCLNT_SCR'), index, day),
      standsInFor(staff('SCR-mgr'), team('SCR'), index, day),
    ]
    expect(teams(nominated(true))).toEqual([['SCR'], [], null])
    expect(teams(nominated(false))).toEqual([[], ['SCR', 'SCR2'], 'SCR-lead'])
  })

  it('ACC-3 leaves the work on a team’s groups to the segment manager where its own leader is not nominated', () => {
    const led = (scrNominated: boolean) => {
      const made = anOrganisation()
      const members = made.staff.map(each => (each.number === 'SCR-lead' ? { ...each, scrNominated } : each))
      return indexOf([], { ...made, staff: members })
    }
    const day = '2026-11-24'
    const teams = (index: OrganisationIndex) => [
      leadingOn(team('SCR'), index, day),
      unledTeamsOf(segment('FS_GB_CCLNT_SCR'), index, day),
      standsInFor(staff('SCR-mgr'), team('SCR'), index, day),
    ]
    expect(teams(led(true))).toEqual([['SCR-lead'], [], null])
    expect(teams(led(false))).toEqual([[], ['SCR'], 'SCR-lead'])
  })
})

describe('TEAM-3 a team whose leader is not there', () => {
  const without = (...gone: readonly string[]) => {
    const made = anOrganisation()
    return { ...made, staff: made.staff.filter(({ number }) => !gone.includes(number)) }
  }

  it('is the segment manager’s when he is away without a deputy, and is acted in for him', () => {
    const index = indexOf([away])
    expect(unledTeamsOf(NORTH, index, '2026-11-24')).toEqual([n1])
    expect(unledTeamsOf(NORTH, index, '2026-11-28')).toEqual([])
    expect(standsInFor(manager, n1, index, '2026-11-24')).toBe(leader)
    expect(standsInFor(manager, n1, index, '2026-11-28')).toBeNull()
    expect(standsInFor(staff('S1-mgr'), n1, index, '2026-11-24')).toBeNull()
  })

  it('is the deputy’s while there is one, and again the manager’s when that one is away, too', () => {
    const both = aRota('N1', { ...away, ...{ deputyships: deputising.deputyships } })
    expect(standsInFor(manager, n1, indexOf([both]), '2026-11-24')).toBeNull()
    const ill = aRota('N2', { absences: [anAbsence('N2-lead', '2026-11-24', '2026-11-24')] })
    expect(standsInFor(manager, n1, indexOf([both, ill]), '2026-11-24')).toBe(leader)
  })

  it('is the segment manager’s in his own right when nobody leads it', () => {
    const index = indexOf([], without('N1-lead'))
    expect(unledTeamsOf(NORTH, index, '2026-11-24')).toEqual([n1])
    expect(standsInFor(manager, n1, index, '2026-11-24')).toBeNull()
    expect(directs(manager, aCaseGroup(), index, '2026-11-24')).toBe(true)
  })
})
