import { describe, expect, it } from 'vitest'
import { trackDifferences } from '../../../shared/domain/difference.ts'
import type { StaffNumber } from '../../../shared/domain/ids.ts'
import { withAac } from '../../make/an-incident.ts'
import { anEmptyHub, type EmptyHub, refusalOf } from './support/a-hub.ts'
import {
  aCase,
  add,
  change,
  type Extract,
  group,
  later,
  person,
  request,
  small,
  without,
} from './support/small-extract.ts'

/** A hub that has taken these extracts, each a day later than the one before. */
async function hubAfter(...extracts: readonly Extract[]): Promise<EmptyHub> {
  const hub = await anEmptyHub()
  for (const [day, extract] of extracts.entries()) await hub.import(later(extract, day))
  return hub
}

const driftOf = async (hub: EmptyHub) =>
  (await hub.report('drift')).map(
    ({ masterCaseNumber, field, ours, source, kind }) =>
      `${masterCaseNumber} ${field}: ${ours} / ${source} ${kind}`,
  )

const locked = { lock_on: 'Y', lock_by: 'm1', lock_since: '2026-10-01T09:00:00Z' }
const enforced = { segment_name: 'FS_GB_ENFMT_OOO_ELC', team_id: 'E1', assigned_to: 'e1' }

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

describe('IMP-8 an import moves nothing by itself', () => {
  it('but reports what would move', async () => {
    const hub = await hubAfter(small, change(small, 'case_groups', 'G1', { compliant: 'N' }))
    expect(await hub.group('G1')).toMatchObject({ segment: 'FS_GB_MAINT_OOO_MSR' })
    expect((await hub.report('allocation'))[0]).toMatchObject({
      masterCaseNumber: 'G1',
      belongsTo: 'FS_GB_ENFMT_OOO_ELC',
      wouldMove: true,
    })
  })

  it('save rank 1, which goes to Special Client Records at once, locked or not (LOCK-4, ALLOC-12)', async () => {
    const hub = await hubAfter(
      change(small, 'case_groups', 'G1', locked),
      change(change(small, 'case_groups', 'G1', locked), 'people', 'R1', { nationally_sensitive: 'Y' }),
    )
    const moved = await hub.group('G1')
    expect(moved).toMatchObject({
      segment: 'FS_GB_CCLNT_OOO_SCR',
      team: 'S1',
      holder: null,
      assignedOn: null,
      lock: null,
      sensitive: true,
    })
    expect(moved.serviceRequests.map(({ holder }) => holder)).toEqual([null, null])
    expect(moved.history.map(({ event, actor }) => [event.kind, actor.kind])).toEqual([
      ['moved', 'rule'],
      ['lock-overruled', 'rule'],
    ])
    expect(await driftOf(hub)).toEqual([
      'G1 segment: FS_GB_CCLNT_OOO_SCR / FS_GB_MAINT_OOO_MSR to carry',
      'G1 holder: null / m1 to carry',
      'G1 lock: off / on to carry',
    ])
  })

  it('ALLOC-2, ALLOC-6: a receiving parent of several who is marked takes every group he is in, each to its own country’s', async () => {
    const shared = add(small, 'cases', aCase('C8', 'G2', 'R1'), aCase('C9', 'G3', 'R1'))
    const hub = await hubAfter(shared, change(shared, 'people', 'R1', { nationally_sensitive: 'Y' }))
    const segments = await Promise.all(['G1', 'G2', 'G3'].map(async id => (await hub.group(id)).segment))
    expect(segments).toEqual(['FS_GB_CCLNT_OOO_SCR', 'FS_GB_CCLNT_OOO_SCR', 'FS_NI_CCLNT_OOO_SCR'])
  })

  it('tells each import and each move in the audit trail (ACC-5)', async () => {
    const hub = await hubAfter(small, change(small, 'cases', 'C1', { nationally_sensitive: 'Y' }))
    const { rows } = await hub.client.query('SELECT entry FROM audit ORDER BY seq')
    const entries = rows.map(row => JSON.parse(row.entry))
    expect(entries.map(({ action, actor }) => [action, actor.kind])).toEqual([
      ['import', 'system'],
      ['moved', 'rule'],
      ['import', 'system'],
    ])
    expect(entries[1].changes).toMatchObject([
      { group: 'G1', before: { segment: 'FS_GB_MAINT_OOO_MSR' }, after: { segment: 'FS_GB_CCLNT_OOO_SCR' } },
    ])
    const { rows: versions } = await hub.client.query('SELECT version FROM hub_version')
    expect(Number(versions[0]?.version)).toBe(2)
  })

  it('leaves nominated specialists theirs, keeps the lock of a group that is there already, and no closed one moves', async () => {
    const there = { segment_name: 'FS_GB_CCLNT_OOO_SCR', team_id: 'S1', assigned_to: 's1' }
    const marked = ['P1', 'P2'].reduce(
      (extract, scin) => change(extract, 'people', scin, { nationally_sensitive: 'Y' }),
      add(
        change(small, 'service_requests', 'Q2', { assigned_to: 'f2' }),
        'service_requests',
        request('Q3', 'G1', 'P1', { kind: 'functionally-unique', assigned_to: 'f1' }),
        request('Q4', 'G1', 'P1', { kind: 'functionally-unique', assigned_to: 'f1', status: 'Closed' }),
      ),
    )
    const groups = change(change(marked, 'case_groups', 'G1', { ...there, ...locked }), 'case_groups', 'G2', {
      status: 'Closed',
    })
    const hub = await hubAfter(groups)
    const kept = await hub.group('G1')
    expect(kept).toMatchObject({ holder: 's1', lock: { by: 'm1' }, history: [] })
    expect(kept.serviceRequests.map(({ number, holder }) => `${number} ${holder}`)).toEqual([
      'Q1 m1',
      'Q2 f2',
      'Q3 null',
      'Q4 f1',
    ])
    expect(await hub.group('G2')).toMatchObject({ segment: 'FS_GB_MAINT_OOO_MSR', sensitive: true })
  })

  it('takes his sensitive requests from a specialist who is not nominated any more', async () => {
    const marked = change(change(small, 'service_requests', 'Q2', { assigned_to: 'f2' }), 'people', 'P1', {
      nationally_sensitive: 'Y',
    })
    const hub = await hubAfter(marked, change(marked, 'users', 'f2', { scr_nominated: 'N' }))
    expect((await hub.group('G1')).serviceRequests[1]?.holder).toBeNull()
  })
})

