import { readdir, readFile, rename, rm } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openDevice } from '../../electron/device.ts'
import { type HubTransport, hubTransport } from '../../electron/hub-transport.ts'
import { openIdentities } from '../../electron/identity.ts'
import { failed } from '../../electron/reply.ts'
import { staffNumber } from '../../shared/domain/ids.ts'
import { session } from '../electron-stand-in/session.ts'
import type { Settings } from '../electron-stand-in/settings.ts'
import { keyFiles } from './key-files.ts'
import { type SmallHub, smallHub } from './small-hub.ts'

const { folder, open } = keyFiles()
const person = staffNumber.parse('1001')
let hub: SmallHub
let starts = 0

const START = Date.parse('2026-11-26T09:00:00Z')
const DAY = 86_400_000
const MINUTE = 60_000
const LIMIT = 43_200_000
let now = START
let ran = 0
const time = { now: () => now, ran: () => ran }

beforeEach(async () => {
  now = START
  ran = 0
  hub = await smallHub()
  vi.spyOn(console, 'error').mockImplementation(() => {})
})

afterEach(() => hub.stop())

function pass(milliseconds: number): void {
  now += milliseconds
  ran += milliseconds
}

/** The main process of a desk that was just started. */
async function start(keyStore: Settings['keyStore'] = 'working') {
  starts += 1
  const jar = session.fromPartition(`start ${starts}`)
  const transport = hubTransport(jar, hub.url)
  const identities = await openIdentities(await groundOf(hub.url, jar, transport, keyStore))
  return { ...identities, transport, jar }
}

const groundOf = async (
  url: URL,
  jar: ReturnType<typeof session.fromPartition>,
  transport: HubTransport,
  keyStore?: Settings['keyStore'],
) => ({
  ...{ device: await openDevice(folder(), url), store: await open(keyStore), hub: url },
  ...{ jar, transport, time, openInBrowser: async () => {} },
})

/** The same of a desk of another hub, which cannot be reached. */
async function startElsewhere() {
  const transport: HubTransport = { request: async () => failed('no-hub'), pokes: () => () => {} }
  const url = new URL('https://hub.example')
  const jar = session.fromPartition('elsewhere')
  return { ...(await openIdentities(await groundOf(url, jar, transport))), url, jar }
}

const names = () => readdir(join(folder(), 'desk'))

const given = (dataKey: unknown = expect.any(Uint8Array)) => ({
  staffNumber: '1001',
  name: 'Siân Test',
  demo: true,
  clientId: expect.any(String),
  dataKey,
  cacheKey: dataKey,
  idleSeconds: 900,
  until: START + 43_200_000,
})

