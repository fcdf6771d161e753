import { describe, expect, it } from 'vitest'
import { anEmptyHub } from './support/a-hub.ts'
import { faultsOf } from './support/faults-of.ts'
import {
  aCase,
  activity,
  add,
  change,
  filesOf,
  group,
  person,
  post,
  quoted,
  small,
  without,
} from './support/small-extract.ts'

describe('IMP-1 nothing is lost', () => {
  it('takes every row of an extract without faults', async () => {
    const { hub, files, exceptions } = await faultsOf(small)
    expect(exceptions).toEqual([])
    for (const { rows, imported } of files) expect(imported).toBe(rows)
    expect(await hub.group('G1')).toMatchObject({
      payingParent: 'P1',
      people: [{ scin: 'P1' }, { scin: 'R1' }],
      cases: [{ number: 'C1' }],
      serviceRequests: [{ number: 'Q1', activities: [{ sequence: 1 }, { sequence: 2 }] }, { number: 'Q2' }],
      post: [{ number: 'L1' }],
      holder: 'm1',
      team: 'M1',
      reachedMaintenance: true,
    })
  })

  it('names the file, the first line of the row, the column, the value and a reason', async () => {
    const hub = await anEmptyHub()
    const people = filesOf(small)['people.csv'] ?? ''
    const extra = `${quoted('X1')},,${quoted('Ann\nMary')},,Lee,,,,,ZZ9,GB,N,\nX2,,Bo,,Lee,,,,,,,maybe,\n`
    await hub.importFiles({ ...filesOf(small), 'people.csv': people + extra })
    const rows = await hub.report('exceptions')
    expect(rows).toEqual([
      {
        file: 'people.csv',
        key: 'X1',
        column: 'postcode',
        kind: 'value',
        line: 8,
        value: 'ZZ9',
        reason: 'postcode is not a postcode of the UK.',
      },
      {
        file: 'people.csv',
        key: 'X2',
        column: 'nationally_sensitive',
        kind: 'value',
        line: 10,
        value: 'maybe',
        reason: 'nationally_sensitive is not one of Y, N.',
      },
    ])
  })

  it('makes an exception of a row with too few or too many values, and of what hangs on it', async () => {
    const hub = await anEmptyHub()
    const files = filesOf(small)
    const groups = (files['case_groups.csv'] ?? '').replace('\nG2,', '\nG2,extra,')
    const { files: counts } = await hub.importFiles({ ...files, 'case_groups.csv': groups })
    expect(await hub.exceptions()).toEqual([
      'case_groups.csv G2 null: value',
      'cases.csv C2 master_case_number: parent',
    ])
    expect(counts.find(({ file }) => file === 'case_groups.csv')).toMatchObject({
      imported: 2,
      exceptions: 1,
    })
  })

  it('makes an exception of the last row of a file that was cut', async () => {
    const hub = await anEmptyHub()
    const files = filesOf(small)
    await hub.importFiles({ ...files, 'post.csv': `${files['post.csv']}L2,G1,2026-1` })
    expect(await hub.exceptions()).toEqual(['post.csv L2 null: value'])
  })

  it('takes lines with nothing on them for no rows, and still counts them as lines', async () => {
    const hub = await anEmptyHub()
    const files = filesOf(small)
    await hub.importFiles({ ...files, 'post.csv': `${files['post.csv']}\n\nL2,G9,2026-10-01,Reply,Open\n\n` })
    expect(await hub.report('exceptions')).toMatchObject([{ key: 'L2', line: 5 }])
  })
})

describe('IMP-2 a fault in a mandatory column', () => {
  it('keeps the row out and lists every such fault, but none of its optional ones', async () => {
    const faulty = change(small, 'case_groups', 'G2', {
      stage: 'later',
      compliant: '',
      paying_parent_scin: 'P9',
      p2p_issued_on: '2026-02-30',
      team_id: 'T9',
    })
    const { hub, exceptions } = await faultsOf(faulty)
    expect(exceptions.sort()).toEqual([
      'case_groups.csv G2 compliant: missing',
      'case_groups.csv G2 paying_parent_scin: reference',
      'case_groups.csv G2 stage: value',
      'cases.csv C2 master_case_number: parent',
    ])
    expect(await hub.group('G2')).toBeNull()
  })

  it('goes down the tree: a rejected person rejects group, case, request, activity and post', async () => {
    const { exceptions } = await faultsOf(change(small, 'people', 'P1', { last_name: ' ' }))
    expect(exceptions.sort()).toEqual([
      'activities.csv Q1#1 sr_number: parent',
      'activities.csv Q1#2 sr_number: parent',
      'case_groups.csv G1 paying_parent_scin: parent',
      'cases.csv C1 master_case_number: parent',
      'people.csv P1 last_name: missing',
      'post.csv L1 master_case_number: parent',
      'service_requests.csv Q1 master_case_number: parent',
      'service_requests.csv Q1 raised_against_scin: parent',
      'service_requests.csv Q2 master_case_number: parent',
    ])
  })

  it('wants a case-owning segment for a group', async () => {
    const { exceptions } = await faultsOf(
      change(without(small, 'cases', 'C2'), 'case_groups', 'G2', { segment_name: 'FS_GB_ENFMT_OOO_FIU' }),
    )
    expect(exceptions).toEqual(['case_groups.csv G2 segment_name: reference'])
  })

  it('lists a repeated key as that only, after a rejected or identical row too', async () => {
    const repeated = add(
      add(change(small, 'case_groups', 'G2', { stage: '' }), 'case_groups', group('G2', 'P2')),
      'activities',
      activity('Q1', ' 2 ', { status: 'nonsense' }),
    )
    const { exceptions } = await faultsOf(add(repeated, 'post', post('L1', 'G1'), post('L1', 'G9')))
    expect(exceptions.sort()).toEqual([
      'activities.csv Q1#2 sequence: duplicate',
      'case_groups.csv G2 master_case_number: duplicate',
      'case_groups.csv G2 stage: missing',
      'cases.csv C2 master_case_number: parent',
      'post.csv L1 post_number: duplicate',
      'post.csv L1 post_number: duplicate',
    ])
  })

  it('does not take a key that can be none', async () => {
    const { exceptions } = await faultsOf(
      add(small, 'people', person('a\u0007b'), person('x'.repeat(121)), person(' ')),
    )
    expect(exceptions.map(text => text.replace(/x+/, 'x…'))).toEqual([
      'people.csv a\u0007b scin: value',
      'people.csv x… scin: value',
      'people.csv  scin: missing',
    ])
  })
})

describe('IMP-5 a second group of a paying parent', () => {
  it('is an exception, and what hangs on it', async () => {
    const second = add(small, 'case_groups', group('G8', 'P1'))
    const { exceptions } = await faultsOf(add(second, 'cases', aCase('C8', 'G8', 'R2')))
    expect(exceptions).toEqual([
      'case_groups.csv G8 paying_parent_scin: second group of a paying parent',
      'cases.csv C8 master_case_number: parent',
    ])
  })

  it('is none where the first was rejected or is closed, but then a third one is', async () => {
    const closed = change(small, 'case_groups', 'G1', { status: 'Closed' })
    const rejected = without(change(closed, 'case_groups', 'G2', { complex: '' }), 'cases', 'C2')
    const { exceptions } = await faultsOf(
      add(rejected, 'case_groups', group('G7', 'P1'), group('G8', 'P2'), group('G9', 'P1')),
    )
    expect(exceptions.sort()).toEqual([
      'case_groups.csv G2 complex: missing',
      'case_groups.csv G9 paying_parent_scin: second group of a paying parent',
    ])
  })
})
