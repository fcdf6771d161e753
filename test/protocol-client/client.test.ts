import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aHub, type TestHub } from '../hub/support/a-hub.ts'
import { listening } from '../hub/support/a-stream.ts'
import { aCaseGroup, number } from '../make/a-case-group.ts'
import { type Fetch, signedIn } from './client.ts'

let hub: TestHub
let base: string

beforeEach(async () => {
  hub = await aHub(['10000001', '10000002', '10000003'].map(id => aCaseGroup({ id: number(id) })))
  base = await listening(hub.app)
})

afterEach(() => hub.close())

/** A network that loses what is asked for: the request on its way there, or the reply on its way back. */
function network() {
  const faults: ('request' | 'reply')[] = []
  const ask: Fetch = async (url, init) => {
    const fault = url.endsWith('/sync/push') ? faults.shift() : undefined
    if (fault === 'request') throw new Error('lost on its way there')
    const reply = await fetch(url, init)
    if (fault === 'reply') throw new Error('lost on its way back')
    return reply
  }
  return { faults, ask }
}

const allocate = (id: string, to: string, from: string) =>
  [
    'allocate-case-group',
    { masterCaseNumber: id, team: 'N1', holder: to },
    { team: 'N1', holder: from },
    null,
  ] as const

const holderOf = (documents: ReadonlyMap<string, { document: unknown }>, id: string) =>
  (documents.get(`case-group/${id}`)?.document as { holder: string } | undefined)?.holder

async function versions(): Promise<number> {
  const { rows } = await sql<{ version: number }>`SELECT version FROM hub_version`.execute(hub.database.db)
  return rows[0]?.version ?? 0
}

describe('a client that a stranger wrote from docs/protocol.md', () => {
  it('signs in, synchronises, pushes and ends with what the hub counts', async () => {
    const client = await signedIn(base, 'N1-lead', fetch)
    expect(await client.sync()).toBe(true)
    expect(client.caseload().documents.size).toBe(4)
    const done = client.give(...allocate('10000001', 'N1-2', 'N1-1'))
    const late = client.give(...allocate('10000001', 'N1-2', 'N1-1'))
    expect(await client.sync()).toBe(true)
    expect(client.outcomes.get(done)).toEqual({ kind: 'accepted' })
    expect(client.outcomes.get(late)).toMatchObject({ kind: 'refused', refusal: { kind: 'changed' } })
    expect(holderOf(client.caseload().documents, '10000001')).toBe('N1-2')
    expect(client.mismatches).toEqual([])
  })

  it('sees what another did, and loses what went', async () => {
    const [leader, worker] = [await signedIn(base, 'N1-lead', fetch), await signedIn(base, 'N1-1', fetch)]
    await leader.sync()
    await worker.sync()
    expect(worker.caseload().documents.size).toBe(4)
    leader.give(...allocate('10000002', 'N1-2', 'N1-1'))
    await leader.sync()
    await worker.sync()
    expect(worker.caseload().documents.size).toBe(3)
    expect(worker.mismatches).toEqual([])
  })

  it.each(['request', 'reply'] as const)(
    'does everything once when the %s of a push is lost',
    async fault => {
      const { faults, ask } = network()
      const client = await signedIn(base, 'N1-lead', ask)
      await client.sync()
      const before = await versions()
      faults.push(fault)
      const ids = ['10000001', '10000002'].map(id => client.give(...allocate(id, 'N1-2', 'N1-1')))
      expect(await client.sync()).toBe(false)
      const more = client.give(...allocate('10000003', 'N1-2', 'N1-1'))
      expect(await client.sync()).toBe(true)
      for (const id of [...ids, more]) expect(client.outcomes.get(id)).toEqual({ kind: 'accepted' })
      expect(await versions()).toBe(before + (fault === 'reply' ? 2 : 1))
      expect(client.mismatches).toEqual([])
    },
  )

  it('sends again what a hub that was restored from a backup has lost', async () => {
    const client = await signedIn(base, 'N1-lead', fetch)
    client.give(...allocate('10000001', 'N1-2', 'N1-1'))
    await client.sync()
    for (const table of TABLES) await run(`CREATE TABLE saved_${table} AS TABLE ${table}`)
    const lost = client.give(...allocate('10000002', 'N1-2', 'N1-1'))
    await client.sync()
    await run('ALTER TABLE audit DISABLE TRIGGER USER')
    for (const table of TABLES) await run(`TRUNCATE ${table} CASCADE`)
    for (const table of TABLES) await run(`INSERT INTO ${table} TABLE saved_${table}`)
    expect(await client.sync()).toBe(true)
    expect(client.outcomes.get(lost)).toEqual({ kind: 'accepted' })
    expect(holderOf(client.caseload().documents, '10000001')).toBe('N1-2')
    expect(holderOf(client.caseload().documents, '10000002')).toBe('N1-2')
    expect(client.mismatches).toEqual([])
  })
})

const run = (statement: string) => sql.raw(statement).execute(hub.database.db)

// All that a backup brings back.
const TABLES = [
  'hub_version',
  'version_log',
  'case_group',
  'organisation',
  'bucket_member',
  'bucket',
  'client',
  'command_result',
  'audit',
]
