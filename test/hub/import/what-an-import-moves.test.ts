import { describe, expect, it } from 'vitest'
import type { StaffNumber } from '../../../shared/domain/ids.ts'
import { withAac } from '../../make/an-incident.ts'
import { driftOf, hubAfter, locked } from './support/hub-after.ts'
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
