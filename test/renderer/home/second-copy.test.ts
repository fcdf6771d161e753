import { IDBFactory, IDBKeyRange, IDBObjectStore } from 'fake-indexeddb'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { type KeptTables, openSecondCopy } from '../../../renderer/home/second-copy.ts'
import { database } from '../../../renderer/storage/database.ts'
import { everyByte } from '../support/databases.ts'
import { aBrowser, one, record, session } from './browser.ts'

const browser = aBrowser()

const signedIn = () => {
  browser.answers = [[200, session()]]
  return browser.open().signIn(one)
}

/** What waited, under which number, in a browser that has thrown its databases away since. */
async function thrownAway() {
  browser.second = new IDBFactory()
  const { clientId } = await signedIn()
  await browser.open().outbox.put(one, [record(1), record(2)])
  browser.indexedDB = new IDBFactory()
  return clientId
}

/** The disk is full when the first record is put. */
function isFullOnce() {
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementationOnce(() => {
    throw new DOMException('Full.', 'QuotaExceededError')
  })
}

describe('what the browser threw away, and cannot be put back now', () => {
  afterEach(() => vi.restoreAllMocks())

  it.each([
    ['the disk is full', isFullOnce],
    ['the other store does not open', () => Object.assign(browser, { secondFails: 1 })],
  ])(
    'comes back at a later start, where %s at the next: nothing is kept under another number',
    async (_, fails) => {
      const clientId = await thrownAway()
      fails()
      expect((await signedIn()).dataKey).toBeNull()
      expect(await browser.open().outbox.load(one)).toEqual([record(1), record(2)])
      const again = await signedIn()
      expect([again.clientId, again.dataKey === null]).toEqual([clientId, false])
      // Nor is it gone with the start after that.
      browser.indexedDB = new IDBFactory()
      expect(await browser.open().outbox.load(one)).toEqual([record(1), record(2)])
    },
  )

  it('keeps no desk from starting', async () => {
    await thrownAway()
    browser.secondFails = 1
    expect(await browser.open().identity()).toMatchObject({ kind: 'locked' })
  })
})

describe('what the other store has of a browser that has another number by now', () => {
  it('stays: it is there once only', async () => {
    await thrownAway()
    const kept = browser.second
    browser.second = null
    await browser.open().outbox.put(one, [record(3)])
    const own = browser.indexedDB
    browser.second = kept
    expect(await browser.open().outbox.load(one)).toMatchObject([{ key: 1 }, { key: 2 }, record(3)])
    await browser.open().outbox.countAll()
    browser.indexedDB = new IDBFactory()
    const lost = { key: 3, sealed: null }
    expect(await browser.open().outbox.load(one)).toEqual([record(1), record(2), lost])
    browser.indexedDB = own
    expect(await browser.open().outbox.count(one)).toBe(1)
  })

  it('makes way where nothing waits in it', async () => {
    browser.second = new IDBFactory()
    await signedIn()
    const kept = browser.second
    browser.second = null
    browser.indexedDB = new IDBFactory()
    await browser.open().outbox.put(one, [record(3)])
    browser.second = kept
    await browser.open().outbox.put(one, [record(4)])
    browser.indexedDB = new IDBFactory()
    expect(await browser.open().outbox.load(one)).toEqual([record(3), record(4)])
  })
})

describe('what was taken out of the outbox', () => {
  it('is in neither store, nor after signing out', async () => {
    browser.second = new IDBFactory()
    const home = browser.open()
    browser.answers = [
      [200, session()],
      [200, session()],
      [204, {}],
    ]
    await home.signIn(one)
    const sealed = new Uint8Array(Buffer.from('what nobody sent'))
    await home.outbox.put(one, [{ key: 1, sealed }, record(2)])
    expect(await everyByte({ indexedDB: browser.second })).toContain('what nobody sent')
    await home.outbox.remove(one, [1])
    await home.signOut()
    expect(await everyByte({ indexedDB: browser.second })).not.toContain('what nobody sent')
    expect(await everyByte({ indexedDB: browser.indexedDB })).not.toContain('what nobody sent')
  })
})

describe('a copy that missed something', () => {
  afterEach(() => vi.restoreAllMocks())

  it('brings back the rest, and what it missed is told until its person has looked', async () => {
    browser.second = new IDBFactory()
    const home = browser.open()
    await home.outbox.put(one, [record(1)])
    const put = IDBObjectStore.prototype.put
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...row) {
      if (this.transaction.db.name === 'desk-copy') throw new DOMException('Full.', 'QuotaExceededError')
      return put.apply(this, row)
    })
    await home.outbox.put(one, [record(2)])
    vi.restoreAllMocks()
    browser.indexedDB = new IDBFactory()
    const lost = { key: 2, sealed: null }
    // Whoever comes first, and however often.
    expect(await browser.open().outbox.countAll()).toBe(1)
    expect(await browser.open().outbox.load(one)).toEqual([record(1), lost])
    expect(await browser.open().outbox.load(one)).toEqual([record(1), lost])
    await browser.open().outbox.remove(one, [2])
    expect(await browser.open().outbox.load(one)).toEqual([record(1)])
  })

  it('and with the database of what waits gone alone, it brings that back', async () => {
    browser.second = new IDBFactory()
    await browser.open().outbox.put(one, [record(1), record(2)])
    const old = browser.indexedDB
    browser.indexedDB = new IDBFactory()
    const numbers = (indexedDB: IDBFactory) =>
      database({ indexedDB, IDBKeyRange }, 'desk-device', { numbers: 'name' }, 'strict').table('numbers')
    await numbers(browser.indexedDB).bulkPut(await numbers(old).toArray())
    expect(await browser.open().outbox.load(one)).toEqual([record(1), record(2)])
  })
})

describe('two windows', () => {
  it('what one takes out while the copy of the other follows is not in it again', async () => {
    const second = new IDBFactory()
    browser.second = second
    const here = browser.open()
    await here.outbox.put(one, [record(1), record(2)])
    const place = { indexedDB: browser.indexedDB, IDBKeyRange }
    const numbers: KeptTables['numbers'] = database(
      place,
      'desk-device',
      { numbers: 'name' },
      'strict',
    ).table('numbers')
    const waiting = database(place, 'desk-outbox', { records: '[person+key], person' }, 'strict').table(
      'records',
    )
    const slowly: KeptTables['waiting'] = Object.create(waiting, {
      toArray: {
        async value() {
          const rows = await waiting.toArray()
          await here.outbox.remove(one, [1])
          return rows
        },
      },
    })
    const copy = openSecondCopy(
      { ...place, secondIndexedDB: async () => second },
      { numbers, waiting: slowly },
      () => {},
    )
    await copy.inStep()
    await copy.put([])
    browser.indexedDB = new IDBFactory()
    expect(await browser.open().outbox.load(one)).toEqual([record(2)])
  })
})

describe('a copy that hangs', () => {
  it('holds up no mark, and what is saved and sent for some seconds, once', async () => {
    browser.second = new IDBFactory()
    await browser.open().outbox.put(one, [record(1)])
    browser.secondHangs = true
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const { outbox } = browser.open()
    const saving = outbox.put(one, [record(2)])
    await vi.waitFor(() => expect(browser.stored.get('desk.waits')).toContain('[1,2]'))
    await vi.advanceTimersByTimeAsync(5_000)
    await saving
    await outbox.put(one, [record(3)])
    await outbox.remove(one, [1])
    expect(await outbox.load(one)).toEqual([record(2), record(3)])
  })
})
