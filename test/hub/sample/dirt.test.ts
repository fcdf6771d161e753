import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readTables } from '../../../hub/sample/table-files.ts'
import { sampleDir, sampleOf } from './reading.ts'
import { isNino } from './reading-of-rules.ts'

const options = { groups: 6_000, seed: 11 }

test('IMP-2 a dirty sample is the clean one with about three faulty rows in a thousand', async () => {
  const clean = await sampleOf(options)
  const dirty = await sampleOf({ ...options, dirt: true })
  const tidy = new Set(clean.case_groups.map(group => JSON.stringify(group)))
  const faulty = dirty.case_groups.filter(group => !tidy.has(JSON.stringify(group)))
  expect(faulty.length).toBeGreaterThan(5)
  expect(faulty.length).toBeLessThan(clean.case_groups.length * 0.006)
  expect(dirty.segments).toEqual(clean.segments)
  expect(dirty.regions).toEqual(clean.regions)
  expect(dirty.manifest).toEqual(clean.manifest)
})

test('IMP-2, IMP-3 and IMP-5 each find something in it', async () => {
  const { case_groups, people, cases, service_requests } = await sampleOf({
    groups: 20_000,
    seed: 11,
    dirt: true,
  })
  const numbers = case_groups.map(group => group.master_case_number)
  const payers = new Set(case_groups.map(group => group.paying_parent_scin))
  const known = new Set(people.map(person => person.scin))
  expect(new Set(numbers).size).toBeLessThan(numbers.length)
  expect(payers.size).toBeLessThan(new Set(numbers).size)
  expect(people.some(({ nino }) => nino !== '' && !isNino(nino.replaceAll(' ', '')))).toBe(true)
  expect(people.some(person => person.last_name === '')).toBe(true)
  expect(cases.some(row => row.opened_on === '2026-13-01')).toBe(true)
  expect(service_requests.some(row => !known.has(row.raised_against_scin))).toBe(true)
})

test('IMP-4 its format is untidy in ways that lose nothing', async () => {
  const dir = await sampleDir({ ...options, dirt: true })
  const text = (table: string) => readFile(join(dir, `${table}.csv`), 'utf8')
  expect((await text('people')).startsWith('\uFEFFscin,')).toBe(true)
  expect((await text('cases')).startsWith('nationally_sensitive,')).toBe(true)
  expect((await text('teams')).split('\r\n')[0]).toContain('row_id')
  expect(await text('activities')).not.toContain('\r')
  const { people } = await readTables(dir)
  expect(people.some(({ postcode }) => /^ [a-z]+\d+[a-z]{2} $/.test(postcode))).toBe(true)
})
