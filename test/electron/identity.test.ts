// Longer than most: who is at the desk is one thing, and each case needs what the others set up.
import { readFile, rm } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { failed } from '../../electron/reply.ts'
import { staffNumber } from '../../shared/domain/ids.ts'
import { AUDIENCE, anIdentityProvider, CLIENT, type IdentityProvider } from '../identity-provider.ts'
import { desksOnADevice, MINUTE, person, START } from './desks-on-a-device.ts'
import { smallHub } from './small-hub.ts'

const desks = desksOnADevice()
const LIMIT = 43_200_000

let identity: IdentityProvider
beforeAll(async () => {
  identity = await anIdentityProvider(['http://127.0.0.1/signed-in'])
})
afterAll(() => identity.close())

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
    const desk = await desks.start()
    expect(await desk.identity()).toEqual({
      kind: 'done',
      value: { kind: 'signed-out', demo: true, provider: false },
    })
    await desks.hub.stop()
    expect(await desk.identity()).toEqual(failed('no-hub'))
    desks.hub = await smallHub()
  })

  it('is whoever signed in, with his key', async () => {
    const desk = await desks.start()
    expect(await desk.signIn(person)).toEqual({ kind: 'done', value: given() })
    expect(desk.isSignedIn(person)).toBe(true)
    expect(desk.isSignedIn(staffNumber.parse('1002'))).toBe(false)
  })

  it('is known at the next start without the hub, with the same key and number', async () => {
    const before = await (await desks.start()).signIn(person)
    await desks.hub.stop()
    const after = await (await desks.start()).identity()
    desks.hub = await smallHub()
    expect(after).toEqual({
      kind: 'done',
      value: { kind: 'signed-in', identity: before.kind === 'done' && before.value },
    })
  })

  it('is nobody at another hub, whose session is not sent there', async () => {
    await (await desks.start()).signIn(person)
    const elsewhere = await desks.startElsewhere()
    expect(elsewhere.isSignedIn(person)).toBe(false)
    expect(await elsewhere.jar.cookies.get({ url: elsewhere.url.href })).toEqual([])
  })

  it('is still signed in at the hub after a restart', async () => {
    await (await desks.start()).signIn(person)
    await (await desks.start()).transport.request('POST', '/sync/pull', '1')
    expect(desks.hub.heard.at(-1)).toBe('POST /sync/pull desk-session=secret-of-1001')
  })

  it('is nobody after signing out, at the next start neither, and the key comes back with him', async () => {
    const desk = await desks.start()
    const first = await desk.signIn(person)
    await desk.signOut()
    expect(desk.isSignedIn(person)).toBe(false)
    expect(desks.hub.heard).toContain('DELETE /session desk-session=secret-of-1001')
    const next = await desks.start()
    expect(await next.identity()).toEqual({
      kind: 'done',
      value: { kind: 'signed-out', demo: true, provider: false },
    })
    expect(await next.signIn(person)).toEqual(first)
  })

  it('may finish writing what he began before he left, until another comes or the page goes', async () => {
    const desk = await desks.start()
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
    const desk = await desks.start()
    await desk.signIn(person)
    await desks.hub.stop()
    expect(await desk.signOut()).toEqual({ kind: 'done', value: undefined })
    desks.hub = await smallHub()
    expect(await (await desks.start()).identity()).toMatchObject({ value: { kind: 'signed-out' } })
  })

  it('is not let in when the hub says no, or says something else', async () => {
    const desk = await desks.start()
    expect(await desk.signIn(staffNumber.parse('9999'))).toEqual(failed('unknown-person'))
    desks.hub.answerNext(response => void response.writeHead(200).end('<html>'))
    expect(await desk.signIn(person)).toEqual(failed('sign-in-refused'))
    await desks.hub.stop()
    expect(await desk.signIn(person)).toEqual(failed('no-hub'))
    desks.hub = await smallHub()
    expect(desk.isSignedIn(person)).toBe(false)
  })

  it.each([
    [403, { error: { code: 'wiped', message: '' } }, 'wiped'],
    [404, { error: { code: 'not-found', message: '' } }, 'unknown-person'],
    [429, { error: { code: 'too-many-requests', message: '' } }, 'hub-busy'],
    [503, { error: { code: 'busy', message: '' } }, 'hub-busy'],
    [502, '<html>', 'no-hub'],
    [403, '<html>', 'sign-in-refused'],
  ] as const)('is told why the hub does not let him in: %i %o is %s', async (status, body, code) => {
    const desk = await desks.start()
    desks.hub.answerNext(response => void response.writeHead(status).end(JSON.stringify(body)))
    expect(await desk.signIn(person)).toEqual(failed(code))
  })

  it('works without a key where nothing protects one, and nothing of him is written', async () => {
    const desk = await desks.start('basic_text')
    expect(await desk.signIn(person)).toEqual({ kind: 'done', value: given(null) })
    expect(await desks.names()).toEqual(['device.json'])
    expect(await (await desks.start('basic_text')).identity()).toMatchObject({
      value: { kind: 'signed-out' },
    })
  })

  it('is in no file in clear, nor is his session', async () => {
    await (await desks.start()).signIn(person)
    for (const name of await desks.names()) {
      const content = await readFile(join(desks.folder(), 'desk', name), 'utf8')
      // Between no other letters: in what is sealed the digits stand somewhere now and then.
      expect(content).not.toMatch(/\b1001\b|Siân|secret-of/)
    }
  })
})