describe('who works at the desk', () => {
  it('is nobody at first, and the hub says whether one may try', async () => {
    const desk = await start()
    expect(await desk.identity()).toEqual({
      kind: 'done',
      value: { kind: 'signed-out', demo: true, provider: false },
    })
    await hub.stop()
    expect(await desk.identity()).toEqual(failed('no-hub'))
    hub = await smallHub()
  })

  it('is whoever signed in, with his key', async () => {
    const desk = await start()
    expect(await desk.signIn(person)).toEqual({ kind: 'done', value: given() })
    expect(desk.isSignedIn(person)).toBe(true)
    expect(desk.isSignedIn(staffNumber.parse('1002'))).toBe(false)
  })

  it('is known at the next start without the hub, with the same key and number', async () => {
    const before = await (await start()).signIn(person)
    await hub.stop()
    const after = await (await start()).identity()
    hub = await smallHub()
    expect(after).toEqual({
      kind: 'done',
      value: { kind: 'signed-in', identity: before.kind === 'done' && before.value },
    })
  })

  it('is nobody at another hub, whose session is not sent there', async () => {
    await (await start()).signIn(person)
    const elsewhere = await startElsewhere()
    expect(elsewhere.isSignedIn(person)).toBe(false)
    expect(await elsewhere.jar.cookies.get({ url: elsewhere.url.href })).toEqual([])
  })

  it('is still signed in at the hub after a restart', async () => {
    await (await start()).signIn(person)
    await (await start()).transport.request('POST', '/sync/pull', '1')
    expect(hub.heard.at(-1)).toBe('POST /sync/pull desk-session=secret-of-1001')
  })

  it('is nobody after signing out, at the next start neither, and the key comes back with him', async () => {
    const desk = await start()
    const first = await desk.signIn(person)
    await desk.signOut()
    expect(desk.isSignedIn(person)).toBe(false)
    expect(hub.heard).toContain('DELETE /session desk-session=secret-of-1001')
    const next = await start()
    expect(await next.identity()).toEqual({
      kind: 'done',
      value: { kind: 'signed-out', demo: true, provider: false },
    })
    expect(await next.signIn(person)).toEqual(first)
  })

  it('may finish writing what he began before he left, until another comes or the page goes', async () => {
    const desk = await start()
    await desk.signIn(person)
    await desk.signOut()
    expect([desk.isSignedIn(person), desk.mayWriteFor(person)]).toEqual([false, true])
    expect(desk.mayWriteFor(staffNumber.parse('1002'))).toBe(false)
    await desk.signIn(staffNumber.parse('1002'))
    expect(desk.mayWriteFor(person)).toBe(false)
    await desk.signOut()
    desk.documentChanges()
    expect(desk.mayWriteFor(staffNumber.parse('1002'))).toBe(false)
  })

  it('signs out without the hub too', async () => {
    const desk = await start()
    await desk.signIn(person)
    await hub.stop()
    expect(await desk.signOut()).toEqual({ kind: 'done', value: undefined })
    hub = await smallHub()
    expect(await (await start()).identity()).toMatchObject({ value: { kind: 'signed-out' } })
  })

  it('is not let in when the hub says no, or says something else', async () => {
    const desk = await start()
    expect(await desk.signIn(staffNumber.parse('9999'))).toEqual(failed('sign-in-refused'))
    hub.answerNext(response => void response.writeHead(200).end('<html>'))
    expect(await desk.signIn(person)).toEqual(failed('sign-in-refused'))
    await hub.stop()
    expect(await desk.signIn(person)).toEqual(failed('no-hub'))
    hub = await smallHub()
    expect(desk.isSignedIn(person)).toBe(false)
  })

  it('works without a key where nothing protects one, and nothing of him is written', async () => {
    const desk = await start('basic_text')
    expect(await desk.signIn(person)).toEqual({ kind: 'done', value: given(null) })
    expect(await names()).toEqual(['device.json'])
    expect(await (await start('basic_text')).identity()).toMatchObject({ value: { kind: 'signed-out' } })
  })

  it('is in no file in clear, nor is his session', async () => {
    await (await start()).signIn(person)
    for (const name of await names()) {
      const content = await readFile(join(folder(), 'desk', name), 'utf8')
      // Between no other letters: in what is sealed the digits stand somewhere now and then.
      expect(content).not.toMatch(/\b1001\b|Siân|secret-of/)
    }
  })
})

describe('the key', () => {
  it('is given once to each document', async () => {
    const desk = await start()
    await desk.signIn(person)
    expect(await desk.identity()).toEqual(failed('key-given'))
    desk.documentChanges()
    expect(await desk.identity()).toEqual({
      kind: 'done',
      value: { kind: 'signed-in', identity: given() },
    })
    expect(await desk.identity()).toEqual(failed('key-given'))
  })
})

describe('a session', () => {
  it('is over at its limit, without the hub too; what waits and what is kept stays sealed', async () => {
    const desk = await start()
    await desk.signIn(person)
    pass(LIMIT - 1)
    await desk.noteHand()
    expect(await (await start()).identity()).toMatchObject({ value: { kind: 'signed-in' } })
    pass(1)
    expect(await (await start()).identity()).toMatchObject({ value: { kind: 'signed-out' } })
    desk.documentChanges()
    expect(await desk.identity()).toMatchObject({ value: { kind: 'signed-out' } })
  })

  it('is over at its limit though the clock was set back after the desk last ran', async () => {
    const desk = await start()
    await desk.signIn(person)
    pass(LIMIT - MINUTE)
    await desk.noteHand()
    pass(MINUTE)
    await desk.watchLease()
    now -= MINUTE
    expect(await (await start()).identity()).toMatchObject({ value: { kind: 'signed-out' } })
  })

  it('goes on at the next start until nobody had a hand on the desk for too long', async () => {
    const desk = await start()
    await desk.signIn(person)
    pass(14 * MINUTE)
    await desk.noteHand()
    pass(15 * MINUTE - 1)
    expect(await (await start()).identity()).toMatchObject({ value: { kind: 'signed-in' } })
    pass(1)
    expect(await (await start()).identity()).toMatchObject({ value: { kind: 'signed-out' } })
    now -= 5 * MINUTE
    expect(await (await start()).identity()).toMatchObject({ value: { kind: 'signed-out' } })
  })

  it.each([
    ['by a clock that was set back', (time: number) => time - 5 * MINUTE],
    ['where no hand was kept', (time: number) => time],
  ])('does not go on where nobody knows how long it was left alone: %s', async (how, set) => {
    await (await start()).signIn(person)
    if (how.startsWith('where')) await rm(join(folder(), 'desk', 'last-hand.sealed'))
    now = set(now)
    expect(await (await start()).identity()).toMatchObject({ value: { kind: 'signed-out' } })
  })

  it('is not taken up by another document after too long, though the desk still runs and its clock was set back', async () => {
    const desk = await start()
    await desk.signIn(person)
    ran += 14 * MINUTE
    desk.documentChanges()
    expect(await desk.identity()).toMatchObject({ value: { kind: 'signed-in' } })
    ran += MINUTE
    desk.documentChanges()
    expect(await desk.identity()).toMatchObject({ value: { kind: 'signed-out' } })
    expect(desk.isSignedIn(person)).toBe(false)
  })
})

