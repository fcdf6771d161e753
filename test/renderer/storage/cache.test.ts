import { gzipSync } from 'node:zlib'
import { IDBObjectStore } from 'fake-indexeddb'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Base, emptyBase, takePage } from '../../../renderer/replica/base.ts'
import { openKey } from '../../../renderer/sealing/keys.ts'
import { unseal } from '../../../renderer/sealing/seal.ts'
import type { Cache } from '../../../renderer/storage/cache.ts'
import { openCache } from '../../../renderer/storage/open-cache.ts'
import type { BucketId } from '../../../shared/sync/buckets.ts'
import type { PullReply } from '../../../shared/sync/pull.ts'
import { aCaseGroup, number } from '../../make/a-case-group.ts'
import { aFirstReply, aPart, aReply, bytesOf, grantsFor, put, remove, stampOf } from '../support/a-page.ts'
import { aBrowser, aKey, allRows, everyByte, NOW, tamper } from '../support/databases.ts'

const CACHE = 'desk-cache-a-name'
const [one, two, three] = ['10000001', '10000002', '10000003'].map(id =>
  aCaseGroup({ id: number(id), title: `Canary ${id}` }),
) as [ReturnType<typeof aCaseGroup>, ReturnType<typeof aCaseGroup>, ReturnType<typeof aCaseGroup>]

let browser: Awaited<ReturnType<typeof aBrowser>>
let base: Base
let complaints: ReturnType<typeof vi.spyOn>

beforeEach(async () => {
  browser = await aBrowser()
  base = emptyBase()
  complaints = vi.spyOn(console, 'error').mockImplementation(() => {})
})
afterEach(() => complaints.mockRestore())

/** Takes pages as the desk does: kept as they come, put in order when all are there. */
async function take(cache: Cache, ...replies: readonly PullReply[]): Promise<void> {
  for (const reply of replies) void cache.keep(reply, bytesOf(reply), NOW)
  for (const reply of replies) cache.outdate(takePage(base, reply).outdated)
  await cache.tidy(base)
}

async function reopened() {
  const { cache, content } = await openCache(browser)
  const again = emptyBase()
  for (const page of content?.pages ?? []) cache.outdate(takePage(again, page).outdated)
  return {
    cache,
    content,
    base: again,
    held: [...again.caseload.groups.values()].map(({ document }) => document),
  }
}

const byId = (groups: readonly (typeof one)[]) => groups.toSorted((a, b) => (a.id < b.id ? -1 : 1))

describe('the cache', () => {
  it('gives back what was held, with its buckets, stamps and place', async () => {
    const { cache, content } = await openCache(browser)
    expect(content).toBeNull()
    await take(cache, aFirstReply(one, two), aReply([put({ ...one, title: 'Another' }), put(three)]))
    const again = await reopened()
    expect(again.base).toEqual(base)
    expect(again.content?.place).toEqual({ cookie: 'a cookie', grants: grantsFor(), more: false, asOf: NOW })
  })

  it('gives back what came gzipped, kept as it came', async () => {
    const { cache } = await openCache(browser)
    const [first, second] = [aFirstReply(one, two), aReply([put(three)])]
    await cache.keep(first, new Uint8Array(gzipSync(bytesOf(first))), NOW)
    await cache.keep(second, bytesOf(second), NOW)
    const records = (await allRows(browser)).get(`${CACHE}/records`) as { sealed: Uint8Array }[]
    expect(records[0]?.sealed.length).toBeLessThan(bytesOf(first).length / 2)
    expect(byId((await reopened()).held)).toEqual([one, two, three])
  })

  it('gives it back after any number of small pages, in few records', async () => {
    const { cache } = await openCache(browser)
    await take(cache, aFirstReply(one, two))
    for (let at = 0; at < 40; at++) await take(cache, aReply([put({ ...one, title: `Title ${at}` })]))
    expect((await allRows(browser)).get(`${CACHE}/records`)?.length).toBeLessThan(35)
    const again = await reopened()
    expect(again.held.find(({ id }) => id === one.id)?.title).toBe('Title 39')
    expect(again.base.caseload.groups.size).toBe(2)
  })

  it('starts again from a hub that resets, and forgets what was before', async () => {
    const { cache } = await openCache(browser)
    await take(cache, aFirstReply(one, two), aFirstReply(three))
    const again = await reopened()
    expect(again.held).toEqual([three])
    expect((await allRows(browser)).get(`${CACHE}/records`)).toHaveLength(1)
  })

  it('goes on in the middle of a first pull', async () => {
    const { cache } = await openCache(browser)
    const first = aFirstReply(one)
    await take(cache, { ...first, caseload: { ...first.caseload, more: true, cookie: 'half' } })
    const again = await reopened()
    expect([again.held, again.content?.place]).toMatchObject([[one], { more: true, cookie: 'half' }])
  })

  it('keeps the last word on grants and cookies that came with nothing else', async () => {
    const { cache } = await openCache(browser)
    await take(cache, aFirstReply(one, two))
    const fewer = grantsFor().filter(bucket => bucket === 'reference') as BucketId[]
    const records = (await allRows(browser)).get(`${CACHE}/records`)?.length
    await take(cache, aReply([], { caseload: aPart([], { cookie: 'later', grants: fewer }) }))
    const again = await reopened()
    expect([again.held, again.content?.place.cookie]).toEqual([[], 'later'])
    expect((await allRows(browser)).get(`${CACHE}/records`)?.length).toBe(records)
  })
})

