import { IDBFactory } from 'fake-indexeddb'
import { describe, expect, it, vi } from 'vitest'
import { seal, unseal } from '../../../renderer/sealing/seal.ts'
import { everyByte } from '../support/databases.ts'
import { aBrowser, one, other, record, session } from './browser.ts'

const browser = aBrowser()

describe('who sits at the browser', () => {
  it('is who the hub says, with the key that it holds for him here', async () => {
    browser.answers = [[200, session()]]
    const found = await browser.open().identity()
    if (found.kind !== 'signed-in' || !found.identity.dataKey) throw new Error('Nobody is signed in.')
    const { dataKey } = found.identity
    const sealed = await seal(dataKey, new TextEncoder().encode('x'), 'here')
    expect(new TextDecoder().decode(await unseal(dataKey, sealed, 'here'))).toBe('x')
    await expect(crypto.subtle.exportKey('raw', dataKey)).rejects.toThrow()
  })

  it('is counted under the same number each time, and another person under another', async () => {
    const home = browser.open()
    browser.answers = [
      [200, session()],
      [200, { ...session(), staffNumber: other }],
      [200, session()],
    ]
    const ids = [await home.signIn(one), await home.signIn(other), await browser.open().signIn(one)].map(
      ({ clientId }) => clientId,
    )
    expect(ids[0]).toBe(ids[2])
    expect(ids[0]).not.toBe(ids[1])
    const devices = browser.asked.map(request => ((request as unknown[])[2] as { device: string }).device)
    expect(new Set(devices).size).toBe(1)
  })

  it('is nobody after a 401, and is offered the demonstration where the hub has one', async () => {
    browser.answers = [
      [401, {}],
      [200, { status: 'ok', demo: true, provider: null }],
    ]
    expect(await browser.open().identity()).toEqual({ kind: 'signed-out', demo: true, provider: false })
  })

  it.each([
    ['no answer', new Error('No network.')],
    ['an answer of somebody else', [200, '<html>'] as const],
    ['a busy hub', [503, {}] as const],
  ])('cannot be known without the hub: it says how many changes wait sealed, after %s', async (_, answer) => {
    const home = browser.open()
    await home.outbox.put(one, [record(1), record(2)])
    await home.outbox.put(other, [record(1)])
    browser.answers = [answer]
    expect(await home.identity()).toEqual({ kind: 'locked', waiting: 3 })
  })

  it('may keep nothing with a key that is none', async () => {
    browser.answers = [[200, session('short')]]
    expect((await browser.open().signIn(one)).dataKey).toBeNull()
  })

  it('may keep nothing in a browser that does not keep its number, though the disk has room again later', async () => {
    let isFull = true
    const opening = browser.indexedDB.open.bind(browser.indexedDB)
    vi.spyOn(browser.indexedDB, 'open').mockImplementation((name, version) => {
      if (isFull && name === 'desk-device') throw new DOMException('Full.', 'QuotaExceededError')
      return opening(name, version)
    })
    const home = browser.open()
    browser.answers = [
      [200, session()],
      [200, session()],
    ]
    const first = await home.signIn(one)
    expect([first.dataKey, first.cacheKey]).toEqual([null, null])
    isFull = false
    const second = await home.signIn(one)
    expect([second.dataKey, second.clientId]).toEqual([null, first.clientId])
    expect(browser.asked[0]).toEqual(browser.asked[1])

    browser.answers = [[200, session()]]
    expect((await browser.open().signIn(one)).dataKey).not.toBeNull()
  })

  it.each([
    [[404, { error: { code: 'not-found', message: '' } }], 'unknown-person'],
    [[403, { error: { code: 'wiped', message: '' } }], 'wiped'],
    [[429, { error: { code: 'too-many-requests', message: '' } }], 'hub-busy'],
    [[502, '<html>'], 'no-hub'],
    [[404, {}], 'sign-in-refused'],
    [new Error('No network.'), 'no-hub'],
  ] as const)('is told why he is not let in: %j is %s', async (answer, why) => {
    browser.answers = [answer]
    await expect(browser.open().signIn(one)).rejects.toMatchObject({ cause: why })
  })
})

describe('signing out', () => {
  const signedIn = async () => {
    const home = browser.open()
    browser.answers = [[200, session()]]
    await home.signIn(one)
    return home
  }

  it.each([204, 401])('is done when the hub browser.answers %i', async status => {
    const home = await signedIn()
    browser.answers = [
      [200, session()],
      [status, {}],
    ]
    await home.signOut()
    expect(browser.asked.at(-1)).toEqual(['DELETE', '/session'])
  })

  it.each([503, 500, 403])('fails where the hub browser.answers %i: the session lives on', async status => {
    const home = await signedIn()
    browser.answers = [
      [200, session()],
      [status, {}],
    ]
    await expect(home.signOut()).rejects.toThrow('did not end the session')
  })

  it('leaves the session of whoever signed in since in another window (ACC-4)', async () => {
    const home = await signedIn()
    browser.answers = [[200, { ...session(), staffNumber: other }]]
    await home.signOut()
    expect(browser.asked.map(request => (request as unknown[])[0])).not.toContain('DELETE')
  })
})

describe('a device that is to be wiped', () => {
  it('says so, and how many changes wait sealed', async () => {
    const home = browser.open()
    await home.outbox.put(one, [record(1), record(2)])
    browser.answers = [[403, { error: { code: 'wiped', message: 'Nothing.' } }]]
    expect(await home.identity()).toEqual({ kind: 'wiped', waiting: 2 })
  })
})

