import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { connectionTo } from '../database/database.ts'
import type { HubSchema } from '../database/schema.ts'
import { Refusal } from './refusal.ts'

/**
 * One connection that stays the same throughout an import: its staging tables live and die with it, a killed
 * import leaves none behind, and nothing else writes the source's facts meanwhile.
 */
export interface ImportSession {
  readonly client: pg.Client
  /** The same connection, for the hub's own store. */
  readonly db: Kysely<HubSchema>
  close(): Promise<void>
}

const IMPORT = 7_206_113

export async function openSession(url: string): Promise<ImportSession> {
  const client = new pg.Client(connectionTo(url))
  // A connection that breaks fails the query it was asked; without a listener it would end the process.
  client.on('error', () => {})
  await client.connect()
  const close = () => client.end()
  try {
    await prepare(client)
  } catch (problem) {
    await close()
    throw problem
  }
  const lent = Object.assign(client, { release: () => {} })
  const pool = { connect: async () => lent, end: async () => {}, options: {} }
  return { client, db: new Kysely<HubSchema>({ dialect: new PostgresDialect({ pool }) }), close }
}

async function prepare(client: pg.Client): Promise<void> {
  const { rows } = await client.query(`SELECT pg_try_advisory_lock(${IMPORT}) AS alone`)
  if (!rows[0].alone) throw new Refusal('Another import is running on this hub; wait until it is done.')
  await client.query(`SET work_mem = '128MB'; SET temp_buffers = '64MB'; SET jit = off`)
}