describe('a cache that is to forget', () => {
  it('has nothing at the next start, and keeps what comes after', async () => {
    const { cache } = await openCache(browser)
    await take(cache, aFirstReply(one, two))
    await cache.forget()
    const rows = await allRows(browser)
    expect([...rows.values()].flat()).toEqual([])
    expect((await reopened()).content).toBeNull()
    base = emptyBase()
    await take(cache, aFirstReply(three))
    expect((await reopened()).held).toEqual([three])
  })
})

describe('what is on the disk', () => {
  it('is sealed: no word of the caseload, no number, no name is in any byte of it', async () => {
    const { cache } = await openCache(browser)
    await take(cache, aFirstReply(one, two), aReply([put(three), remove(two.id)]))
    const written = await everyByte(browser)
    expect(written.length).toBeGreaterThan(5_000)
    for (const word of ['Canary', one.id, 'McLaughlin', 'N1-1', 'MAINT', 'person:', 'a cookie']) {
      expect(written).not.toContain(word)
    }
  })

  it.each([
    ['as it is', bytesOf],
    ['gzipped', (reply: PullReply) => new Uint8Array(gzipSync(bytesOf(reply)))],
  ])(
    'never has the nationally sensitive part, sealed or not, of a page that came %s (ACC-3)',
    async (_, came) => {
      const { cache } = await openCache(browser)
      const title = Array.from({ length: 9_000 }, (_, at) => stampOf(String(at))).join(' ')
      const secret = aCaseGroup({ id: number('66'), title, sensitive: true })
      const reply = { ...aFirstReply(one), sensitive: aPart([put(secret, ['scr/team:N1' as BucketId])]) }
      expect(came(reply).length).toBeGreaterThan(50_000)
      await cache.keep(reply, came(reply), NOW)
      expect((await everyByte(browser)).length).toBeLessThan(20_000)
      const again = await reopened()
      expect([again.held, again.base.sensitive.groups.size]).toEqual([[one], 0])
    },
  )

  it('is sealed also where it came gzipped: not a piece of it is in any byte', async () => {
    const { cache } = await openCache(browser)
    const gzipped = new Uint8Array(gzipSync(bytesOf(aFirstReply(one, two))))
    await cache.keep(aFirstReply(one, two), gzipped, NOW)
    const written = await everyByte(browser)
    expect(written.length).toBeGreaterThan(gzipped.length)
    const pieces = Array.from({ length: gzipped.length >> 4 }, (_, at) =>
      gzipped.slice(16 * at, 16 * at + 16),
    )
    for (const piece of pieces) expect(written).not.toContain(Buffer.from(piece).toString('latin1'))
  })

  it('cannot be read any more once it left sight: page and key are gone, other keys are under a new one', async () => {
    const { cache } = await openCache(browser)
    await take(cache, aFirstReply(one, two))
    const before = await allRows(browser)
    await take(cache, aReply([remove(two.id)]))
    const after = await allRows(browser)
    expect(await openWith(before, before)).toContain(two.title)
    expect(await openWith(after, after)).not.toContain(two.id)
    // Old pages that somebody copied, with the keys that are there now.
    await expect(openWith(before, after)).rejects.toThrow()
    expect((await reopened()).held).toEqual([one])
  })

  it('is written anew at the next start when the desk was ended in between', async () => {
    const { cache } = await openCache(browser)
    await take(cache, aFirstReply(one, two))
    const gone = aReply([remove(two.id)])
    await cache.keep(gone, bytesOf(gone), NOW)
    const again = await reopened()
    await again.cache.tidy(again.base)
    const rows = await allRows(browser)
    expect(await openWith(rows, rows)).not.toContain(two.id)
  })
})

type Rows = Awaited<ReturnType<typeof allRows>>
type Sealed = Uint8Array<ArrayBuffer>

