import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildApp } from '../../../hub/app.ts'
import { usualLimits } from '../../../hub/http/limits.ts'
import { signIn } from '../support/a-client.ts'
import { aHub, type TestHub } from '../support/a-hub.ts'

let hub: TestHub
const apps: Awaited<ReturnType<typeof buildApp>>[] = []

beforeAll(async () => {
  hub = await aHub()
})
afterAll(async () => {
  for (const app of apps) await app.close()
  await hub.close()
})

async function limited(address: number, person: number, { heap = 1, lag = 1000 } = {}) {
  const log = pino({ level: 'silent' })
  const limits = { address, person, lag, heap }
  const app = await buildApp({ database: hub.database, demo: true, deskFolder: null, log, limits })
  apps.push(app)
  return app
}

const MANY = 1000

describe('who asks too often', () => {
  it('is let in so often from one address, and told when to come again', async () => {
    const app = await limited(5, MANY)
    const answers = []
    for (let time = 0; time < 7; time++) answers.push(await app.inject('/health'))
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200, 200, 200, 429, 429])
    const refused = answers.at(-1)
    expect(refused?.json()).toEqual({
      error: { code: 'too-many-requests', message: 'That was too often; wait a little.' },
    })
    expect(Number(refused?.headers['retry-after'])).toBeGreaterThan(0)
    const elsewhere = await app.inject({ url: '/health', remoteAddress: '192.0.2.7' })
    expect(elsewhere.statusCode).toBe(200)
  })

  it('is one person whichever device and address he asks from, and nobody else', async () => {
    const app = await limited(MANY, 4)
    const [one, other] = [await signIn(app, 'N1-1'), await signIn(app, 'N1-1')]
    const statuses = []
    for (let time = 0; time < 6; time++)
      statuses.push((await (time % 2 ? one : other)('GET', '/session')).status)
    expect(statuses).toEqual([200, 200, 200, 200, 429, 429])
    expect((await (await signIn(app, 'N1-2'))('GET', '/session')).status).toBe(200)
  })

  it('learns nothing of how often he may', async () => {
    const { headers } = await (await limited(5, MANY)).inject('/health')
    expect(Object.keys(headers).filter(name => name.startsWith('x-ratelimit'))).toEqual([])
  })
})

it('a hub that cannot keep up says so at once, and when to come again', async () => {
  // What is held against the limit is the mean of a second: a few waits of 10 ms beside the long one.
  const app = await limited(MANY, MANY, { lag: 100 })
  await app.ready()
  const answers = new Set<number>()
  const until = performance.now() + 20_000
  while (!answers.has(503) && performance.now() < until) {
    block(3000)
    await new Promise(done => setTimeout(done, 50))
    answers.add((await app.inject('/health')).statusCode)
  }
  expect(answers).toContain(503)
})

it('a hub whose memory is all but full says so too', async () => {
  expect((await (await limited(MANY, MANY)).inject('/health')).statusCode).toBe(200)
  const full = await limited(MANY, MANY, { heap: 0.000_001 })
  // It looks once a second.
  await expect.poll(async () => (await full.inject('/health')).statusCode, { timeout: 20_000 }).toBe(503)
  expect(usualLimits.heap).toBeLessThan(1)
})

it('who sends his request too slowly is not waited for longer than half a minute', async () => {
  expect((await limited(MANY, MANY)).server.requestTimeout).toBe(30_000)
})

function block(ms: number): void {
  const until = performance.now() + ms
  while (performance.now() < until);
}
