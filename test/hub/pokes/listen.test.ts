import { sql } from 'kysely'
import { pino } from 'pino'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { listen } from '../../../hub/pokes/listen.ts'
import { pokeStreams } from '../../../hub/pokes/poke-streams.ts'
import { aHub, NOW, type TestHub } from '../support/a-hub.ts'
import { aLine } from '../support/a-line.ts'
import { until } from '../support/a-stream.ts'

let hub: TestHub
let line: Awaited<ReturnType<typeof aLine>>

beforeEach(async () => {
  hub = await aHub()
  line = await aLine(hub.url)
})
afterEach(async () => {
  line.close()
  await hub.close()
})

it('a hub that hears nothing of a database whose machine vanished listens anew, and pokes everybody', async () => {
  let poked = 0
  const streams = { ...pokeStreams(), pokeAll: () => void poked++ }
  const log = pino({ level: 'silent' })
  const database = { ...hub.database, url: line.url }
  const stop = await listen(database, streams, log, () => NOW, { beat: 100, patience: 2000 })
  line.vanish()
  await until(() => poked > 0)
  await stop()
  expect(poked).toBe(1)
})

it('a hub that stops while it listens anew leaves no connection behind', async () => {
  const log = pino({ level: 'silent' })
  const database = { ...hub.database, url: line.url }
  const stop = await listen(database, pokeStreams(), log, () => NOW, { beat: 100, patience: 5000 })
  line.hold()
  await endListening(hub)
  await until(() => line.held() > 0)
  const stopped = stop()
  line.letGo()
  await stopped
  await until(() => line.held() === 0)
})

/** Ends every connection that listens, as a restart would. */
async function endListening({ database }: TestHub): Promise<void> {
  await sql`
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND query LIKE 'LISTEN%'`.execute(database.db)
}
