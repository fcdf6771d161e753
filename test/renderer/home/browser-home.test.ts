import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { browserHome } from '../../../renderer/home/browser-home.ts'
import type { HubResponse } from '../../../renderer/home/home.ts'
import { seal, unseal } from '../../../renderer/sealing/seal.ts'
import { staff } from '../../make/an-organisation.ts'
import { everyByte } from '../support/databases.ts'

const [one, other] = [staff('9001'), staff('9002')]
const key = Buffer.alloc(32, 5).toString('base64')
const session = (deviceKey = key) => ({
  staffNumber: one,
  name: 'Aoife',
  demo: true,
  deviceKey,
  cacheKey: key,
  idleSeconds: 900,
  secondsLeft: 43_200,
})

let indexedDB: IDBFactory
let stored: Map<string, string>
let asked: unknown[]
let answers: (readonly [status: number, body: unknown] | Error)[]

beforeEach(() => {
  indexedDB = new IDBFactory()
  stored = new Map()
  asked = []
  answers = []
})

const open = () =>
  browserHome({
    indexedDB,
    IDBKeyRange,
    storage: {
      getItem: name => stored.get(name) ?? null,
      setItem: (name, value) => void stored.set(name, value),
      removeItem: name => void stored.delete(name),
    },
    transport: {
      async request(...request): Promise<HubResponse> {
        asked.push(request)
        const answer = answers.shift()
        if (!answer || answer instanceof Error) throw answer ?? new Error('No network.')
        const [status, body] = answer
        return { status, body: new TextEncoder().encode(JSON.stringify(body)), retryAfter: null }
      },
      pokes: () => () => {},
    },
  })

const record = (of: number) => ({ key: of, sealed: new Uint8Array([of, 2, 3]) })

describe('who sits at the browser', () => {
  it('is who the hub says, with the key that it holds for him here', async () => {
    answers = [[200, session()]]
    const found = await open().identity()
    if (found.kind !== 'signed-in' || !found.identity.dataKey) throw new Error('Nobody is signed in.')
    const { dataKey } = found.identity
    const sealed = await seal(dataKey, new TextEncoder().encode('x'), 'here')
    expect(new TextDecoder().decode(await unseal(dataKey, sealed, 'here'))).toBe('x')
    await expect(crypto.subtle.exportKey('raw', dataKey)).rejects.toThrow()
  })

  it('is counted under the same number each time, and another person under another', async () => {
    const home = open()
    answers = [
      [200, session()],
      [200, { ...session(), staffNumber: other }],
      [200, session()],
    ]
    const ids = [await home.signIn(one), await home.signIn(other), await open().signIn(one)].map(
      ({ clientId }) => clientId,
    )
    expect(ids[0]).toBe(ids[2])
    expect(ids[0]).not.toBe(ids[1])
    const devices = asked.map(request => ((request as unknown[])[2] as { device: string }).device)
    expect(new Set(devices).size).toBe(1)
  })

  it('is nobody after a 401, and is offered the demonstration where the hub has one', async () => {
    answers = [
      [401, {}],
      [200, { status: 'ok', demo: true, provider: null }],
    ]
    expect(await open().identity()).toEqual({ kind: 'signed-out', demo: true, provider: false })
  })

  it.each([
    ['no answer', new Error('No network.')],
    ['an answer of somebody else', [200, '<html>'] as const],
    ['a busy hub', [503, {}] as const],
  ])('cannot be known without the hub: it says how many changes wait sealed, after %s', async (_, answer) => {
    const home = open()
    await home.outbox.put(one, [record(1), record(2)])
    await home.outbox.put(other, [record(1)])
    answers = [answer]
    expect(await home.identity()).toEqual({ kind: 'locked', waiting: 3 })
  })

  it('may keep nothing with a key that is none', async () => {
    answers = [[200, session('short')]]
    expect((await open().signIn(one)).dataKey).toBeNull()
  })

  it('may keep nothing in a browser that does not keep its number, though the disk has room again later', async () => {
    let isFull = true
    const opening = indexedDB.open.bind(indexedDB)
    vi.spyOn(indexedDB, 'open').mockImplementation((name, version) => {
      if (isFull && name === 'desk-device') throw new DOMException('Full.', 'QuotaExceededError')
      return opening(name, version)
    })
    const home = open()
    answers = [
      [200, session()],
      [200, session()],
    ]
    const first = await home.signIn(one)
    expect([first.dataKey, first.cacheKey]).toEqual([null, null])
    isFull = false
    const second = await home.signIn(one)
    expect([second.dataKey, second.clientId]).toEqual([null, first.clientId])
    expect(asked[0]).toEqual(asked[1])

    answers = [[200, session()]]
    expect((await open().signIn(one)).dataKey).not.toBeNull()
  })

  it('is not let in where the hub refuses', async () => {
    answers = [[404, {}]]
    await expect(open().signIn(one)).rejects.toThrow('did not let')
  })
})