describe('who leaves a hub that hangs', () => {
  it('is forgotten before it answers: a desk that is started again knows nobody', async () => {
    const desk = await start()
    await desk.signIn(person)
    const hanging: ServerResponse[] = []
    hub.answerNext(response => void hanging.push(response))
    const leaving = desk.signOut()
    await vi.waitFor(async () => expect(await names()).not.toContain('last-signed-in.sealed'))
    expect(await (await start()).identity()).toMatchObject({ value: { kind: 'signed-out' } })
    hanging[0]?.writeHead(204).end()
    await leaving
  })

  it('takes nothing from who comes after him', async () => {
    const desk = await start()
    await desk.signIn(person)
    hub.answerNext(response => void setTimeout(() => response.writeHead(204).end(), 50))
    const leaving = desk.signOut()
    const coming = desk.signIn(staffNumber.parse('1002'))
    await Promise.all([leaving, coming])
    expect(desk.isSignedIn(staffNumber.parse('1002'))).toBe(true)
    await desk.transport.request('POST', '/sync/pull', '1')
    expect(hub.heard.at(-1)).toBe('POST /sync/pull desk-session=secret-of-1002')
    expect(await (await start()).identity()).toMatchObject({ value: { identity: { staffNumber: '1002' } } })
  })

  it('is not let in when the machine is locked while he comes', async () => {
    const desk = await start()
    const coming = desk.signIn(person)
    await desk.signOut()
    expect(await coming).toEqual(failed('not-signed-in'))
    expect(desk.isSignedIn(person)).toBe(false)
    expect(await (await start()).identity()).toMatchObject({ value: { kind: 'signed-out' } })
  })

  it.each(['signOut', 'closed'] as const)('has no answer to what he asked before he left (%s)', async how => {
    const desk = await start()
    await desk.signIn(person)
    hub.answerNext(() => {})
    const asked = desk.transport.request('POST', '/sync/pull', '1', desk.leaves())
    await vi.waitFor(() => expect(hub.heard.at(-1)).toContain('/sync/pull'))
    if (how === 'signOut') await desk.signOut()
    else await desk.hubClosed('not-signed-in')
    expect(await asked).toEqual(failed('no-hub'))
    expect(desk.leaves().aborted).toBe(false)
  })

  it('is not taken for who came since by what the hub says of him late', async () => {
    const desk = await start()
    await desk.signIn(person)
    const before = desk.turn()
    await desk.signOut()
    await desk.signIn(staffNumber.parse('1002'))
    await desk.hubClosed('not-signed-in', before)
    expect(desk.isSignedIn(staffNumber.parse('1002'))).toBe(true)
  })
})

