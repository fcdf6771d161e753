import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openCookie, sealCookie } from '../../../hub/pull/cookie.ts'
import { forgetOld } from '../../../hub/store/forget-old.ts'
import type { StaffNumber } from '../../../shared/domain/ids.ts'
import { SCHEMA } from '../../../shared/sync/protocol-version.ts'
import { aCaseGroup, number } from '../../make/a-case-group.ts'
import { aClient, type TestClient } from '../support/a-client.ts'
import { aHub, NOW, type TestHub } from '../support/a-hub.ts'

const groups = [aCaseGroup(), aCaseGroup({ id: number('10000002') })]

let hub: TestHub
let worker: TestClient

beforeEach(async () => {
  hub = await aHub(groups)
  worker = await aClient(hub.app, 'N1-1')
  await worker.pull()
})

afterEach(() => hub.close())

describe('a cookie', () => {
  it('continues where it was given', async () => {
    const { caseload } = await worker.pull()
    expect([caseload.reset, caseload.patch]).toEqual([false, []])
  })

  it('is as long for a manager of everything as for a caseworker with one group', async () => {
    const manager = await aClient(hub.app, 'N1-mgr')
    await manager.pull()
    expect(manager.caseload.cookie?.length).toBe(worker.caseload.cookie?.length)
  })

  it.each([
    ['that was changed', (cookie: string) => `${cookie.slice(0, -4)}AAAA`],
    ['that was cut', (cookie: string) => cookie.slice(0, 40)],
    ['that was made up', () => randomBytes(1516).toString('base64url')],
    ['that is no base64', () => 'é { } '],
    ['that is empty', () => ''],
  ])('%s is answered with everything', async (_, forged) => {
    worker.caseload.cookie = forged(worker.caseload.cookie ?? '')
    const { caseload } = await worker.pull()
    expect([caseload.reset, caseload.patch.length]).toEqual([true, 3])
  })

  it('of another person is answered with everything of one’s own', async () => {
    const colleague = await aClient(hub.app, 'N1-2')
    await colleague.pull()
    worker.caseload.cookie = colleague.caseload.cookie
    const { caseload } = await worker.pull()
    expect(caseload.reset).toBe(true)
    expect(worker.ids()).toEqual(['10000001', '10000002', 'organisation'])
  })

  it('of the sensitive part does not continue the other', async () => {
    const nominated = await aClient(hub.app, 'SCR-lead')
    await nominated.pull()
    nominated.caseload.cookie = nominated.sensitive.cookie
    expect((await nominated.pull()).caseload.reset).toBe(true)
  })

  it('is not asked of a desk that reads documents of another schema', async () => {
    const answer = await worker.ask('POST', '/sync/pull', { ...worker.request(), schema: 0 })
    expect([answer.status, JSON.parse(answer.text).error.code]).toEqual([409, 'other-protocol'])
  })

  it('of before a restored backup is answered with everything, even when the hub is further by now', async () => {
    await copyAside(hub)
    await hub.write([aCaseGroup({ title: 'lost' })])
    await worker.pull()
    await restore(hub)
    await hub.write([aCaseGroup({ id: number('10000003') })])
    await hub.write([aCaseGroup({ id: number('10000004') })])
    const { caseload } = await worker.pull()
    expect(caseload.reset).toBe(true)
    expect(worker.document('10000001')).toEqual(groups[0])
    expect(worker.ids()).toHaveLength(5)
  })

  it('of another lineage is answered with everything', async () => {
    await sql`UPDATE hub_version SET lineage = gen_random_uuid()`.execute(hub.database.db)
    expect((await worker.pull()).caseload.reset).toBe(true)
  })

  it('older than a bucket’s tombstones has that bucket sent again, and nothing that left it stays', async () => {
    await hub.write([aCaseGroup({ holder: 'N1-2' as StaffNumber })])
    await hub.write([aCaseGroup({ holder: 'N1-2' as StaffNumber, title: 'changed' })])
    await sql`UPDATE version_log SET at = '2026-06-01' WHERE version < 3`.execute(hub.database.db)
    await forgetOld(hub.database, NOW)
    const { caseload } = await worker.pull()
    expect([caseload.reset, caseload.clear]).toEqual([false, ['person:N1-1']])
    expect(caseload.patch.map(({ id }) => id)).toEqual(['10000002'])
    expect(worker.ids()).toEqual(['10000002', 'organisation'])
  })

  it('of a version that the hub forgot is answered with everything', async () => {
    await hub.write([aCaseGroup({ holder: 'N1-2' as StaffNumber })])
    await hub.write([aCaseGroup({ id: number('10000009') })])
    await sql`UPDATE version_log SET at = '2025-01-01' WHERE version < 3`.execute(hub.database.db)
    await forgetOld(hub.database, NOW)
    const { caseload } = await worker.pull()
    expect(caseload.reset).toBe(true)
    expect(worker.ids()).toEqual(['10000002', '10000009', 'organisation'])
  })

  it('opens only with the secret that sealed it', () => {
    const content = {
      lineage: 'l',
      schema: SCHEMA,
      person: 'p',
      part: 'caseload' as const,
      seen: 1,
      stamp: 's',
      held: { since: 1, buckets: [] },
      fresh: null,
      place: null,
    }
    const [secret, other] = [randomBytes(32), randomBytes(32)]
    const cookie = sealCookie(content, secret, randomBytes(12))
    expect(openCookie(cookie, secret)).toEqual(content)
    expect(openCookie(cookie, other)).toBe(undefined)
  })
})

// What a backup that is taken by copying rows would bring back: everything that the hub keeps.
const TABLES = ['hub_version', 'version_log', 'case_group', 'organisation', 'bucket_member', 'bucket']

async function copyAside({ database: { db } }: TestHub): Promise<void> {
  for (const table of TABLES) await sql.raw(`CREATE TABLE saved_${table} AS TABLE ${table}`).execute(db)
}

async function restore({ database: { db } }: TestHub): Promise<void> {
  for (const table of TABLES) {
    await sql.raw(`TRUNCATE ${table}`).execute(db)
    await sql.raw(`INSERT INTO ${table} TABLE saved_${table}`).execute(db)
  }
}
