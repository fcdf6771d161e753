import { readdir } from 'node:fs/promises'
import { beforeAll, describe, expect, test } from 'vitest'
import { tableNames, tables } from '../../../hub/sample/tables.ts'
import { type Sample, sampleDir, sampleOf, textsOf } from './reading.ts'
import { isNino, isPostcode } from './reading-of-rules.ts'

describe('a sample', () => {
  test('is the same to the byte for the same arguments', async () => {
    const options = { groups: 300, seed: 7 }
    expect(await textsOf(await sampleDir(options))).toEqual(await textsOf(await sampleDir(options)))
  })

  test('differs for another seed', async () => {
    const [one, other] = [await sampleOf({ groups: 50, seed: 1 }), await sampleOf({ groups: 50, seed: 2 })]
    expect(one.people).not.toEqual(other.people)
    expect(one.users).not.toEqual(other.users)
  })

  test('is the eleven files, RFC 4180 with CRLF and without byte order mark', async () => {
    const dir = await sampleDir({ groups: 50, seed: 1 })
    const files = await readdir(dir)
    expect(files.sort()).toEqual(tableNames.map(table => `${table}.csv`).sort())
    for (const [index, text] of (await textsOf(dir)).entries()) {
      const columns = tables[tableNames[index] ?? 'manifest']
      expect(text.startsWith(`${columns.join(',')}\r\n`)).toBe(true)
      expect(text.endsWith('\r\n')).toBe(true)
    }
  })

  test('is taken when it is told', async () => {
    const usual = await sampleOf({ groups: 1, seed: 1 })
    const told = await sampleOf({ groups: 1, seed: 1, takenAt: '2027-03-01T06:00:00Z' })
    expect(usual.manifest[0]?.taken_at).toBe('2026-11-20T18:00:00Z')
    expect(told.manifest[0]?.taken_at).toBe('2027-03-01T06:00:00Z')
  })
})

describe('without dirt nothing of a sample becomes a data exception', () => {
  let sample: Sample
  beforeAll(async () => {
    sample = await sampleOf({ groups: 3_000, seed: 42 })
  })

  test('IMP-2 every mandatory column is filled', () => {
    for (const [table, columns] of Object.entries(mandatory)) {
      const rows: readonly Record<string, string>[] = sample[table as keyof typeof mandatory]
      for (const column of columns) {
        const empty = rows.filter(row => row[column] === '')
        expect(empty, `${table}.${column}`).toEqual([])
      }
    }
  })

  test('IMP-2 every value stands in its list', () => {
    for (const [column, list] of Object.entries(lists)) {
      const [table = '', name = ''] = column.split('.')
      const rows: readonly Record<string, string>[] = sample[table as keyof Sample]
      const others = rows.map(row => row[name] ?? '').filter(value => !list.split(' ').includes(value))
      expect(others, column).toEqual([])
    }
  })

  test('IMP-2 every date is a day of the calendar and none but a due date is ahead', () => {
    const today = sample.manifest[0]?.taken_at.slice(0, 10) ?? ''
    for (const table of tableNames) {
      for (const column of tables[table].filter(name => name.endsWith('_on') && name !== 'lock_on')) {
        const rows: readonly Record<string, string>[] = sample[table]
        const days = rows.map(row => row[column] ?? '').filter(day => day !== '')
        expect(
          days.filter(day => !isDay(day) || (column !== 'due_on' && day > today)),
          `${table}.${column}`,
        ).toEqual([])
      }
    }
  })

  test('IMP-2 no key comes twice', () => {
    for (const table of tableNames.filter(name => name !== 'activities')) {
      const key = tables[table][0]
      const rows: readonly Record<string, string>[] = sample[table]
      expect(new Set(rows.map(row => row[key])).size, table).toBe(rows.length)
    }
    const activities = sample.activities.map(row => `${row.sr_number}#${row.sequence}`)
    expect(new Set(activities).size).toBe(activities.length)
  })

  test('IMP-2 and IMP-3 every reference resolves', () => {
    for (const [column, target] of Object.entries(references)) {
      const [table = '', name = ''] = column.split('.')
      const [otherTable = '', key = ''] = target.split('.')
      const rows: readonly Record<string, string>[] = sample[table as keyof Sample]
      const others: readonly Record<string, string>[] = sample[otherTable as keyof Sample]
      const known = new Set(others.map(row => row[key]))
      const dangling = rows.filter(row => row[name] !== '' && !known.has(row[name]))
      expect(dangling, `${column} to ${target}`).toEqual([])
    }
  })

  test('IMP-2 a case group sits in a case-owning segment', () => {
    const owning = new Set(
      sample.segments.filter(segment => segment.kind === 'case-owning').map(segment => segment.segment_name),
    )
    expect(sample.case_groups.filter(group => !owning.has(group.segment_name))).toEqual([])
  })

  test('IMP-3 a group’s team belongs to its segment', () => {
    const segments = new Map(sample.teams.map(team => [team.team_id, team.segment_name]))
    const astray = sample.case_groups.filter(
      group => group.team_id !== '' && segments.get(group.team_id) !== group.segment_name,
    )
    expect(astray).toEqual([])
  })

  test('IMP-3 a service request’s case belongs to its group', () => {
    const groups = new Map(sample.cases.map(row => [row.case_number, row.master_case_number]))
    const astray = sample.service_requests.filter(
      request => request.case_number !== '' && groups.get(request.case_number) !== request.master_case_number,
    )
    expect(astray).toEqual([])
  })

  test('IMP-3 every NINO follows HMRC’s rule', () => {
    const ninos = sample.people.map(person => person.nino).filter(nino => nino !== '')
    expect(ninos.length).toBeGreaterThan(sample.people.length * 0.9)
    expect(ninos.filter(nino => !isNino(nino))).toEqual([])
  })

  test('IMP-3 every postcode of the UK and the islands has one of the UK’s shapes', () => {
    const home = sample.people.filter(
      person => person.postcode !== '' && ['GB', 'NI', 'GG', 'JE', 'IM', ''].includes(person.country),
    )
    expect(home.length).toBeGreaterThan(sample.people.length * 0.9)
    expect(home.filter(person => !isPostcode(person.postcode))).toEqual([])
  })

  test('IMP-5 each paying parent has one case group', () => {
    const payers = sample.case_groups.map(group => group.paying_parent_scin)
    expect(new Set(payers).size).toBe(payers.length)
  })

  test('numbers have the shapes of the source', () => {
    for (const { scin } of sample.people) expect(scin).toMatch(/^121\d{9}$/)
    for (const group of sample.case_groups) expect(group.master_case_number).toMatch(/^\d{8}$/)
    for (const request of sample.service_requests) expect(request.sr_number).toMatch(/^1-[0-9A-Z]{7}$/)
    for (const user of sample.users) expect(user.staff_number).toMatch(/^\d{8}$/)
  })

  test('SR-2 a closed service request has no open activity, one not started has none done', () => {
    const activities = Map.groupBy(sample.activities, row => row.sr_number)
    for (const { sr_number, status } of sample.service_requests) {
      const states = new Set((activities.get(sr_number) ?? []).map(row => row.status))
      if (status === 'Closed') expect(states).toEqual(new Set(['Done']))
      if (status === 'Started') expect(states.size).toBeGreaterThan(0)
      if (status === 'Not Started') expect(states.has('Done')).toBe(false)
    }
  })
})

