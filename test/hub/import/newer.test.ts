import { describe, expect, it } from 'vitest'
import { trackDifferences } from '../../../shared/domain/difference.ts'
import type { StaffNumber } from '../../../shared/domain/ids.ts'
import { refusalOf } from './support/a-hub.ts'
import { driftOf, enforced, hubAfter, locked } from './support/hub-after.ts'
import { aCase, add, change, type Extract, later, small, without } from './support/small-extract.ts'

describe('IMP-6 the same extract again', () => {
  it('changes nothing, in whatever way it is written', async () => {
    const hub = await hubAfter(small)
    const before = await hub.everything()
    const { again, files } = await hub.import(small)
    expect(again).toBe(true)
    for (const { rows, unchanged, exceptions } of files) expect(unchanged + exceptions).toBe(rows)
    expect(await hub.everything()).toBe(before)
  })

  it('of a later time with the same facts moves nothing and finds all unchanged', async () => {
    const hub = await hubAfter(small)
    const { files } = await hub.import(later(small))
    expect(files.filter(({ file, imported }) => imported > 0 && file !== 'manifest.csv')).toEqual([])
    expect(await hub.group('G1')).toMatchObject({ history: [] })
  })

  it('is refused when it is older, or of the same time and otherwise', async () => {
    const hub = await hubAfter(small, small)
    const before = await hub.everything()
    expect(await refusalOf(hub.import(small))).toMatch(/before the one imported last/)
    const other = change(later(small), 'people', 'P1', { town: 'Leeds' })
    expect(await refusalOf(hub.import(other))).toMatch(/of the same time/)
    expect(await hub.everything()).toBe(before)
  })
})