describe('the key', () => {
  it('is given once to each document', async () => {
    const desk = await desks.start()
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
    const desk = await desks.start()
    await desk.signIn(person)
    desks.pass(LIMIT - 1)
    await desk.noteHand()
    expect(await (await desks.start()).identity()).toMatchObject({ value: { kind: 'signed-in' } })
    desks.pass(1)
    expect(await (await desks.start()).identity()).toMatchObject({ value: { kind: 'signed-out' } })
    desk.documentChanges()
    expect(await desk.identity()).toMatchObject({ value: { kind: 'signed-out' } })
  })

  it('is over at its limit though the clock was set back after the desk last ran', async () => {
    const desk = await desks.start()
    await desk.signIn(person)
    desks.pass(LIMIT - MINUTE)
    await desk.noteHand()
    desks.pass(MINUTE)
    await desk.watchLease()
    desks.now -= MINUTE
    expect(await (await desks.start()).identity()).toMatchObject({ value: { kind: 'signed-out' } })
  })

  it('goes on at the next start until nobody had a hand on the desk for too long', async () => {
    const desk = await desks.start()
    await desk.signIn(person)
    desks.pass(14 * MINUTE)
    await desk.noteHand()
    desks.pass(15 * MINUTE - 1)
    expect(await (await desks.start()).identity()).toMatchObject({ value: { kind: 'signed-in' } })
    desks.pass(1)
    expect(await (await desks.start()).identity()).toMatchObject({ value: { kind: 'signed-out' } })
    desks.now -= 5 * MINUTE
    expect(await (await desks.start()).identity()).toMatchObject({ value: { kind: 'signed-out' } })
  })

  it.each([
    ['by a clock that was set back', (time: number) => time - 5 * MINUTE],
    ['where no hand was kept', (time: number) => time],
  ])('does not go on where nobody knows how long it was left alone: %s', async (how, set) => {
    await (await desks.start()).signIn(person)
    if (how.startsWith('where')) await rm(join(desks.folder(), 'desk', 'last-hand.sealed'))
    desks.now = set(desks.now)
    expect(await (await desks.start()).identity()).toMatchObject({ value: { kind: 'signed-out' } })
  })

  it('is not taken up by another document after too long, though the desk still runs and its clock was set back', async () => {
    const desk = await desks.start()
    await desk.signIn(person)
    desks.ran += 14 * MINUTE
    desk.documentChanges()
    expect(await desk.identity()).toMatchObject({ value: { kind: 'signed-in' } })
    desks.ran += MINUTE
    desk.documentChanges()
    expect(await desk.identity()).toMatchObject({ value: { kind: 'signed-out' } })
    expect(desk.isSignedIn(person)).toBe(false)
  })
})

