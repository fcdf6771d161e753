import { beforeAll, describe, expect, test } from 'vitest'
import type { Row } from '../../../hub/sample/tables.ts'
import { type Sample, sampleOf } from './reading.ts'
import { allocationOf } from './reading-of-rules.ts'

/** The facts of a sample that its case groups are judged by. */
function judge(sample: Sample) {
  const users = new Map(sample.users.map(user => [user.staff_number, user]))
  const open = sample.case_groups.filter(group => group.status !== 'Closed')
  const hasLeft = (group: Row<'case_groups'>) => {
    const holder = users.get(group.assigned_to)
    if (holder === undefined) return false
    return holder.access === 'removed' || (holder.moved_on !== '' && holder.team_id !== group.team_id)
  }
  return {
    ...allocationOf(sample),
    users,
    open,
    hasLeft,
    locked: open.filter(group => group.lock_on === 'Y'),
  }
}

function share(part: readonly unknown[], whole: readonly unknown[]): number {
  return part.length / whole.length
}

describe('the case groups of a sample', () => {
  let sample: Sample
  let facts: ReturnType<typeof judge>
  beforeAll(async () => {
    sample = await sampleOf({ groups: 4_000, seed: 5 })
    facts = judge(sample)
  })

  test('BOM-3 stand at every rank, most of them in maintenance', () => {
    const ranks = facts.open.map(facts.rankOf)
    for (let rank = 1; rank <= 12; rank += 1) expect(ranks).toContain(rank)
    expect(
      share(
        ranks.filter(rank => rank === 11),
        ranks,
      ),
    ).toBeGreaterThan(0.6)
    expect(
      share(
        facts.open.filter(group => group.compliant === 'N'),
        facts.open,
      ),
    ).toBeCloseTo(0.15, 1)
  })

  test('ALLOC-1 mostly sit where they belong, a few per cent would move', () => {
    const free = facts.open.filter(group => group.lock_on === 'N')
    const astray = free.filter(group => {
      const segment = facts.segmentOf(group)
      return segment !== undefined && segment !== group.segment_name
    })
    expect(share(astray, free)).toBeGreaterThan(0.01)
    expect(share(astray, free)).toBeLessThan(0.05)
  })

  test('LOCK-7 are locked in about one of twenty, some without reason, some without a date', () => {
    expect(share(facts.locked, facts.open)).toBeCloseTo(0.05, 1)
    expect(facts.locked.some(group => group.lock_reason === '')).toBe(true)
    expect(facts.locked.some(group => group.lock_since === '')).toBe(true)
    expect(facts.locked.some(group => facts.segmentOf(group) !== group.segment_name)).toBe(true)
  })

  test('ORPH-1 have a holder who left in about three of a hundred, by removed access and by team move', () => {
    const orphans = facts.open.filter(facts.hasLeft)
    const causes = new Set(orphans.map(group => facts.users.get(group.assigned_to)?.access))
    expect(share(orphans, facts.open)).toBeGreaterThan(0.02)
    expect(share(orphans, facts.open)).toBeLessThan(0.05)
    expect(causes).toEqual(new Set(['removed', 'active']))
  })

  test('SR-1 have their case-owning service requests with their holder, nearly always', () => {
    const holders = new Map(facts.open.map(group => [group.master_case_number, group.assigned_to]))
    const owned = sample.service_requests.filter(
      ({ kind, status }) => kind === 'case-owning' && status !== 'Closed',
    )
    const strays = owned.filter(request => holders.get(request.master_case_number) !== request.assigned_to)
    expect(strays.length).toBeGreaterThan(0)
    expect(share(strays, owned)).toBeLessThan(0.02)
  })

  test('SR-6 have open work in ten to forty of a hundred', () => {
    const busy = new Set([
      ...sample.service_requests
        .filter(({ status }) => status !== 'Closed')
        .map(row => row.master_case_number),
      ...sample.post.filter(({ status }) => status === 'Open').map(row => row.master_case_number),
    ])
    expect(busy.size / facts.open.length).toBeGreaterThan(0.1)
    expect(busy.size / facts.open.length).toBeLessThan(0.4)
  })

  test('ALLOC-13 that are closed hold no open work, no lock and no holder', () => {
    const closed = new Map(
      sample.case_groups
        .filter(({ status }) => status === 'Closed')
        .map(row => [row.master_case_number, row]),
    )
    expect(closed.size).toBeGreaterThan(0)
    for (const group of closed.values()) expect([group.lock_on, group.assigned_to]).toEqual(['N', ''])
    for (const row of sample.service_requests)
      if (closed.has(row.master_case_number)) expect(row.status).toBe('Closed')
    for (const row of sample.post) if (closed.has(row.master_case_number)) expect(row.status).toBe('Done')
  })

  test('TEAM-1 wait unassigned in the team’s queue where the segment has only one team', () => {
    const teams = Map.groupBy(sample.teams, team => team.segment_name)
    const waiting = facts.open.filter(group => group.assigned_to === '')
    const single = waiting.filter(group => teams.get(group.segment_name)?.length === 1)
    expect(waiting.some(group => group.team_id === '')).toBe(true)
    expect(single.length).toBeGreaterThan(0)
    for (const group of single) expect(group.team_id).not.toBe('')
  })

  test('ALLOC-2 share some people: who receives from two, and who pays here and receives there', () => {
    const receivers = sample.cases.map(row => row.receiving_parent_scin)
    const payers = new Set(sample.case_groups.map(group => group.paying_parent_scin))
    expect(new Set(receivers).size).toBeLessThan(receivers.length)
    expect(receivers.some(scin => payers.has(scin))).toBe(true)
    expect(sample.cases.length / sample.case_groups.length).toBeGreaterThan(1.2)
    expect(sample.cases.length / sample.case_groups.length).toBeLessThan(1.6)
  })
})