function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(day.valueOf()) && day.toISOString().startsWith(text)
}

const mandatory = {
  manifest: ['taken_at', 'source', 'bom_effective_from'],
  regions: ['region', 'country', 'postcode_prefixes'],
  segments: ['segment_name', 'description', 'kind', 'country'],
  teams: ['team_id', 'name', 'segment_name', 'workgroup', 'location', 'division'],
  users: ['staff_number', 'name', 'email', 'roles', 'access', 'scr_nominated'],
  people: ['scin', 'first_name', 'last_name', 'nationally_sensitive'],
  case_groups: [
    ...['master_case_number', 'title', 'paying_parent_scin', 'segment_name', 'status', 'stage'],
    ...['compliant', 'complex', 'lock_on'],
  ],
  cases: [
    'case_number',
    'master_case_number',
    'receiving_parent_scin',
    'status',
    'opened_on',
    'nationally_sensitive',
  ],
  service_requests: [
    ...['sr_number', 'master_case_number', 'type', 'kind', 'status', 'raised_against_scin', 'created_on'],
  ],
  activities: ['sr_number', 'sequence', 'name', 'status'],
  post: ['post_number', 'master_case_number', 'received_on', 'subject', 'status'],
} as const

/** Values of a column, separated by spaces; two spaces in a row let it be empty. */
const lists = {
  'regions.country': 'GB NI',
  'segments.kind': 'case-owning functionally-unique',
  'teams.division': 'england-and-wales scotland northern-ireland',
  'users.access': 'active removed',
  'users.scr_nominated': 'Y N',
  'people.nationally_sensitive': 'Y N',
  'case_groups.status': 'Active Suspended Closed',
  'case_groups.stage': 'application maintenance',
  'case_groups.income_source': ' employed self-employed benefits unearned none',
  'case_groups.compliant': 'Y N',
  'case_groups.complex': 'Y N',
  'case_groups.complaint': ' none unresolved review',
  'case_groups.appeal': ' none lodged accepted',
  'case_groups.lock_on': 'Y N',
  'cases.nationally_sensitive': 'Y N',
  'service_requests.kind': 'case-owning functionally-unique',
  'activities.status': 'Open Done',
  'post.status': 'Open Done',
}

const references = {
  'teams.segment_name': 'segments.segment_name',
  'users.team_id': 'teams.team_id',
  'users.previous_team_id': 'teams.team_id',
  'case_groups.paying_parent_scin': 'people.scin',
  'case_groups.segment_name': 'segments.segment_name',
  'case_groups.team_id': 'teams.team_id',
  'case_groups.assigned_to': 'users.staff_number',
  'case_groups.lock_by': 'users.staff_number',
  'cases.master_case_number': 'case_groups.master_case_number',
  'cases.receiving_parent_scin': 'people.scin',
  'service_requests.master_case_number': 'case_groups.master_case_number',
  'service_requests.case_number': 'cases.case_number',
  'service_requests.raised_against_scin': 'people.scin',
  'service_requests.assigned_to': 'users.staff_number',
  'activities.sr_number': 'service_requests.sr_number',
  'post.master_case_number': 'case_groups.master_case_number',
}
