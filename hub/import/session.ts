import { Kysely, PostgresDialect, type PostgresPool, type PostgresPoolClient } from 'kysely'
import pg from 'pg'
import { connectionTo } from '../database/database.ts'
import type { HubSchema } from '../database/schema.ts'
import { Refusal } from './refusal.ts'

export interface Queries {
  query<Row extends pg.QueryResultRow>(
    query: string | pg.QueryConfig,
    values?: unknown[],
  ): Promise<pg.QueryResult<Row>>
}

/**
 * One connection that stays the same throughout an import: its staging tables live and die with it, a killed
 * import leaves none behind, and nothing else writes the source's facts meanwhile.
 */
export interface ImportSession {
  /** For a stream of rows, while no query runs. */
  readonly copying: pg.Client
  /** Queries of all parts of the import take turns. */
  readonly queries: Queries
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
  try {
    await prepare(client)
  } catch (problem) {
    await client.end()
    throw problem
  }
  const queries = inTurn(client)
  const db = new Kysely<HubSchema>({ dialect: new PostgresDialect({ pool: poolOfOne(queries) }) })
  return { copying: client, queries, db, close: () => client.end() }
}

function poolOfOne(queries: Queries): PostgresPool {
  const lent = { ...queries, release: () => {} } as unknown as PostgresPoolClient
  return { connect: async () => lent, end: async () => {}, options: {} }
}

async function prepare(client: pg.Client): Promise<void> {
  const { rows } = await client.query(`SELECT pg_try_advisory_lock(${IMPORT}) AS alone`)
  if (!rows[0].alone) throw new Refusal('Another import is running on this hub; wait until it is done.')
  // Rough statistics are enough to tell a big stage from a small one.
  await client.query(`
    SET work_mem = '128MB'; SET temp_buffers = '64MB'; SET jit = off; SET default_statistics_target = 10`)
}

function inTurn(client: pg.Client): Queries {
  let last: Promise<unknown> = Promise.resolve()
  return {
    query<Row extends pg.QueryResultRow>(query: string | pg.QueryConfig, values?: unknown[]) {
      const run = () => client.query<Row>(query, values)
      const result = last.then(run, run)
      last = result
      return result
    },
  }
}