describe('functionally unique service requests of a sample', () => {
  let sample: Sample
  let facts: ReturnType<typeof judge>
  beforeAll(async () => {
    sample = await sampleOf({ groups: 12_000, seed: 9 })
    facts = judge(sample)
  })

  function specialists() {
    return sample.service_requests.filter(({ kind }) => kind === 'functionally-unique')
  }

  function segmentOf(teamId: string | undefined): Row<'segments'> | undefined {
    const team = sample.teams.find(({ team_id }) => team_id === teamId)
    return sample.segments.find(({ segment_name }) => segment_name === team?.segment_name)
  }

  test('ALLOC-9 are held where the person they are raised against lives, by the segment for their type', () => {
    const people = new Map(sample.people.map(person => [person.scin, person]))
    for (const request of specialists().filter(row => row.assigned_to !== '')) {
      const person = people.get(request.raised_against_scin)
      const region = person === undefined ? undefined : facts.regionOf(person)
      const holder = facts.users.get(request.assigned_to)
      const here = [segmentOf(holder?.team_id), segmentOf(holder?.previous_team_id)]
      const fits = here.some(
        segment =>
          segment?.country === region?.country &&
          segment?.sr_types.split(';').includes(request.type) &&
          ['', region?.region].includes(segment.regions),
      )
      expect(fits, request.sr_number).toBe(true)
    }
  })

  test('ORPH-1 have specialists who moved and specialists whose access was removed', () => {
    const left = specialists()
      .filter(({ status }) => status !== 'Closed')
      .map(request => ({ request, holder: facts.users.get(request.assigned_to) }))
    const removed = left.filter(({ holder }) => holder?.access === 'removed')
    const moved = left.filter(
      ({ holder }) => holder?.access === 'active' && segmentOf(holder.team_id)?.kind === 'case-owning',
    )
    expect(removed.length).toBeGreaterThan(0)
    expect(moved.length).toBeGreaterThan(0)
    for (const { request, holder } of moved) expect(request.created_on <= (holder?.moved_on ?? '')).toBe(true)
  })

  test('ALLOC-12 of a sensitive group in SCR are held by nominated specialists', () => {
    const special = new Set(
      facts.open
        .filter(group => group.segment_name.endsWith('_SCR') && facts.rankOf(group) === 1)
        .map(group => group.master_case_number),
    )
    for (const request of specialists().filter(row => special.has(row.master_case_number))) {
      expect(facts.users.get(request.assigned_to)?.scr_nominated).toBe('Y')
    }
  })
})

test.for([1, 2, 3, 4, 5])('even forty case groups show every planted kind (seed %i)', async seed => {
  const sample = await sampleOf({ groups: 40, seed })
  const { rankOf, segmentOf, users, open, hasLeft, locked } = judge(sample)
  const people = new Map(sample.people.map(person => [person.scin, person]))
  const countries = open.map(group => people.get(group.paying_parent_scin)?.country ?? '')
  const postcodes = open.map(group => people.get(group.paying_parent_scin)?.postcode)
  const left = sample.service_requests.filter(({ kind, status, assigned_to }) => {
    const holder = users.get(assigned_to)
    const gone = holder?.access === 'removed' || (holder?.moved_on ?? '') !== ''
    return kind === 'functionally-unique' && status !== 'Closed' && gone
  })

  const found = {
    locked: locked.length > 0,
    lockedElsewhere: locked.some(group => segmentOf(group) !== group.segment_name),
    orphaned: open.some(hasLeft),
    functionallyUniqueOrphan: left.length > 0,
    sensitive: open.some(group => rankOf(group) === 1),
    nonUk: countries.some(country => !['GB', 'NI', ''].includes(country)),
    withoutPostcode: postcodes.includes(''),
    queued: open.some(group => group.assigned_to === ''),
    suspended: open.some(group => group.status === 'Suspended'),
    closed: open.length < sample.case_groups.length,
  }
  expect(Object.entries(found).filter(([, there]) => !there)).toEqual([])
})
