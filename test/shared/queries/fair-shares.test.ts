import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { MasterCaseNumber, StaffNumber, TeamId } from '../../../shared/domain/ids.ts'
import {
  fairShares,
  type Portion,
  portionOf,
  type Share,
  type Sharer,
  sharersOf,
} from '../../../shared/queries/fair-shares.ts'
import { aCaseGroup, aLetter, aRequest, number } from '../../make/a-case-group.ts'
import { anAbsence, aRota, indexOf } from '../../make/a-rota.ts'
import { aMember, anOrganisation, staff, team } from '../../make/an-organisation.ts'
import { readingsFor, TODAY } from '../../make/readings.ts'

const people: fc.Arbitrary<readonly Sharer[]> = fc.uniqueArray(
  fc.record({
    staff: fc.integer({ min: 1, max: 12 }).map(n => `p${n}` as StaffNumber),
    team: fc.constantFrom('N1', 'N2').map(id => id as TeamId),
    inHand: fc.nat(40),
    scrNominated: fc.boolean(),
  }),
  { selector: ({ staff }) => staff, maxLength: 12 },
)

const groups: fc.Arbitrary<readonly Portion[]> = fc.uniqueArray(
  fc.record({
    id: fc.integer({ min: 1, max: 200 }).map(n => `g${n}` as MasterCaseNumber),
    weight: fc.integer({ min: 1, max: 9 }),
    holder: fc.option(fc.integer({ min: 1, max: 15 }).map(n => `p${n}` as StaffNumber)),
    team: fc.option(fc.constantFrom('N1', 'N2').map(id => id as TeamId)),
    sensitive: fc.boolean(),
  }),
  { selector: ({ id }) => id, maxLength: 40 },
)

const may = (person: Sharer, group: Portion) =>
  person.staff !== group.holder &&
  (group.team === null || group.team === person.team) &&
  (!group.sensitive || person.scrNominated)

/** What each has in the end: what he had, less what was taken from him, and his shares. */
function inTheEnd(portions: readonly Portion[], sharers: readonly Sharer[], shares: readonly Share[]) {
  const weights = new Map(portions.map(({ id, weight }) => [id, weight]))
  const hands = new Map(sharers.map(({ staff, inHand }) => [staff, inHand]))
  const add = (who: StaffNumber, weight: number) => {
    if (hands.has(who)) hands.set(who, (hands.get(who) ?? 0) + weight)
  }
  const given = new Map(shares.flatMap(({ id, to }) => (to ? [[id, to] as const] : [])))
  for (const { id, holder, weight } of portions) if (holder && given.has(id)) add(holder, -weight)
  for (const [id, to] of given) add(to.staff, weights.get(id) ?? 0)
  return hands
}

const property = (test: (portions: readonly Portion[], sharers: readonly Sharer[]) => void) =>
  fc.assert(fc.property(groups, people, test), { numRuns: 300 })