/** The extract without G1, its case, requests and post: its clients and activities are still in. */
function onlyClientsOf(extract: Extract): Extract {
  const gone = [
    ['case_groups', 'G1'],
    ['cases', 'C1'],
    ['service_requests', 'Q1'],
    ['service_requests', 'Q2'],
    ['post', 'L1'],
  ] as const
  return gone.reduce((left, [file, key]) => without(left, file, key), extract)
}

describe('ACC-3 a marker in any readable row counts', () => {
  it.each([
    [
      'a rejected receiving parent',
      change(small, 'people', 'R1', { nationally_sensitive: 'Y', last_name: '' }),
    ],
    ['a rejected case', change(small, 'cases', 'C1', { nationally_sensitive: 'Y', opened_on: '?' })],
    ['a repeated person', add(small, 'people', person('P1', { nationally_sensitive: 'Y' }))],
    [
      'a marked person whom only a rejected case links',
      add(
        add(small, 'people', person('R9', { nationally_sensitive: 'Y' })),
        'cases',
        aCase('C9', 'G1', 'R9', { status: '' }),
      ),
    ],
  ])('%s', async (_, extract) => {
    const hub = await hubAfter(extract)
    expect(await hub.group('G1')).toMatchObject({ sensitive: true, segment: 'FS_GB_CCLNT_OOO_SCR' })
    const { rows } = await hub.client.query('SELECT bool_and(sensitive) AS all FROM data_exception')
    expect(rows[0]?.all).toBe(true)
  })

  it('and the exceptions of a group that is not in at all are sensitive too', async () => {
    const marked = change(small, 'people', 'P2', { nationally_sensitive: 'Y' })
    const hub = await hubAfter(change(marked, 'case_groups', 'G2', { stage: '' }))
    const { rows } = await hub.client.query(
      'SELECT file, case_groups, sensitive FROM data_exception ORDER BY place',
    )
    expect(rows).toEqual([
      { file: 'case_groups.csv', case_groups: ['G2'], sensitive: true },
      { file: 'cases.csv', case_groups: ['G2'], sensitive: true },
    ])
  })

  // G1 is sensitive by a marker on its case alone, so that no client is marked.
  const secret = change(small, 'cases', 'C1', { nationally_sensitive: 'Y' })

  it.each<readonly [string, readonly Extract[]]>([
    ['a second group of its paying parent', [add(secret, 'case_groups', group('G9', 'P1'))]],
    [
      'a case of its own that says of which group no more',
      [secret, change(secret, 'cases', 'C1', { nationally_sensitive: 'N', master_case_number: '' })],
    ],
    [
      'a request about its paying parent that names no group',
      [add(secret, 'service_requests', request('Q9', '', 'P1'))],
    ],
    [
      'a letter that an earlier extract had on it',
      [secret, change(secret, 'post', 'L1', { master_case_number: '' })],
    ],
    [
      'a client of it, when the extract leaves the group out',
      [secret, change(onlyClientsOf(secret), 'people', 'R1', { postcode: 'nowhere' })],
    ],
    [
      'an activity of a request of it that is left out too',
      [secret, change(onlyClientsOf(secret), 'activities', 'Q1', { status: '?' })],
    ],
  ])('and so are those of %s', async (_, extracts) => {
    const hub = await hubAfter(...extracts)
    const { rows } = await hub.client.query('SELECT file, key, sensitive FROM data_exception')
    expect(rows.length).toBeGreaterThan(0)
    expect(rows.filter(({ sensitive }) => !sensitive)).toEqual([])
  })

  it('goes when it goes', async () => {
    const hub = await hubAfter(change(small, 'people', 'P1', { nationally_sensitive: 'Y' }), small)
    expect(await hub.group('G1')).toMatchObject({ sensitive: false, segment: 'FS_GB_CCLNT_OOO_SCR' })
    expect((await hub.report('allocation'))[0]).toMatchObject({ rank: 11, wouldMove: true })
  })
})

