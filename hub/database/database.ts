import { Kysely, PostgresDialect, type Transaction } from 'kysely'
import pg from 'pg'
import { prepared } from './prepared.ts'
import { refuseInClear } from './refuse-in-clear.ts'
import type { HubSchema } from './schema.ts'

export interface Database {
  readonly url: string
  readonly db: Kysely<HubSchema>
  readonly pool: pg.Pool
  close(): Promise<void>
}

export type HubTransaction = Transaction<HubSchema>

/** As many as a hub uses at once. */
const CONNECTIONS = 10
const PATIENCE = 10_000

/**
 * Opens the hub's PostgreSQL; nothing is asked of it before the first query. A query that is not answered within
 * `answersWithin` milliseconds fails, and its connection is given up; 0: it is waited for as long as it takes.
 */
export function openDatabase(url: string, answersWithin = 0): Database {
  const pool = new pg.Pool({
    ...connectionTo(url),
    max: CONNECTIONS,
    connectionTimeoutMillis: PATIENCE,
    query_timeout: answersWithin,
    pipeline: true,
  })
  // A connection that breaks while idle is replaced at the next query; without a listener it would end the process.
  pool.on('error', () => {})
  // One that breaks between two queries of a transaction is told by the next of them; the same holds for it.
  pool.on('connect', client => client.on('error', () => {}))
  const db = new Kysely<HubSchema>({ dialect: new PostgresDialect({ pool: prepared(pool) }) })
  return { url, db, pool, close: () => db.destroy() }
}

/** A machine that vanished without a word is noticed, though nothing is asked of it. */
export const alive = { keepAlive: true, keepAliveInitialDelayMillis: 20_000 }

/** What a client of one's own needs to read values as the hub does. Refuses what would go over a network in clear. */
export function connectionTo(url: string) {
  refuseInClear(url)
  return { connectionString: url, types: { getTypeParser }, ...alive }
}

const { builtins } = pg.types

// pg gives bigint as text and makes local midnights of dates; here a count is a number, a date its text.
function getTypeParser(oid: number, format?: 'text' | 'binary') {
  if (oid === builtins.INT8) return safeNumber
  if (oid === builtins.DATE) return (text: string) => text
  if (oid === builtins.TIMESTAMPTZ) return (text: string) => new Date(text).toISOString()
  return pg.types.getTypeParser(oid, format ?? 'text')
}

function safeNumber(text: string): number {
  const number = Number(text)
  if (!Number.isSafeInteger(number)) throw new Error('A number of the database is too large to be exact.')
  return number
}