/** All that opens of these records with the keys of those rows. */
async function openWith(records: Rows, keys: Rows): Promise<string> {
  const head = keys.get(`${CACHE}/head`)?.[0] as { dataKey: Sealed }
  const dataKey = await openKey(await aKey(), head.dataKey, 'data-key')
  const wrapped = new Map(keys.get(`${CACHE}/keys`)?.map(row => [row.id, row.wrapped as Sealed]))
  const texts: string[] = []
  for (const { id, sealed } of records.get(`${CACHE}/records`) ?? []) {
    const key = await openKey(dataKey, wrapped.get(id) ?? new Uint8Array(), `key/${id}`)
    texts.push(new TextDecoder().decode(await unseal(key, sealed as Sealed, `record/${id}`)))
  }
  return texts.join('\n')
}

describe('a cache that somebody or something changed', () => {
  const flipped = (bytes: unknown) => {
    const copy = (bytes as Sealed).slice()
    copy[20] = (copy[20] ?? 0) ^ 1
    return copy
  }
  const cut = (bytes: unknown) => (bytes as Sealed).slice(0, 40)
  it.each([
    ['a bit of a page', 'records', ([row]) => ({ put: [{ ...row, sealed: flipped(row?.sealed) }] })],
    ['a page cut short', 'records', ([row]) => ({ put: [{ ...row, sealed: cut(row?.sealed) }] })],
    [
      'two pages in each other’s place',
      'records',
      ([a, b]) => ({
        put: [
          { ...a, id: b?.id },
          { ...b, id: a?.id },
        ],
      }),
    ],
    ['a page that is missing', 'records', ([row]) => ({ remove: [row?.id as number] })],
    ['a key that is missing', 'keys', ([row]) => ({ remove: [row?.id as number] })],
    [
      'keys in each other’s place',
      'keys',
      ([a, b]) => ({
        put: [
          { ...a, id: b?.id },
          { ...b, id: a?.id },
        ],
      }),
    ],
    ['a bit of the head', 'head', ([row]) => ({ put: [{ ...row, sealed: flipped(row?.sealed) }] })],
    ['another schema', 'head', ([row]) => ({ put: [{ ...row, schema: 99 }] })],
  ] as [string, string, Parameters<typeof tamper>[3]][])(
    'is dropped, and filled again: %s',
    async (_, table, change) => {
      const { cache } = await openCache(browser)
      await take(cache, aFirstReply(one), aReply([put(two)]))
      cache.close()
      await tamper(browser, CACHE, table, change)
      const again = await reopened()
      expect(again.content).toBeNull()
      base = emptyBase()
      await take(again.cache, aFirstReply(three))
      expect((await reopened()).held).toEqual([three])
    },
  )

  it('does not open with another key', async () => {
    const { cache } = await openCache(browser)
    await take(cache, aFirstReply(one))
    browser = { ...browser, key: await aKey(9) }
    expect((await reopened()).content).toBeNull()
  })
})

describe('a device that can keep nothing', () => {
  it('works without a key, from the hub alone', async () => {
    const { cache, content } = await openCache({ ...browser, key: null })
    await take(cache, aFirstReply(one))
    expect([content, await browser.indexedDB.databases()]).toEqual([null, []])
  })

  it.each(['the next contact', 'an order to forget'])(
    'loses what was kept at %s where it could not when the disk was full (ACC-3)',
    async contact => {
      const { cache } = await openCache(browser)
      await take(cache, aFirstReply(one, two))
      const full = () => {
        throw new DOMException('Full', 'QuotaExceededError')
      }
      const spies = [
        vi.spyOn(crypto.subtle, 'encrypt').mockImplementation(full),
        vi.spyOn(IDBObjectStore.prototype, 'clear').mockImplementation(full),
      ]
      await take(cache, aReply([put(three)]))
      for (const spy of spies) spy.mockRestore()
      expect((await reopened()).held).toHaveLength(2)
      if (contact === 'the next contact') await take(cache, aReply([remove(two.id)]))
      else await cache.forget()
      expect((await reopened()).content).toBeNull()
    },
  )

  it('works when the disk takes no more: what was kept goes, so that nothing half is read', async () => {
    const { cache } = await openCache(browser)
    await take(cache, aFirstReply(one))
    const full = vi
      .spyOn(crypto.subtle, 'encrypt')
      .mockRejectedValue(new DOMException('Full', 'QuotaExceededError'))
    await take(cache, aReply([put(two)]))
    full.mockRestore()
    await take(cache, aReply([put(three)]))
    expect((await reopened()).content).toBeNull()
    expect(byId([...base.caseload.groups.values()].map(({ document }) => document))).toEqual([
      one,
      two,
      three,
    ])
  })
})