describe('signing out', () => {
  const signedIn = async () => {
    const home = open()
    answers = [[200, session()]]
    await home.signIn(one)
    return home
  }

  it.each([204, 401])('is done when the hub answers %i', async status => {
    const home = await signedIn()
    answers = [
      [200, session()],
      [status, {}],
    ]
    await home.signOut()
    expect(asked.at(-1)).toEqual(['DELETE', '/session'])
  })

  it.each([503, 500, 403])('fails where the hub answers %i: the session lives on', async status => {
    const home = await signedIn()
    answers = [
      [200, session()],
      [status, {}],
    ]
    await expect(home.signOut()).rejects.toThrow('did not end the session')
  })

  it('leaves the session of whoever signed in since in another window (ACC-4)', async () => {
    const home = await signedIn()
    answers = [[200, { ...session(), staffNumber: other }]]
    await home.signOut()
    expect(asked.map(request => (request as unknown[])[0])).not.toContain('DELETE')
  })
})

describe('a desk that locks itself', () => {
  it('ends the session, also when the hub hears of it only later: before that nobody gets a key', async () => {
    const home = open()
    answers = [[200, session()]]
    await home.signIn(one)
    home.beginLock()
    answers = [new Error('No network.')]
    await home.lock()
    await home.outbox.put(one, [record(1)])

    answers = [new Error('No network.')]
    expect(await open().identity()).toEqual({ kind: 'locked', waiting: 1 })

    asked = []
    answers = [
      [200, session()],
      [204, null],
      [401, {}],
      [200, { status: 'ok', demo: true, provider: null }],
    ]
    expect(await open().identity()).toMatchObject({ kind: 'signed-out' })
    expect(asked.map(request => (request as unknown[])[0])).toEqual(['GET', 'DELETE', 'GET', 'GET'])

    answers = [[200, session()]]
    expect(await open().identity()).toMatchObject({ kind: 'signed-in' })
  })

  it.each([500, 503])('gives nobody a key while the hub answers %i', async status => {
    open().beginLock()
    answers = [
      [status, {}],
      [status, {}],
      [200, session()],
    ]
    expect(await open().identity()).toMatchObject({ kind: 'locked' })
  })

  it('opens for nobody from its first step on, though its page was closed before the last', async () => {
    const home = open()
    answers = [[200, session()]]
    await home.signIn(one)
    home.beginLock()
    answers = [
      [200, session()],
      [503, {}],
      [200, session()],
    ]
    expect(await open().identity()).toMatchObject({ kind: 'locked' })
    expect([...stored].flat().join()).not.toContain(one)
  })

  it('leaves the session of whoever signed in since (ACC-4)', async () => {
    const home = open()
    answers = [[200, session()]]
    await home.signIn(one)
    home.beginLock()
    const theirs = { ...session(), staffNumber: other }
    answers = [
      [200, theirs],
      [200, theirs],
    ]
    const found = await open().identity()
    expect(found).toMatchObject({ kind: 'signed-in', identity: { staffNumber: other } })
    expect(asked.map(request => (request as unknown[])[0])).not.toContain('DELETE')
    home.beginLock()
    answers = [[200, session()]]
    await open().signIn(one)
    expect([...stored.keys()]).toEqual(['desk.hand'])
  })
})

