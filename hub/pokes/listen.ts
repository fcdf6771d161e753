import pg from 'pg'
import type { Logger } from 'pino'
import type { Database } from '../database/database.ts'
import { traceOf } from '../http/errors.ts'
import { POKE_CHANNEL } from '../store/announcement.ts'
import { loadOrganisation } from '../store/load-organisation.ts'
import type { PokeStreams } from './poke-streams.ts'

const RECONNECT = 1000

/** Hears what every hub on the database wrote, and pokes the desks of this one. Returns how to stop. */
export async function listen(
  database: Database,
  streams: PokeStreams,
  log: Logger,
): Promise<() => Promise<void>> {
  let stopped = false
  let client: pg.Client | undefined
  let retry: NodeJS.Timeout | undefined
  let queue = Promise.resolve()

  async function pass(message: string): Promise<void> {
    const [version, ...buckets] = message.split('\n')
    try {
      streams.touched(Number(version), buckets, await loadOrganisation(database.db, 'none'))
    } catch (problem) {
      log.warn(traceOf(problem), 'A poke was not passed on.')
    }
  }

  async function connect(): Promise<void> {
    const fresh = new pg.Client({ connectionString: database.url })
    client = fresh
    fresh.on('error', () => {})
    fresh.on('end', () => {
      clearTimeout(retry)
      if (!stopped) retry = setTimeout(() => void reconnect(), RECONNECT)
    })
    fresh.on('notification', ({ payload }) => {
      queue = queue.then(() => pass(payload ?? ''))
    })
    await fresh.connect()
    await fresh.query(`LISTEN ${POKE_CHANNEL}`)
  }

  async function reconnect(): Promise<void> {
    try {
      await connect()
      // What happened meanwhile was not heard.
      streams.pokeAll()
    } catch (problem) {
      log.warn(traceOf(problem), 'The database cannot be heard.')
      await client?.end().catch(() => {})
    }
  }

  await connect()
  return async () => {
    stopped = true
    clearTimeout(retry)
    await client?.end()
    await queue
  }
}