describe('LOCK-6 an incident is with AAC', () => {
  it('the source’s clearing of the lock is a difference, and its marker takes the group to SCR with the lock on', async () => {
    const hub = await hubAfter(change(small, 'case_groups', 'G1', locked))
    const incidents = [withAac({ raisedBy: 'm1' as StaffNumber })]
    await hub.client.query(
      `UPDATE case_group SET document = (document::jsonb || jsonb_build_object('incidents', $1::jsonb))::text WHERE id = 'G1'`,
      [JSON.stringify(incidents)],
    )
    await hub.import(later(small, 1))
    expect(await hub.group('G1')).toMatchObject({
      lock: { by: 'm1' },
      incidents,
      segment: 'FS_GB_MAINT_OOO_MSR',
    })
    expect(await driftOf(hub)).toEqual(['G1 lock: on / off drift'])
    await hub.import(later(change(small, 'people', 'R1', { nationally_sensitive: 'Y' }), 2))
    expect(await hub.group('G1')).toMatchObject({
      lock: { by: 'm1' },
      incidents,
      segment: 'FS_GB_CCLNT_OOO_SCR',
    })
  })
})

describe('IMP-9 moved while locked', () => {
  const lockedThere = change(small, 'case_groups', 'G1', { ...enforced, ...locked })

  it('is seen when two extracts in a row have it locked and in other segments', async () => {
    const hub = await hubAfter(change(small, 'case_groups', 'G1', locked), lockedThere)
    expect((await hub.group('G1')).history.map(({ event }) => event.kind)).toEqual(['moved-while-locked'])
    expect((await hub.group('G1')).movedWhileLocked).toEqual({
      from: 'FS_GB_MAINT_OOO_MSR',
      to: 'FS_GB_ENFMT_OOO_ELC',
      seenAt: '2026-11-21T18:00:00Z',
    })
    expect(await driftOf(hub)).toEqual([
      'G1 segment: FS_GB_MAINT_OOO_MSR / FS_GB_ENFMT_OOO_ELC moved while locked',
      'G1 holder: m1 / e1 drift',
    ])
  })

  it('stays, also when ours agrees by now, until that lock ends', async () => {
    const back = change(small, 'case_groups', 'G1', locked)
    const hub = await hubAfter(back, lockedThere, back)
    expect(await driftOf(hub)).toEqual([
      'G1 segment: FS_GB_MAINT_OOO_MSR / FS_GB_MAINT_OOO_MSR moved while locked',
    ])
    await hub.import(later(change(back, 'people', 'P1', { town: 'Leeds' }), 3))
    expect(await driftOf(hub)).toHaveLength(1)
    await hub.import(later(change(small, 'case_groups', 'G1', {}), 4))
    expect(await driftOf(hub)).toEqual(['G1 lock: on / off drift'])
  })

  it('is drift once that lock has ended, not a thing to carry', async () => {
    const unlocked = change(lockedThere, 'case_groups', 'G1', { lock_on: 'N' })
    const hub = await hubAfter(change(small, 'case_groups', 'G1', locked), lockedThere, unlocked)
    expect((await driftOf(hub))[0]).toBe('G1 segment: FS_GB_MAINT_OOO_MSR / FS_GB_ENFMT_OOO_ELC drift')
  })

  it('is none where the lock came with the move', async () => {
    const hub = await hubAfter(small, lockedThere)
    expect((await hub.group('G1')).movedWhileLocked).toBeNull()
  })

  it('counts a lock without a time from when it was first seen', async () => {
    const timeless = change(small, 'case_groups', 'G2', { lock_on: 'Y' })
    const hub = await hubAfter(timeless, timeless)
    expect((await hub.group('G2')).lock).toEqual({
      by: null,
      since: '2026-11-20T18:00:00Z',
      sinceIsFirstSeen: true,
      category: null,
      reason: null,
      reviewOn: null,
      reviews: [],
    })
  })

  it('and a new group may come with any segment, lock and holder', async () => {
    const hub = await hubAfter(
      small,
      add(small, 'case_groups', group('G9', 'R2', { ...enforced, ...locked })),
    )
    expect(await hub.group('G9')).toMatchObject({
      segment: 'FS_GB_ENFMT_OOO_ELC',
      holder: 'e1',
      lock: { by: 'm1' },
    })
    expect(await driftOf(hub)).toEqual([])
  })
})
