import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { pino } from 'pino'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { buildApp } from '../../../hub/app.ts'
import { verifyAudit } from '../../../hub/audit/verify-audit.ts'
import { devicesSeen, markDevice } from '../../../hub/session/devices.ts'
import { verbOf } from '../../../hub/session/run-devices.ts'
import { DEMO_SIGN_IN, PULL, SESSION } from '../../../shared/sync/paths.ts'
import { PROTOCOL, SCHEMA } from '../../../shared/sync/protocol-version.ts'
import type { SessionReply } from '../../../shared/sync/session.ts'
import { aHub, NOW, type TestHub } from '../support/a-hub.ts'

const DAY = 86_400_000
const MINUTE = 60_000

let hub: TestHub
let app: FastifyInstance
let now: number
let device: string

beforeAll(async () => {
  hub = await aHub()
  app = await buildApp({
    database: hub.database,
    demo: true,
    deskFolder: null,
    log: pino({ level: 'silent' }),
    clock: () => new Date(now).toISOString(),
    session: { idleMinutes: 20, hours: 10 },
  })
})
afterAll(async () => {
  await app.close()
  await hub.close()
})
beforeEach(() => {
  now = Date.parse(NOW)
  device = randomUUID()
})

async function signIn(staffNumber = 'N1-lead') {
  const reply = await app.inject({ method: 'POST', url: DEMO_SIGN_IN, payload: { staffNumber, device } })
  const cookies = Object.fromEntries(reply.cookies.map(({ name, value }) => [name, value]))
  return { status: reply.statusCode, body: reply.json() as SessionReply, cookies }
}

type SignedIn = Awaited<ReturnType<typeof signIn>>

const found = async ({ cookies }: SignedIn) => app.inject({ url: SESSION, cookies })
const pulled = ({ cookies }: SignedIn) =>
  app.inject({
    method: 'POST',
    url: PULL,
    cookies,
    payload: {
      protocol: PROTOCOL,
      schema: SCHEMA,
      staffNumber: 'N1-lead',
      clientId: device,
      caseload: null,
      sensitive: null,
      resultsAfter: 0,
    },
  })
const codeOf = (reply: { json(): unknown }) => (reply.json() as { error: { code: string } }).error.code
const mine = async () => (await devicesSeen(hub.database)).filter(each => each.device === device)

describe('the session', () => {
  it('says when the desk locks itself, and when one signs in again', async () => {
    const { body, ...session } = await signIn()
    expect(body).toMatchObject({ idleSeconds: 20 * 60, secondsLeft: 10 * 3600 })
    now += 60 * MINUTE
    expect((await found({ body, ...session })).json()).toMatchObject({ secondsLeft: 9 * 3600 })
  })

  it('ends at its limit, whatever was done in it', async () => {
    const session = await signIn()
    now += 10 * 3_600_000 - 1000
    expect((await pulled(session)).statusCode).toBe(200)
    now += 1000
    expect(codeOf(await pulled(session))).toBe('not-signed-in')
  })
})

describe('a device without contact', () => {
  it('gets the key of what it kept for 14 days, and after that another one; that of what waits never changes', async () => {
    const first = (await signIn()).body
    now += 14 * DAY
    const second = (await signIn()).body
    expect(second).toMatchObject({ deviceKey: first.deviceKey, cacheKey: first.cacheKey })
    now += 14 * DAY + 1000
    const third = (await signIn()).body
    expect(third.deviceKey).toBe(first.deviceKey)
    expect(third.cacheKey).not.toBe(first.cacheKey)
  })

  it('is known by its last contact, noted at most every ten minutes', async () => {
    const session = await signIn()
    now += 5 * MINUTE
    await pulled(session)
    expect(await mine()).toMatchObject([{ staffNumber: 'N1-lead', firstSeen: NOW, lastSeen: NOW }])
    now += 6 * MINUTE
    await pulled(session)
    expect(await mine()).toMatchObject([{ lastSeen: new Date(now).toISOString() }])
  })
})

describe('a hub restored from before somebody’s first sign-in on a device', () => {
  it('gives him the key of what waits there again, and to nobody else, nor elsewhere; what was kept never opens', async () => {
    const first = (await signIn()).body
    await hub.database.db.deleteFrom('device_key').where('device', '=', device).execute()
    const again = (await signIn()).body
    expect(again.deviceKey).toBe(first.deviceKey)
    expect(again.cacheKey).not.toBe(first.cacheKey)
    const colleague = (await signIn('N1-1')).body
    device = randomUUID()
    const elsewhere = (await signIn()).body
    expect(new Set([first, colleague, elsewhere].map(({ deviceKey }) => deviceKey)).size).toBe(3)
  })
})

describe('a device that is to be wiped', () => {
  const mark = (verb: 'wipe' | 'allow', id = device) =>
    markDevice(hub.database, id, verb, new Date(now).toISOString())

  it('is told so at its next contact, and nobody gets a key on it, not even who never worked there', async () => {
    const session = await signIn()
    expect(await mark('wipe')).toBe(1)
    for (const reply of [await pulled(session), await found(session)])
      expect([reply.statusCode, codeOf(reply)]).toEqual([403, 'wiped'])
    expect(await signIn()).toMatchObject({ status: 403 })
    expect(await signIn('N1-1')).toMatchObject({ status: 403 })
    expect(await mine()).toHaveLength(1)
  })

  it('is given no session at a refused sign-in, and one that it got before the mark opens nothing', async () => {
    const before = await signIn()
    const other = await signIn('N1-1')
    await hub.database.db.deleteFrom('device_key').where('staff_number', '=', 'N1-1').execute()
    await mark('wipe')
    expect((await signIn('N1-2')).cookies).toEqual({})
    for (const session of [before, other]) expect(codeOf(await pulled(session))).toBe('wiped')
  })

  it('gives what waited there back when it is allowed again, and never what was kept', async () => {
    const session = await signIn()
    const before = session.body
    await mark('wipe')
    await mark('allow')
    expect(codeOf(await pulled(session))).toBe('not-signed-in')
    const { status, body } = await signIn()
    expect(status).toBe(200)
    expect(body.deviceKey).toBe(before.deviceKey)
    expect(body.cacheKey).not.toBe(before.cacheKey)
  })

  it('leaves the other devices of its person alone', async () => {
    const session = await signIn()
    const lost = device
    device = randomUUID()
    await signIn()
    await mark('wipe')
    device = lost
    expect((await pulled(session)).statusCode).toBe(200)
  })

  it('is one that is known, and its wiping is in the audit trail (ACC-5)', async () => {
    expect(await mark('wipe')).toBe(0)
    await signIn()
    await mark('wipe')
    const trail = await hub.database.db
      .selectFrom('audit')
      .select('entry')
      .orderBy('seq', 'desc')
      .limit(1)
      .execute()
    expect(JSON.parse(trail[0]?.entry ?? '')).toMatchObject({
      action: 'device-wipe',
      device,
      actor: { kind: 'system' },
    })
    const verdict = await hub.database.db.transaction().execute(tx => verifyAudit(tx, []))
    expect(verdict.kind).toBe('whole')
  })
})

describe('the command devices', () => {
  it('is understood with a verb and an id, and not otherwise', () => {
    expect(verbOf('list', undefined)).toEqual(['list', undefined])
    expect(verbOf('wipe', device)).toEqual(['wipe', device])
    for (const [verb, id] of [
      ['wipe', undefined],
      ['list', device],
      ['burn', device],
      ['wipe', 'mine'],
    ] as const)
      expect(verbOf(verb, id)).toBeNull()
  })
})