describe('a page that was closed without having locked itself', () => {
  const over = [204, null] as const
  const nobody = [401, {}] as const
  const offer = [200, { status: 'ok', demo: true, provider: null }] as const
  const MINUTE = 60_000

  beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }))
  afterEach(() => void vi.useRealTimers())
  const pass = (milliseconds: number) => vi.setSystemTime(Date.now() + milliseconds)
  const leftAfterAHand = async () => {
    const home = open()
    answers = [[200, session()]]
    await home.signIn(one)
    pass(20 * MINUTE)
    home.noteHand()
    asked = []
  }

  it('opens again until nobody had a hand on it for its idle time, and then for nobody', async () => {
    await leftAfterAHand()
    pass(15 * MINUTE - 1)
    answers = [[200, session()]]
    expect(await open().identity()).toMatchObject({ kind: 'signed-in' })

    await leftAfterAHand()
    pass(15 * MINUTE)
    answers = [[200, session()], over, nobody, offer]
    expect(await open().identity()).toMatchObject({ kind: 'signed-out' })
    expect(asked.map(request => (request as unknown[])[0])).toEqual(['GET', 'DELETE', 'GET', 'GET'])

    // Once: the session of whoever comes then is his own.
    answers = [[200, session()]]
    expect(await open().identity()).toMatchObject({ kind: 'signed-in' })
  })

  it('opens for nobody while the hub cannot end its session, nor by a clock that was set back', async () => {
    await leftAfterAHand()
    pass(-5 * MINUTE)
    answers = [new Error('No network.')]
    expect(await open().identity()).toMatchObject({ kind: 'locked' })
    pass(5 * MINUTE)
    answers = [
      [200, session()],
      [503, {}],
      [200, session()],
    ]
    expect(await open().identity()).toMatchObject({ kind: 'locked' })
  })

  it('takes nothing from whoever signed in since (ACC-4), and names nobody', async () => {
    await leftAfterAHand()
    expect([...stored].flat().join()).not.toContain(one)
    pass(15 * MINUTE)
    const theirs = [200, { ...session(), staffNumber: other }] as const
    answers = [theirs, theirs]
    expect(await open().identity()).toMatchObject({ identity: { staffNumber: other } })
  })

  it('is of the past once its person signed out', async () => {
    const home = open()
    answers = [[200, session()], [200, session()], over]
    await home.signIn(one)
    await home.signOut()
    pass(60 * MINUTE)
    answers = [[200, session()]]
    expect(await open().identity()).toMatchObject({ kind: 'signed-in' })
  })
})

describe('a device that is to be wiped', () => {
  it('says so, and how many changes wait sealed', async () => {
    const home = open()
    await home.outbox.put(one, [record(1), record(2)])
    answers = [[403, { error: { code: 'wiped', message: 'Nothing.' } }]]
    expect(await home.identity()).toEqual({ kind: 'wiped', waiting: 2 })
  })
})

describe('the outbox in the browser', () => {
  it('keeps each person’s records in their order, through a restart', async () => {
    await open().outbox.put(one, [record(12), record(3)])
    const { outbox } = open()
    await outbox.put(other, [record(1)])
    expect((await outbox.load(one)).map(({ key }) => key)).toEqual([3, 12])
    expect(await outbox.load(one)).toEqual([record(3), record(12)])
    await outbox.remove(one, [3])
    expect([await outbox.count(one), await outbox.count(other)]).toEqual([1, 1])
  })

  it('names nobody on the disk', async () => {
    await open().outbox.put(one, [record(1)])
    expect(await everyByte({ indexedDB })).not.toContain(one)
    expect([...stored].flat().join()).not.toContain(one)
  })
})
