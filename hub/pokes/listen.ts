import pg from 'pg'
import type { Logger } from 'pino'
import { type Instant, londonDate } from '../../shared/domain/time.ts'
import { alive, type Database } from '../database/database.ts'
import { traceOf } from '../http/errors.ts'
import { POKE_CHANNEL } from '../store/announcement.ts'
import { loadOrganisation } from '../store/load-organisation.ts'
import type { PokeStreams } from './poke-streams.ts'

const RECONNECT = 1000

/** In milliseconds: how often it is seen whether the database still speaks, and how long its word is waited for. */
interface Pace {
  readonly beat: number
  readonly patience: number
}

const usualPace: Pace = { beat: 20_000, patience: 10_000 }

/** Hears what every hub on the database wrote, and pokes the desks of this one. Returns how to stop. */
export async function listen(
  database: Database,
  streams: PokeStreams,
  log: Logger,
  clock: () => Instant,
  pace: Pace = usualPace,
): Promise<() => Promise<void>> {
  let stopped = false
  let retry: NodeJS.Timeout | undefined
  let looking = Promise.resolve()
  const { heard, allPassed } = hearing(messages => passOn(messages, database, streams, log, clock))
  const lost = () => {
    clearTimeout(retry)
    if (!stopped) retry = setTimeout(() => (looking = again()), RECONNECT)
  }
  const client = { now: await ear(database.url, pace, heard, lost) }

  async function again(): Promise<void> {
    try {
      const found = await ear(database.url, pace, heard, lost)
      // Stopped while it was looked for: nobody else would end it.
      if (stopped) return await found.end()
      client.now = found
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
    await looking
    await allPassed()
  }
}

/** Passes on what is heard, what comes meanwhile together. */
function hearing(passOn: (messages: readonly string[]) => Promise<void>) {
  let unpassed: string[] = []
  let passing = Promise.resolve()
  return {
    heard(message: string): void {
      if (unpassed.push(message) > 1) return
      passing = passing.then(() => {
        const messages = unpassed
        unpassed = []
        return passOn(messages)
      })
    },
    allPassed: () => passing,
  }
}

/** A connection that only listens. */
async function ear(
  url: string,
  { beat, patience }: Pace,
  heard: (message: string) => void,
  lost: () => void,
): Promise<pg.Client> {
  const waits = { connectionTimeoutMillis: patience, query_timeout: patience }
  const client = new pg.Client({ connectionString: url, ...waits, ...alive })
  client.on('error', () => {})
  client.on('notification', ({ payload }) => heard(payload ?? ''))
  const give = () => client.end()
  await client.connect()
  await client.query(`LISTEN ${POKE_CHANNEL}`).catch(problem => give().then(() => Promise.reject(problem)))
  // Whoever only listens takes a machine that vanished for one with nothing to say.
  let pulse: NodeJS.Timeout
  const feel = () => {
    pulse = setTimeout(() => void client.query('SELECT 1').then(feel, give), beat)
  }
  feel()
  client.on('end', () => {
    clearTimeout(pulse)
    lost()
  })
  return client
}

async function passOn(
  messages: readonly string[],
  { db }: Database,
  streams: PokeStreams,
  log: Logger,
  clock: () => Instant,
): Promise<void> {
  try {
    const index = await loadOrganisation(db, 'none')
    for (const message of messages) {
      const [version, ...buckets] = message.split('\n')
      streams.touched(Number(version), buckets, index, londonDate(clock()))
    }
  } catch (problem) {
    log.warn(traceOf(problem), 'Pokes were not passed on.')
    // Nobody knows whose they were.
    streams.pokeAll()
  }
}
