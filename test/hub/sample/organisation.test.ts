import { beforeAll, describe, expect, test } from 'vitest'
import type { Row } from '../../../hub/sample/tables.ts'
import { type Sample, sampleOf } from './reading.ts'
import { takers } from './reading-of-rules.ts'

const incomes = ['employed', 'self-employed', 'benefits', 'unearned', 'none']

describe.for([2, 3, 5, 8, 12])('the BOM of a sample with %i regions', count => {
  let sample: Sample
  beforeAll(async () => {
    sample = await sampleOf({ groups: 1, seed: 3, regions: count })
  })

  test('BOM-1 has both countries and so many regions', () => {
    expect(sample.regions.length).toBe(count)
    expect(new Set(sample.regions.map(({ country }) => country))).toEqual(new Set(['GB', 'NI']))
  })

  test('BOM-2 has functionally unique segments with types of their own in each country', () => {
    for (const region of sample.regions) {
      const types = sample.segments
        .filter(({ kind }) => kind === 'functionally-unique')
        .filter(({ country, regions }) => country === region.country && ['', region.region].includes(regions))
        .flatMap(segment => segment.sr_types.split(';'))
      expect(types).toContain('Advice request')
      expect(new Set(types).size).toBe(types.length)
    }
  })

  test('BOM-5 covers every region and income source once at every rank', () => {
    for (let rank = 1; rank <= 12; rank += 1) {
      const segments = sample.segments.filter(segment => segment.rank === String(rank))
      for (const region of sample.regions) {
        const owners = incomes.map(income => takers(segments, region, income).length)
        expect(owners, `rank ${rank}, ${region.region}`).toEqual([1, 1, 1, 1, 1])
      }
    }
  })

  test('ALLOC-8 has at most one segment a rank for paying parents outside the UK', () => {
    const ranks = sample.segments.filter(({ non_uk }) => non_uk === 'Y').map(({ rank }) => rank)
    expect(new Set(ranks).size).toBe(ranks.length)
    expect(ranks).toContain('11')
    expect(ranks).not.toContain('8')
  })

  test('BOM-4 names its segments FS, country, words, code', () => {
    for (const { segment_name, country } of sample.segments) {
      expect(segment_name).toMatch(new RegExp(`^FS_${country}(_[A-Z]+){2,}_[A-Z]+$`))
    }
    expect(new Set(sample.segments.map(segment => segment.segment_name)).size).toBe(sample.segments.length)
  })

  test('no postcode prefix is in two regions', () => {
    const prefixes = sample.regions.flatMap(region => region.postcode_prefixes.split(';'))
    expect(new Set(prefixes).size).toBe(prefixes.length)
    expect(prefixes.filter(prefix => !/^[A-Z]{1,2}\d{0,2}$/.test(prefix))).toEqual([])
    expect(prefixes.filter(prefix => /^[A-Z]+$/.test(prefix)).length).toBe(121)
  })
})

describe('the staff of a sample', () => {
  let sample: Sample
  beforeAll(async () => {
    sample = await sampleOf({ groups: 50_000, seed: 1 })
  }, 60_000)

  function withRole(role: string): Row<'users'>[] {
    return sample.users.filter(user => user.roles.split(';').includes(role))
  }

  test('gives a team leader of a full segment 2,000 to 3,000 case groups', () => {
    const teams = Map.groupBy(sample.teams, team => team.segment_name)
    const groups = Map.groupBy(sample.case_groups, group => group.segment_name)
    const large = [...groups].filter(([, all]) => all.length > 5_000)
    expect(large.length).toBeGreaterThan(3)
    for (const [segment, all] of large) {
      const load = all.length / (teams.get(segment)?.length ?? 1)
      expect(load, segment).toBeGreaterThan(2_000)
      expect(load, segment).toBeLessThan(3_000)
    }
  })

  test('gives every team caseworkers, and every team but one an active leader', () => {
    const active = sample.users.filter(({ access }) => access === 'active')
    const leaders = new Set(
      active.filter(({ roles }) => roles.includes('team-leader')).map(({ team_id }) => team_id),
    )
    const workers = Map.groupBy(
      active.filter(({ roles }) => roles === 'caseworker'),
      ({ team_id }) => team_id,
    )
    expect(sample.teams.filter(team => !leaders.has(team.team_id)).length).toBe(1)
    for (const { team_id } of sample.teams) expect(workers.get(team_id)?.length).toBeGreaterThan(3)
  })

  test('BOM-2 gives every segment of either kind a manager', () => {
    const segments = new Map(sample.teams.map(team => [team.team_id, team.segment_name]))
    const managed = new Set(withRole('segment-manager').map(user => segments.get(user.team_id)))
    expect(managed.size).toBe(sample.segments.length)
  })

  test('ACC-1 has local IT, service management, a closure manager and people nominated for SCR', () => {
    expect(withRole('local-it').every(user => user.team_id === '')).toBe(true)
    expect(withRole('local-it').length).toBeGreaterThan(0)
    expect(withRole('service-management').length).toBeGreaterThan(0)
    expect(withRole('closure-manager').length).toBe(1)
    const special = sample.teams.filter(team => team.segment_name.endsWith('_SCR')).map(team => team.team_id)
    for (const user of sample.users.filter(({ team_id }) => special.includes(team_id))) {
      expect(user.scr_nominated).toBe('Y')
    }
  })

  test('has people whose access was removed and people who moved, all with dates', () => {
    const removed = sample.users.filter(({ access }) => access === 'removed')
    const moved = sample.users.filter(({ previous_team_id }) => previous_team_id !== '')
    expect(removed.length).toBeGreaterThan(5)
    expect(moved.length).toBeGreaterThan(5)
    for (const user of removed) expect(user.access_ended_on).not.toBe('')
    for (const user of moved) expect(user.moved_on).not.toBe('')
  })

  test('works segments of Great Britain from Belfast too', () => {
    const belfast = sample.teams.filter(({ location }) => location === 'Belfast')
    expect(belfast.every(({ division }) => division === 'northern-ireland')).toBe(true)
    expect(belfast.some(({ segment_name }) => segment_name.startsWith('FS_GB'))).toBe(true)
  })
})