describe('who leaves a hub that hangs', () => {
  it('is forgotten before it answers: a desk that is started again knows nobody', async () => {
    const desk = await desks.start()
    await desk.signIn(person)
    const hanging: ServerResponse[] = []
    desks.hub.answerNext(response => void hanging.push(response))
    const leaving = desk.signOut()
    await vi.waitFor(async () => expect(await desks.names()).not.toContain('last-signed-in.sealed'))
    expect(await (await desks.start()).identity()).toMatchObject({ value: { kind: 'signed-out' } })
    hanging[0]?.writeHead(204).end()
    await leaving
  })

  it('takes nothing from who comes after him', async () => {
    const desk = await desks.start()
    await desk.signIn(person)
    desks.hub.answerNext(response => void setTimeout(() => response.writeHead(204).end(), 50))
    const leaving = desk.signOut()
    const coming = desk.signIn(staffNumber.parse('1002'))
    await Promise.all([leaving, coming])
    expect(desk.isSignedIn(staffNumber.parse('1002'))).toBe(true)
    await desk.transport.request('POST', '/sync/pull', '1')
    expect(desks.hub.heard.at(-1)).toBe('POST /sync/pull desk-session=secret-of-1002')
    expect(await (await desks.start()).identity()).toMatchObject({
      value: { identity: { staffNumber: '1002' } },
    })
  })

  it('is not let in when the machine is locked while he comes', async () => {
    const desk = await desks.start()
    const coming = desk.signIn(person)
    await desk.signOut()
    expect(await coming).toEqual(failed('not-signed-in'))
    expect(desk.isSignedIn(person)).toBe(false)
    expect(await (await desks.start()).identity()).toMatchObject({ value: { kind: 'signed-out' } })
  })

  it.each(['signOut', 'closed'] as const)('has no answer to what he asked before he left (%s)', async how => {
    const desk = await desks.start()
    await desk.signIn(person)
    desks.hub.answerNext(() => {})
    const asked = desk.transport.request('POST', '/sync/pull', '1', desk.leaves())
    await vi.waitFor(() => expect(desks.hub.heard.at(-1)).toContain('/sync/pull'))
    if (how === 'signOut') await desk.signOut()
    else await desk.hubClosed('not-signed-in')
    expect(await asked).toEqual(failed('no-hub'))
    expect(desk.leaves().aborted).toBe(false)
  })

  it('is not taken for who came since by what the hub says of him late', async () => {
    const desk = await desks.start()
    await desk.signIn(person)
    const before = desk.turn()
    await desk.signOut()
    await desk.signIn(staffNumber.parse('1002'))
    await desk.hubClosed('not-signed-in', before)
    expect(desk.isSignedIn(staffNumber.parse('1002'))).toBe(true)
  })
})

describe('one sign-in at a time', () => {
  it('is in with the first of two that come at once, and stays in', async () => {
    const desk = await desks.start()
    const [first, second] = await Promise.all([desk.signIn(person), desk.signIn(person)])
    expect([first, second]).toEqual([{ kind: 'done', value: given() }, failed('signing-in')])
    expect(desk.isSignedIn(person)).toBe(true)
    expect(desks.hub.heard).toEqual(['POST /session/demo'])
  })

  it('lets nobody in for a document that went while he came, and the next one may try at once', async () => {
    const desk = await desks.start()
    const before = desk.signIn(person)
    desk.documentChanges()
    const after = desk.signIn(person)
    expect(await before).toEqual(failed('not-signed-in'))
    expect(await after).toEqual({ kind: 'done', value: given() })
    expect(desks.hub.heard.slice(-2)).toEqual([
      'DELETE /session desk-session=secret-of-1001',
      'POST /session/demo',
    ])
    expect(await desk.transport.request('POST', '/sync/pull', '1')).toMatchObject({ kind: 'done' })
    expect(desks.hub.heard.at(-1)).toBe('POST /sync/pull desk-session=secret-of-1001')
  })

  it('says that it was given up, and not that the desk was locked, where that came in the last moment', async () => {
    const desk = await desks.start()
    const coming = desk.signIn(person)
    desk.giveUpSignIn()
    expect(await coming).toEqual(failed('given-up'))
    expect(desk.isSignedIn(person)).toBe(false)
  })

  it('can be given up while the browser is away, and tried again at once', async () => {
    const away = Promise.withResolvers<void>()
    const desk = await desks.start('working', async () => away.resolve())
    const offer = { issuer: identity.issuer, client: CLIENT, audience: AUDIENCE }
    desks.hub.provider = { forDesks: offer }
    const first = desk.signInWithProvider()
    await away.promise
    expect(await desk.signInWithProvider()).toEqual(failed('signing-in'))
    desk.giveUpSignIn()
    expect(await first).toEqual(failed('given-up'))
    expect(await desk.signIn(person)).toEqual({ kind: 'done', value: given() })
  })
})