describe('IMP-6 a newer extract', () => {
  it('updates the facts', async () => {
    const next = [
      (extract: Extract) => change(extract, 'people', 'R1', { last_name: 'Smith' }),
      (extract: Extract) => change(extract, 'cases', 'C1', { status: 'Closed' }),
      (extract: Extract) => change(extract, 'service_requests', 'Q1', { status: 'Closed' }),
      (extract: Extract) => change(extract, 'post', 'L1', { status: 'Done' }),
      (extract: Extract) => change(extract, 'users', 'm1', { name: 'Mary' }),
      (extract: Extract) => without(extract, 'service_requests', 'Q2'),
      (extract: Extract) => add(extract, 'cases', aCase('C9', 'G1', 'R3')),
    ].reduce((extract, step) => step(extract), small)
    const hub = await hubAfter(small, next)
    expect(await hub.group('G1')).toMatchObject({
      people: [{ scin: 'P1' }, { scin: 'R1', lastName: 'Smith' }, { scin: 'R3' }],
      cases: [{ number: 'C1', status: 'Closed' }, { number: 'C9' }],
      serviceRequests: [{ number: 'Q1', status: 'Closed' }],
      post: [{ number: 'L1', status: 'Done' }],
    })
    const { rows } = await hub.client.query('SELECT document FROM organisation')
    expect(rows[0]?.document).toContain('"name":"Mary"')
  })

  it('does not touch who holds a group, its team, its segment and its lock, but calls it drift', async () => {
    const hub = await hubAfter(
      small,
      change(change(small, 'case_groups', 'G1', { ...enforced, ...locked }), 'case_groups', 'G2', locked),
    )
    expect(await hub.group('G1')).toMatchObject({
      segment: 'FS_GB_MAINT_OOO_MSR',
      team: 'M1',
      holder: 'm1',
      assignedOn: '2026-01-05',
      lock: null,
    })
    expect(await driftOf(hub)).toEqual([
      'G1 segment: FS_GB_MAINT_OOO_MSR / FS_GB_ENFMT_OOO_ELC drift',
      'G1 holder: m1 / e1 drift',
      'G1 lock: off / on drift',
      'G2 lock: off / on drift',
    ])
  })

  it('drift ends for good where we come to agree: what differs after that was changed here', async () => {
    const drifting = change(small, 'case_groups', 'G1', { assigned_to: 'm2' })
    const hub = await hubAfter(small, drifting)
    expect(await driftOf(hub)).toEqual(['G1 holder: m1 / m2 drift'])
    for (const holder of ['m2', 'm1']) {
      const group = await hub.group('G1')
      const changed = trackDifferences(group, { ...group, holder: holder as StaffNumber })
      await hub.client.query(`UPDATE case_group SET holder = $1, document = $2 WHERE id = 'G1'`, [
        holder,
        JSON.stringify(changed),
      ])
    }
    expect(await driftOf(hub)).toEqual(['G1 holder: m1 / m2 to carry'])
    await hub.import(later(drifting, 2))
    expect(await driftOf(hub)).toEqual(['G1 holder: m1 / m2 to carry'])
  })

  it('TEAM-1: an unassigned group of a team that is there no more waits in its segment’s queue', async () => {
    const waiting = change(small, 'case_groups', 'G1', { assigned_to: '' })
    const renamed = (extract: Extract): Extract => ({
      ...extract,
      teams: extract.teams.map(row => (row.team_id === 'M1' ? { ...row, team_id: 'M9' } : row)),
      users: extract.users.map(row => (row.team_id === 'M1' ? { ...row, team_id: 'M9' } : row)),
      case_groups: extract.case_groups.map(row => (row.team_id === 'M1' ? { ...row, team_id: 'M9' } : row)),
    })
    const hub = await hubAfter(waiting, renamed(waiting))
    expect(await hub.group('G1')).toMatchObject({ holder: null, team: null })
  })

  it('drift stays while nothing changes, and ends when the values agree', async () => {
    const drifting = change(small, 'case_groups', 'G1', enforced)
    const hub = await hubAfter(small, drifting, change(drifting, 'people', 'P1', { town: 'Leeds' }))
    expect(await driftOf(hub)).toHaveLength(2)
    await hub.import(later(change(drifting, 'case_groups', 'G1', { assigned_to: 'm1' }), 3))
    expect(await driftOf(hub)).toEqual(['G1 segment: FS_GB_MAINT_OOO_MSR / FS_GB_ENFMT_OOO_ELC drift'])
    await hub.import(later(small, 4))
    expect(await driftOf(hub)).toEqual([])
  })

  it('tells since when each side has its value', async () => {
    const hub = await hubAfter(small, change(small, 'case_groups', 'G1', { assigned_to: 'm2' }))
    await hub.import(
      later(
        change(change(small, 'case_groups', 'G1', { assigned_to: 'm2' }), 'people', 'P1', {
          nationally_sensitive: 'Y',
        }),
        2,
      ),
    )
    expect(await hub.report('drift')).toMatchObject([
      { field: 'segment', oursSince: '2026-11-22T06:00:00.000Z', sourceSince: '2026-11-20T18:00:00Z' },
      { field: 'holder', oursSince: '2026-11-22T06:00:00.000Z', sourceSince: '2026-11-21T18:00:00Z' },
    ])
  })

  it('calls a difference that the source did not make to be carried', async () => {
    const hub = await hubAfter(small)
    await hub.client.query(
      `UPDATE case_group SET holder = 'm2', document = replace(document, '"holder":"m1","assignedOn"',
        '"holder":"m2","assignedOn"') WHERE id = 'G1'`,
    )
    await hub.import(later(change(small, 'people', 'P1', { town: 'Leeds' })))
    expect(await driftOf(hub)).toEqual(['G1 holder: m2 / m1 to carry'])
    await hub.import(later(change(small, 'case_groups', 'G1', { assigned_to: 'm2' }), 2))
    expect(await driftOf(hub)).toEqual([])
  })

  it('keeps an SR’s holder that was changed here until the source changes it', async () => {
    const hub = await hubAfter(small)
    await hub.client.query(
      `UPDATE case_group SET document = replace(document, '"holder":"f1"', '"holder":"f2"') WHERE id = 'G1'`,
    )
    const holderOf = async () => (await hub.group('G1')).serviceRequests[1]?.holder
    await hub.import(later(change(small, 'service_requests', 'Q2', { status: 'Not Started' })))
    expect(await holderOf()).toBe('f2')
    await hub.import(later(change(small, 'service_requests', 'Q2', { assigned_to: '' }), 2))
    expect(await holderOf()).toBeNull()
  })

  it('keeps a group that it does not list, flagged, with all that it had; and takes the flag off again', async () => {
    const hub = await hubAfter(small, without(small, 'case_groups', 'G1'))
    expect(await hub.group('G1')).toMatchObject({
      missingFromExtract: true,
      cases: [{ number: 'C1' }],
      serviceRequests: [{ number: 'Q1' }, { number: 'Q2' }],
    })
    const bare = without(without(small, 'case_groups', 'G1'), 'cases', 'C1')
    await hub.import(later(without(without(bare, 'people', 'P1'), 'people', 'R1'), 2))
    expect(await hub.group('G1')).toMatchObject({
      missingFromExtract: true,
      people: [{ scin: 'P1' }, { scin: 'R1' }],
      cases: [{ number: 'C1' }],
    })
    await hub.import(later(small, 3))
    expect(await hub.group('G1')).toMatchObject({ missingFromExtract: false })
  })

  it('keeps the old facts of a row that is an exception now; the exceptions are those of the last import', async () => {
    const faulty = change(small, 'case_groups', 'G1', { stage: '?', segment_name: 'FS_GB_ENFMT_OOO_ELC' })
    const hub = await hubAfter(small, change(faulty, 'users', 'e1', { roles: '', name: 'Mary' }))
    expect(await hub.group('G1')).toMatchObject({
      stage: 'maintenance',
      missingFromExtract: false,
      serviceRequests: [{ number: 'Q1' }, { number: 'Q2' }],
    })
    expect(await driftOf(hub)).toEqual([])
    const { rows } = await hub.client.query('SELECT document FROM organisation')
    expect(rows[0]?.document).toContain('"name":"Worker e1"')
    expect(await hub.exceptions()).toContain('case_groups.csv G1 stage: value')
    await hub.import(later(small, 2))
    expect(await hub.exceptions()).toEqual([])
  })

  it('moves a case from one group to another', async () => {
    const hub = await hubAfter(small, change(small, 'cases', 'C1', { master_case_number: 'G2' }))
    expect((await hub.group('G1')).cases).toEqual([])
    expect((await hub.group('G2')).cases.map(({ number }) => number)).toEqual(['C1', 'C2'])
  })
})

describe('ALLOC-5 Maintenance once reached', () => {
  it('stays reached when a later extract says application', async () => {
    const hub = await hubAfter(small, change(small, 'case_groups', 'G1', { stage: 'application' }))
    expect(await hub.group('G1')).toMatchObject({ stage: 'application', reachedMaintenance: true })
  })
})
