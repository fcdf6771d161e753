import pg from 'pg'
import type { Logger } from 'pino'
import { type Instant, londonDate } from '../../shared/domain/time.ts'
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
  clock: () => Instant,
): Promise<() => Promise<void>> {
  let stopped = false
  let retry: NodeJS.Timeout | undefined
  let passing = Promise.resolve()
  const heard = (message: string) => {
    passing = passing.then(() => passOn(message, database, streams, log, clock))
  }
  const lost = () => {
    clearTimeout(retry)
    if (!stopped) retry = setTimeout(() => void again(), RECONNECT)
  }
  const client = { now: await ear(database.url, heard, lost) }

  async function again(): Promise<void> {
    try {
      client.now = await ear(database.url, heard, lost)
      // What happened meanwhile was not heard.
      streams.pokeAll()
    } catch (problem) {
      log.warn(traceOf(problem), 'The database cannot be heard.')
      lost()
    }
  }

  return async () => {
    stopped = true
    clearTimeout(retry)
    await client.now.end()
    await passing
  }
}

/** A connection that only listens. */
async function ear(url: string, heard: (message: string) => void, lost: () => void): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  client.on('notification', ({ payload }) => heard(payload ?? ''))
  await client.connect()
  client.on('end', lost)
  await client.query(`LISTEN ${POKE_CHANNEL}`)
  return client
}

async function passOn(
  message: string,
  { db }: Database,
  streams: PokeStreams,
  log: Logger,
  clock: () => Instant,
): Promise<void> {
  const [version, ...buckets] = message.split('\n')
  try {
    const index = await loadOrganisation(db, 'none')
    streams.touched(Number(version), buckets, index, londonDate(clock()))
  } catch (problem) {
    log.warn(traceOf(problem), 'A poke was not passed on.')
  }
}
