import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { forgetOld } from '../../../hub/store/forget-old.ts'
import type { StaffNumber } from '../../../shared/domain/ids.ts'
import { aCaseGroup } from '../../make/a-case-group.ts'
import { anEnvelope } from '../../make/a-command.ts'
import { aClient } from '../support/a-client.ts'
import { aHub, NOW, type TestHub } from '../support/a-hub.ts'

let hub: TestHub

beforeEach(async () => {
  hub = await aHub([aCaseGroup()])
  const leader = await aClient(hub.app, 'N1-lead')
  await leader.push(anEnvelope('clear-lock', {}, {}))
  await hub.write([aCaseGroup({ holder: 'N1-2' as StaffNumber })])
  await hub.write([aCaseGroup({ holder: 'N1-2' as StaffNumber, title: 'changed' })])
})

afterEach(() => hub.close())

/** Makes all that the hub has so many days older. */
async function age(days: number): Promise<void> {
  for (const table of ['version_log', 'command_result'])
    await sql
      .raw(`UPDATE ${table} SET at = '${NOW}'::timestamptz - interval '${days} days'`)
      .execute(hub.database.db)
}

async function counts() {
  const { rows } = await sql`
    SELECT (SELECT count(*) FROM bucket_member WHERE NOT present) AS tombstones,
      (SELECT count(*) FROM version_log) AS versions, (SELECT count(*) FROM command_result) AS results
  `.execute(hub.database.db)
  return rows[0]
}

describe('the hub forgets', () => {
  it('nothing within 90 days', async () => {
    await age(89)
    await forgetOld(hub.database, NOW)
    expect(await counts()).toEqual({ tombstones: 1, versions: 4, results: 1 })
  })

  it('what left a bucket 90 days ago', async () => {
    await age(91)
    await forgetOld(hub.database, NOW)
    expect(await counts()).toEqual({ tombstones: 0, versions: 4, results: 1 })
  })

  it('versions and results after 400 days, but never how far a client has come', async () => {
    await age(401)
    await forgetOld(hub.database, NOW)
    expect(await counts()).toEqual({ tombstones: 0, versions: 2, results: 0 })
    const clients = await hub.database.db.selectFrom('client').select('last_seq').execute()
    expect(clients).toEqual([{ last_seq: 1 }])
  })
})
