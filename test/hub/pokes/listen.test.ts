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
