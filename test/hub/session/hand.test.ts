import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { pino } from 'pino'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { buildApp } from '../../../hub/app.ts'
import { HAND, handWords } from '../../../shared/sync/hand.ts'
import { DEMO_SIGN_IN, PULL, SESSION } from '../../../shared/sync/paths.ts'
import { PROTOCOL, SCHEMA } from '../../../shared/sync/protocol-version.ts'
import type { SessionReply } from '../../../shared/sync/session.ts'
import { aHub, NOW, type TestHub } from '../support/a-hub.ts'

const MINUTE = 60_000
const LIMIT = 15 * MINUTE
const page = { origin: 'http://localhost', host: 'localhost' }

let hub: TestHub
let app: FastifyInstance
let now: number

beforeAll(async () => {
  hub = await aHub()
  app = await buildApp({
    database: hub.database,
    demo: true,
    deskFolder: null,
    log: pino({ level: 'silent' }),
    clock: () => new Date(now).toISOString(),
  })
})
afterAll(async () => {
  await app.close()
  await hub.close()
})
beforeEach(() => {
  now = Date.parse(NOW)
})

async function signIn(headers: Record<string, string> = page) {
  const payload = { staffNumber: 'N1-lead', device: randomUUID() }
  const reply = await app.inject({ method: 'POST', url: DEMO_SIGN_IN, headers, payload })
  const cookies = Object.fromEntries(reply.cookies.map(({ name, value }) => [name, value]))
  const { handKey } = reply.json() as SessionReply
  const hand = (seconds: number, key = handKey ?? '') => ({ [HAND]: handWords(key, seconds) })
  const found = (headers: Record<string, string> = {}) => app.inject({ url: SESSION, cookies, headers })
  const pulled = (headers: Record<string, string> = {}) =>
    app.inject({ method: 'POST', url: PULL, cookies, headers, payload: aPull })
  const ended = () => app.inject({ method: 'DELETE', url: SESSION, cookies })
  return { handKey, hand, found, pulled, ended }
}

const aPull = {
  ...{ protocol: PROTOCOL, schema: SCHEMA, staffNumber: 'N1-lead', clientId: randomUUID() },
  ...{ caseload: null, sensitive: null, resultsAfter: 0 },
}
const refused = { error: { code: 'not-signed-in', message: 'Sign in first.' } }

describe('the session of a page on which nobody had a hand for its idle time', () => {
  it('gives no key and no caseload any more, from a second after the limit on, though its page was closed unlocked', async () => {
    const { found, pulled } = await signIn()
    now += LIMIT
    expect([(await found()).statusCode, (await pulled()).statusCode]).toEqual([200, 200])
    now += 1000
    for (const reply of [await found(), await pulled()]) {
      expect(reply.statusCode).toBe(401)
      expect(reply.json()).toEqual(refused)
    }
  })

  it('is not kept by a page that only syncs, which tells how long ago the hand was', async () => {
    const { pulled, hand } = await signIn()
    for (let minute = 1; minute <= 15; minute++) {
      now += MINUTE
      expect((await pulled(hand(minute * 60))).statusCode).toBe(200)
    }
    // The page locks itself now, and sends what it may not keep: it has a minute.
    now += MINUTE
    expect((await pulled(hand(16 * 60))).statusCode).toBe(200)
    now += 1000
    expect((await pulled(hand(16 * 60 + 1))).statusCode).toBe(401)
  })

  it('goes on for as long as there is a hand, and from the last that was told of, to the second', async () => {
    const { found, pulled, hand } = await signIn()
    for (let times = 0; times < 4; times++) {
      now += 14 * MINUTE
      expect((await pulled(hand(10))).statusCode).toBe(200)
    }
    now += LIMIT - 10_000
    expect((await found()).statusCode).toBe(200)
    now += 1000
    expect((await found()).statusCode).toBe(401)
  })

  it('is taken up by the page that was worked on without network, and by no other', async () => {
    const { found, pulled, hand } = await signIn()
    const other = await signIn()
    now += 3 * 60 * MINUTE
    for (const forged of [{}, hand(0, other.handKey ?? ''), hand(0, 'A'.repeat(43)), { [HAND]: '0' }])
      expect((await found(forged)).statusCode).toBe(401)
    expect((await pulled(hand(16 * 60 + 1))).statusCode).toBe(401)
    expect((await pulled(hand(3))).statusCode).toBe(200)
    expect((await found()).statusCode).toBe(200)
  })

  it('can still be ended, and is then over for its page too', async () => {
    const { pulled, hand, ended } = await signIn()
    now += LIMIT + 1000
    expect((await ended()).statusCode).toBe(204)
    expect((await pulled(hand(0))).statusCode).toBe(401)
  })
})

describe('the session of a program', () => {
  it('is kept by its own idle lock: it has no key for the hub’s', async () => {
    const { handKey, found } = await signIn({})
    expect(handKey).toBeNull()
    now += 11 * 60 * MINUTE
    expect((await found()).statusCode).toBe(200)
  })
})

it('what a session gives is read by the desk’s requests, and by nobody in the address bar', async () => {
  const { found } = await signIn()
  const read = await found({ 'sec-fetch-mode': 'navigate' })
  expect([read.statusCode, read.body.includes('Key')]).toEqual([403, false])
  expect((await found({ 'sec-fetch-mode': 'cors' })).statusCode).toBe(200)
})
