import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readTrail, type TrailQuestion, type TrailRow } from '../../../hub/audit/read-trail.ts'
import { markDevice } from '../../../hub/session/devices.ts'
import type { SegmentName, StaffNumber, TeamId } from '../../../shared/domain/ids.ts'
import { READINGS } from '../../../shared/sync/paths.ts'
import { PROTOCOL } from '../../../shared/sync/protocol-version.ts'
import { aCaseGroup, number } from '../../make/a-case-group.ts'
import { anEnvelope } from '../../make/a-command.ts'
import { anAsking } from '../../make/a-recovery.ts'
import { aClient, signIn } from '../support/a-client.ts'
import { aHub, NOW, type TestHub } from '../support/a-hub.ts'

const DEVICE = '6e6bb3f6-2a85-4f0c-b0a4-3f4c2a0f3c11'
const plain = aCaseGroup({ id: number('10000001') })
const sensitive = aCaseGroup({
  id: number('10000007'),
  segment: 'FS_GB_CCLNT_SCR' as SegmentName,
  team: 'SCR' as TeamId,
  holder: 'SCR-1' as StaffNumber,
  sensitive: true,
})

// Its holder is gone: what is asked to recover it changes no case group.
const lost = { ...sensitive, id: number('10000008'), holder: 'vanished' as StaffNumber }

let hub: TestHub

beforeAll(async () => {
  hub = await aHub([plain, sensitive, lost])
  const given = { masterCaseNumber: plain.id, team: 'N1', holder: 'N1-2' }
  const leader = await aClient(hub.app, 'N1-lead')
  await leader.push(anEnvelope('allocate-case-group', given, { team: 'N1', holder: 'N1-1' }, 'He is away.'))
  const lock = {
    masterCaseNumber: sensitive.id,
    category: 'other-client-benefit',
    reviewOn: '2026-12-01',
  }
  const nominated = await aClient(hub.app, 'SCR-lead')
  await nominated.push(anEnvelope('set-lock', lock, { segment: sensitive.segment }, 'His children’s school.'))
  await nominated.push(anAsking(lost.id, null, 'vanished'))
  const nosy = await signIn(hub.app, 'N1-mgr', DEVICE)
  const readings = [sensitive.id, '99999999'].map(id => ({
    ...{ masterCaseNumber: id, at: NOW, purpose: null, words: null },
  }))
  await nosy('POST', READINGS, { protocol: PROTOCOL, staffNumber: 'N1-mgr', readings })
  await markDevice(hub.database, DEVICE, 'wipe', NOW)
})
afterAll(() => hub.close())

async function trail(question: Partial<TrailQuestion> = {}): Promise<readonly TrailRow[]> {
  return allOf(readTrail(hub.database, { ...ALL, ...question }))
}

async function allOf(reading: AsyncIterable<TrailRow>): Promise<readonly TrailRow[]> {
  const rows: TrailRow[] = []
  for await (const row of reading) rows.push(row)
  return rows
}

const ALL = { group: undefined, person: undefined, from: undefined, to: undefined }

describe('ACC-5: the trail as whoever runs the hub reads it', () => {
  it('says who did what in which role, what was before and is after, why, and on which device', async () => {
    const [row, ...more] = await trail({ group: plain.id })
    expect(more).toEqual([])
    expect(row).toMatchObject({
      who: 'N1-lead',
      role: 'team-leader',
      action: 'allocate-case-group',
      groups: plain.id,
      reason: 'He is away.',
      acceptedAt: NOW,
      device: expect.any(String),
    })
    expect(row?.what).toContain('holder: "N1-1" → "N1-2"')
  })

  it('has what a person did, claims of what he read, wiped devices, and of a time only what is of it', async () => {
    const claims = await trail({ person: 'N1-mgr' })
    expect(claims.map(({ action }) => action)).toEqual(['read-case-group'])
    expect(claims[0]).toMatchObject({
      groups: '99999999',
      what: 'claimed: not in sight when the hub heard',
    })
    expect((await trail()).at(-1)).toMatchObject({ action: 'device-wipe', device: DEVICE, what: 'people: 1' })
    expect(await trail({ to: NOW })).toEqual([])
    expect(await trail({ from: NOW })).toHaveLength((await trail()).length)
    expect(await trail({ person: 'N1' })).toEqual([])
  })

  it('holds nothing in the database while its reader takes his time, and ends where it ended when he began', async () => {
    const whole = await trail()
    const reading = readTrail(hub.database, ALL, 1)
    const first = await reading.next()
    const held = await hub.database.db
      .selectFrom(sql<{ state: string }>`pg_stat_activity`.as('held'))
      .select('state')
      .where(sql<boolean>`datname = current_database() AND state LIKE 'idle in transaction%'`)
      .execute()
    expect(held).toEqual([])
    await markDevice(hub.database, DEVICE, 'allow', NOW)
    const rest = await allOf(reading)
    expect([first.value, ...rest]).toEqual(whole)
  })

  it('leaves out what becomes nationally sensitive while it is read (ACC-3)', async () => {
    const named = { ...plain, id: number('99999999') }
    const reading = readTrail(hub.database, ALL, 1)
    await reading.next()
    await hub.write([{ ...named, sensitive: true }])
    expect(JSON.stringify(await allOf(reading))).not.toContain(named.id)
    await hub.write([named])
    expect(JSON.stringify(await trail())).toContain(named.id)
  })

  it('has no line of a nationally sensitive group, and no gap where one would be (ACC-3)', async () => {
    const rows = await trail()
    expect(await trail({ person: 'SCR-lead' })).toEqual([])
    expect(rows.some(row => 'seq' in row)).toBe(false)
    for (const told of [sensitive.id, 'SCR-1', 'school']) expect(JSON.stringify(rows)).not.toContain(told)
    expect(await trail({ group: sensitive.id })).toEqual(await trail({ group: '12345678' }))
    // What was done while it was stays out of sight.
    await hub.write([
      { ...sensitive, sensitive: false },
      { ...lost, sensitive: false },
    ])
    expect(JSON.stringify(await trail({ group: sensitive.id }))).not.toContain('school')
    expect(await hub.database.db.selectFrom('audit').select('entry').execute()).toEqual(
      expect.arrayContaining([{ entry: expect.stringContaining('request-recovery') }]),
    )
    expect(await trail({ group: lost.id })).toEqual([])
  })
})
