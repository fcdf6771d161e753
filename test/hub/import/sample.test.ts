import { expect, it } from 'vitest'
import { readTables } from '../../../hub/sample/table-files.ts'
import type { Organisation } from '../../../shared/domain/organisation.ts'
import { sampleDir } from '../sample/reading.ts'
import { allocationOf } from '../sample/reading-of-rules.ts'
import { anEmptyHub } from './support/a-hub.ts'

it('ALLOC-4, ALLOC-2: of an extract with twelve regions every group is allocated as the rules read', async () => {
  const folder = await sampleDir({ groups: 300, seed: 12, regions: 12 })
  const sample = await readTables(folder)
  expect(sample.regions).toHaveLength(12)
  const { segmentOf } = allocationOf(sample)
  const hub = await anEmptyHub()
  await hub.importFolder(folder)
  const found = new Map((await hub.report('allocation')).map(row => [row.masterCaseNumber, row.belongsTo]))
  expect(found.size).toBeGreaterThan(250)
  const read = sample.case_groups.filter(group => found.has(group.master_case_number))
  expect(read).toHaveLength(found.size)
  for (const group of read) {
    const expected = segmentOf(group)
    // Where it cannot be allocated it stays where it is (ALLOC-8).
    if (expected) expect([group, found.get(group.master_case_number)]).toEqual([group, expected])
  }
})

it('BOM-1: its countries have segments, these teams with a workgroup and a location, and these users', async () => {
  const hub = await anEmptyHub()
  await hub.importFolder(await sampleDir({ groups: 1, seed: 12, regions: 12 }))
  const { rows } = await hub.client.query('SELECT document FROM organisation')
  const { bom, teams, staff } = JSON.parse(rows[0]?.document) as Organisation
  expect(new Set(bom.segments.map(({ country }) => country))).toEqual(new Set(['GB', 'NI']))
  const segments = new Set(bom.segments.map(({ name }) => name))
  expect(teams.filter(({ segment }) => !segments.has(segment))).toEqual([])
  expect(teams.filter(({ workgroup, location }) => !workgroup || !location)).toEqual([])
  expect([...segments].filter(name => !teams.some(({ segment }) => segment === name))).toEqual([])
  const known = new Set(teams.map(({ id }) => id))
  expect(staff.filter(({ team }) => team !== null && !known.has(team))).toEqual([])
  expect([...known].filter(id => !staff.some(({ team }) => team === id))).toEqual([])
})