describe('the keys of somebody', () => {
  const keysOf = async (desk: Awaited<ReturnType<typeof start>>) => {
    const reply = await desk.signIn(person)
    if (reply.kind !== 'done') throw new Error(reply.code)
    return reply.value
  }

  it('are kept for 14 days without the hub, and then those of the caseload are gone for ever', async () => {
    const first = await keysOf(await start())
    now += 14 * DAY
    await start()
    const second = await keysOf(await start())
    expect(second).toMatchObject({ cacheKey: first.cacheKey, clientId: first.clientId })
    now += 14 * DAY + 1
    await start()
    now -= 14 * DAY
    const third = await keysOf(await start())
    expect(third.cacheKey).not.toEqual(first.cacheKey)
    expect(third).toMatchObject({ dataKey: first.dataKey, clientId: first.clientId })
  })

  it('are gone after 14 days of running though the clock was set back', async () => {
    const desk = await start()
    const first = await keysOf(desk)
    now -= 365 * DAY
    ran += 14 * DAY + 1
    await desk.watchLease()
    expect(desk.isSignedIn(person)).toBe(false)
    expect((await keysOf(desk)).cacheKey).not.toEqual(first.cacheKey)
  })

  it('stay while the hub answers', async () => {
    const desk = await start()
    const first = await keysOf(desk)
    for (let day = 0; day < 30; day += 10) {
      now += 10 * DAY
      await desk.hubAnswered()
      await desk.watchLease()
    }
    expect(desk.isSignedIn(person)).toBe(true)
    expect((await keysOf(await start())).cacheKey).toEqual(first.cacheKey)
  })

  it.each(['not-signed-in', 'wiped'] as const)('are destroyed when the hub says %s', async word => {
    const desk = await start()
    const first = await keysOf(desk)
    await desk.hubClosed(word)
    expect([desk.isSignedIn(person), desk.mayWriteFor(person)]).toEqual([false, true])
    expect(await (await start()).identity()).toMatchObject({ value: { kind: 'signed-out' } })
    const next = await keysOf(await start())
    expect(next.cacheKey).not.toEqual(first.cacheKey)
    expect(next).toMatchObject({ dataKey: first.dataKey, clientId: first.clientId })
  })

  it('go for everybody who worked here when the device is wiped, at a sign-in too', async () => {
    const first = await keysOf(await start())
    const desk = await start()
    const body = JSON.stringify({ error: { code: 'wiped', message: 'Nothing.' } })
    hub.answerNext(response => void response.writeHead(403).end(body))
    expect(await desk.signIn(staffNumber.parse('1002'))).toEqual(failed('wiped'))
    expect((await keysOf(desk)).cacheKey).not.toEqual(first.cacheKey)
  })

  it.each(['not-signed-in', 'wiped'] as const)(
    'are destroyed when the hub says %s though the session could not be forgotten',
    async word => {
      const desk = await start()
      const first = await keysOf(desk)
      vi.spyOn(desk.jar.cookies, 'get').mockRejectedValue(new Error('No jar.'))
      await desk.hubClosed(word)
      expect(desk.isSignedIn(person)).toBe(false)
      expect(await (await start()).identity()).toMatchObject({ value: { kind: 'signed-out' } })
      expect((await keysOf(await start())).cacheKey).not.toEqual(first.cacheKey)
    },
  )

  it('stay when another hub has what is of it wiped; its clock counts for them all the same', async () => {
    const first = await keysOf(await start())
    await (await startElsewhere()).hubClosed('wiped')
    const second = await keysOf(await start())
    expect(second.cacheKey).toEqual(first.cacheKey)
    now += 14 * DAY + 1
    await startElsewhere()
    now -= 14 * DAY
    expect((await keysOf(await start())).cacheKey).not.toEqual(first.cacheKey)
  })

  /** As they were called before hubs were in the names. */
  async function unmark(): Promise<string[]> {
    const marked = (await names()).filter(name => /\.(key|lease)$/.test(name)).toSorted()
    for (const name of marked) {
      const old = name.replace(/^[0-9a-f]{8}-/, '')
      await rename(join(folder(), 'desk', name), join(folder(), 'desk', old))
    }
    return marked
  }

  it.each(['is still in', 'signs in'] as const)(
    'of before hubs were in the names are taken over when their person %s: no other hub has them wiped then',
    async how => {
      const first = await keysOf(await start())
      if (how === 'signs in') await (await start()).signOut()
      const marked = await unmark()
      const desk = await start()
      const reply = how === 'signs in' ? await desk.signIn(person) : await desk.identity()
      expect(JSON.stringify(reply)).toContain(first.clientId)
      expect(await names()).toEqual(expect.arrayContaining(marked))
      await (await startElsewhere()).hubClosed('wiped')
      expect(await keysOf(desk)).toMatchObject({ cacheKey: first.cacheKey, clientId: first.clientId })
    },
  )

  it('of before that go with a wipe by any hub until their person has come: all but the number', async () => {
    const first = await keysOf(await start())
    const marked = await unmark()
    await (await startElsewhere()).hubClosed('wiped')
    const next = await keysOf(await start())
    expect(next).toMatchObject({ clientId: first.clientId, dataKey: first.dataKey })
    expect(next.cacheKey).not.toEqual(first.cacheKey)
    expect(await names()).toEqual(expect.arrayContaining(marked))
  })

  it('go with a wipe from a desk without a key store, too', async () => {
    await keysOf(await start())
    await (await start('basic_text')).hubClosed('wiped')
    expect((await names()).filter(name => name.endsWith('.key'))).toEqual([])
  })
})