describe('TEAM-1 fair shares', () => {
  it('add up to what was asked: each group once, no more and no less', () => {
    property((portions, sharers) => {
      const ids = fairShares(portions, sharers).map(({ id }) => id)
      expect(ids.toSorted()).toEqual(portions.map(({ id }) => id).toSorted())
    })
  })

  it('give nobody what he may not have, and leave nothing that somebody may', () => {
    property((portions, sharers) => {
      const byId = new Map(portions.map(portion => [portion.id, portion]))
      for (const { id, to } of fairShares(portions, sharers)) {
        const portion = byId.get(id) as Portion
        expect(
          to ? sharers.includes(to) && may(to, portion) : !sharers.some(each => may(each, portion)),
        ).toBe(true)
      }
    })
  })

  it('give nothing to whoever is fuller than another, by more than the group, who could have it', () => {
    property((portions, sharers) => {
      const shares = fairShares(portions, sharers)
      const hands = inTheEnd(portions, sharers, shares)
      const byId = new Map(portions.map(portion => [portion.id, portion]))
      const last = new Map(
        shares.flatMap(({ id, to }) => (to ? [[to, byId.get(id) as Portion] as const] : [])),
      )
      for (const [person, portion] of last) {
        for (const other of sharers.filter(each => may(each, portion))) {
          const difference = (hands.get(person.staff) ?? 0) - (hands.get(other.staff) ?? 0)
          expect(difference).toBeLessThanOrEqual(portion.weight)
        }
      }
    })
  })

  it('are the same in whatever order groups and people come', () => {
    fc.assert(
      fc.property(groups, people, fc.infiniteStream(fc.nat()), (portions, sharers, dice) => {
        const shuffled = <Item>(items: readonly Item[]) =>
          items
            .map(item => [dice.next().value, item] as const)
            .toSorted(([a], [b]) => a - b)
            .map(([, item]) => item)
        expect(fairShares(shuffled(portions), shuffled(sharers))).toEqual(fairShares(portions, sharers))
      }),
    )
  })

  it('say why, with the figures', () => {
    const [one, other] = [
      { staff: staff('N1-1'), team: team('N1'), inHand: 41, scrNominated: false },
      { staff: staff('N1-2'), team: team('N1'), inHand: 43, scrNominated: false },
    ]
    const portion = { id: number('1'), weight: 3, holder: null, team: null, sensitive: false }
    expect(fairShares([portion], [one, other])).toEqual([
      { id: '1', to: one, why: 'Has 41 in hand, the least of 2; 44 with it.' },
    ])
    expect(fairShares([{ ...portion, sensitive: true }], [one])).toEqual([
      { id: '1', to: null, why: 'Nationally sensitive, and no nominated caseworker is there today.' },
    ])
    expect(fairShares([portion], [])[0]).toMatchObject({ to: null })
  })

  it('count what nobody can take from its holder with him, who is there', () => {
    const holder = { staff: staff('N1-1'), team: team('N1'), inHand: 14, scrNominated: true }
    const other = { staff: staff('N1-2'), team: team('N1'), inHand: 12, scrNominated: false }
    const his = { id: number('1'), weight: 8, holder: holder.staff, team: null, sensitive: true }
    const free = (id: string) => ({ id: number(id), weight: 1, holder: null, team: null, sensitive: false })
    expect(fairShares([his, free('2'), free('3')], [holder, other])).toEqual([
      { id: '1', to: null, why: 'Nationally sensitive, and no other nominated caseworker is there today.' },
      { id: '2', to: other, why: 'Has 12 in hand, the least of 2; 13 with it.' },
      { id: '3', to: other, why: 'Has 13 in hand, the least of 2; 14 with it.' },
    ])
    expect(fairShares([{ ...his, sensitive: false }], [holder])).toMatchObject([
      { to: null, why: 'Nobody but its present holder may have it today.' },
    ])
  })
})

describe('what a share counts', () => {
  it('is the group and the requests that go with it, as the table of loads counts them', () => {
    const group = aCaseGroup({
      serviceRequests: [
        aRequest('1'),
        aRequest('2', { status: 'Closed' }),
        aRequest('3', { kind: 'functionally-unique', holder: staff('DNA-1') }),
      ],
      post: [aLetter('4')],
    })
    const { view } = readingsFor('N1-lead', [group])
    expect(portionOf(group, view)).toEqual({
      id: group.id,
      weight: 2,
      holder: 'N1-1',
      team: 'N1',
      sensitive: false,
    })
    expect(portionOf(group, readingsFor('N1-mgr', [group]).view).team).toBeNull()
  })
})

describe('TEAM-2 who is there to take some', () => {
  it('is nobody who is away, has left, or is no caseworker', () => {
    const made = anOrganisation()
    const gone = aMember('N1-gone', 'N1', { access: 'removed' })
    const organisation = { ...made, staff: [...made.staff, gone] }
    const group = aCaseGroup({ holder: gone.number })
    const { loads } = readingsFor('N1-mgr', [group], organisation)
    const away = (from: string, to: string) =>
      indexOf([aRota('N1', { absences: [anAbsence('N1-2', from, to)] })], organisation)
    const present = (index: ReturnType<typeof away>) => sharersOf(loads, index, TODAY).map(each => each.staff)
    expect(present(away('2026-11-21', '2026-11-21'))).toEqual(['N1-1', 'N2-1', 'N2-2'])
    expect(present(away('2026-11-22', '2026-11-22'))).toEqual(['N1-1', 'N1-2', 'N2-1', 'N2-2'])
  })
})