describe('the outbox in the browser', () => {
  it('keeps each person’s records in their order, through a restart', async () => {
    await browser.open().outbox.put(one, [record(12), record(3)])
    const { outbox } = browser.open()
    await outbox.put(other, [record(1)])
    expect((await outbox.load(one)).map(({ key }) => key)).toEqual([3, 12])
    expect(await outbox.load(one)).toEqual([record(3), record(12)])
    await outbox.remove(one, [3])
    expect([await outbox.count(one), await outbox.count(other)]).toEqual([1, 1])
  })

  it('knows what a browser that lost its databases has lost, of each person, until he has looked', async () => {
    await browser.open().outbox.put(one, [record(12), record(3)])
    await browser.open().outbox.put(other, [record(4)])
    await browser.open().outbox.remove(one, [3])
    browser.indexedDB = new IDBFactory()
    const { outbox } = browser.open()
    const lost = { key: 12, sealed: null }
    expect(await outbox.load(one)).toEqual([lost])
    await outbox.put(one, [record(20)])
    expect(await browser.open().outbox.load(one)).toEqual([lost, record(20)])
    expect(await outbox.count(one)).toBe(1)
    await outbox.remove(one, [12])
    expect(await outbox.load(one)).toEqual([record(20)])
    expect(await outbox.load(other)).toEqual([{ key: 4, sealed: null }])
  })

  it('that the browser threw away with its databases comes back from the other store, under the same numbers', async () => {
    browser.second = new IDBFactory()
    const signedIn = async () => {
      browser.answers = [[200, session()]]
      return (await browser.open().signIn(one)).clientId
    }
    const clientId = await signedIn()
    await browser.open().outbox.put(one, [record(12), record(3), record(4)])
    await browser.open().outbox.put(other, [record(7)])
    await browser.open().outbox.put(one, [{ key: 12, sealed: new Uint8Array([9]) }])
    await browser.open().outbox.remove(one, [3])
    browser.indexedDB = new IDBFactory()
    expect(await browser.open().outbox.countAll()).toBe(3)
    const kept = [record(4), { key: 12, sealed: new Uint8Array([9]) }]
    expect(await browser.open().outbox.load(one)).toEqual(kept)
    expect(await browser.open().outbox.load(other)).toEqual([record(7)])
    expect(await signedIn()).toBe(clientId)
    // It is there again, not only shown.
    browser.second = null
    expect(await browser.open().outbox.load(one)).toEqual(kept)
  })

  it('goes by its own databases while they are there: what the other store missed is neither lost nor done again', async () => {
    const second = new IDBFactory()
    browser.second = second
    await browser.open().outbox.put(one, [record(1), record(2)])
    browser.second = null
    await browser.open().outbox.remove(one, [1])
    await browser.open().outbox.put(one, [record(3)])
    browser.second = second
    const { outbox } = browser.open()
    expect(await outbox.load(one)).toEqual([record(2), record(3)])
    await outbox.put(one, [record(4)])
    browser.indexedDB = new IDBFactory()
    expect(await browser.open().outbox.load(one)).toEqual([record(2), record(3), record(4)])
  })

  it('that was refused is not in the other store either', async () => {
    browser.second = new IDBFactory()
    await browser.open().outbox.put(one, [record(1)])
    const opening = browser.indexedDB.open.bind(browser.indexedDB)
    vi.spyOn(browser.indexedDB, 'open').mockImplementation((name, version) => {
      if (name === 'desk-outbox') throw new DOMException('Full.', 'QuotaExceededError')
      return opening(name, version)
    })
    await expect(browser.open().outbox.put(one, [record(2)])).rejects.toThrow()
    browser.indexedDB = new IDBFactory()
    expect(await browser.open().outbox.load(one)).toEqual([record(1)])
  })

  it('is saved where the other store takes nothing any more', async () => {
    browser.second = new IDBFactory()
    await browser.open().outbox.put(one, [record(1)])
    vi.spyOn(browser.second, 'open').mockImplementation(() => {
      throw new DOMException('Full.', 'QuotaExceededError')
    })
    await browser.open().outbox.put(one, [record(2)])
    await browser.open().outbox.remove(one, [1])
    expect(await browser.open().outbox.load(one)).toEqual([record(2)])
  })

  it('makes nobody look in vain where its mark is behind, or the databases do not open now', async () => {
    await browser.open().outbox.put(one, [record(1), record(2)])
    const behind = browser.stored.get('desk.waits') ?? ''
    await browser.open().outbox.remove(one, [1])
    browser.stored.set('desk.waits', behind)
    expect(await browser.open().outbox.load(one)).toEqual([record(2)])
    const opening = browser.indexedDB.open.bind(browser.indexedDB)
    vi.spyOn(browser.indexedDB, 'open').mockImplementation((name, version) => {
      if (name === 'desk-device') throw new DOMException('Full.', 'QuotaExceededError')
      return opening(name, version)
    })
    expect(await browser.open().outbox.load(one)).toEqual([])
  })

  it('names nobody on the disk', async () => {
    browser.second = new IDBFactory()
    await browser.open().outbox.put(one, [record(1)])
    expect(await everyByte({ indexedDB: browser.indexedDB })).not.toContain(one)
    expect(await everyByte({ indexedDB: browser.second })).not.toContain(one)
    expect([...browser.stored].flat().join()).not.toContain(one)
  })
})
