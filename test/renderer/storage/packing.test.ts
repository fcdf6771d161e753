import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { emptyBase, takePage } from '../../../renderer/replica/base.ts'
import { openKey } from '../../../renderer/sealing/keys.ts'
import { unseal } from '../../../renderer/sealing/seal.ts'
import { openCache } from '../../../renderer/storage/open-cache.ts'
import { isPacked } from '../../../renderer/storage/packed-page.ts'
import { aCaseGroup, number } from '../../make/a-case-group.ts'
import { aFirstReply, aReply, bytesOf, put, remove } from '../support/a-page.ts'
import { aThread } from '../support/a-thread.ts'
import { aBrowser, aKey, allRows, NOW } from '../support/databases.ts'

const groups = Array.from({ length: 800 }, (_, at) => aCaseGroup({ id: number(String(10_000_000 + at)) }))
const [first, second] = [groups.slice(0, 400), groups.slice(400)]

let browser: Awaited<ReturnType<typeof aBrowser>>
let waiting: (() => void)[]
let started: number
let closed: number

beforeEach(async () => {
  ;[waiting, started, closed] = [[], 0, 0]
  const place = await aBrowser()
  browser = {
    ...place,
    startPageThread: () => {
      started++
      return aThread(place, { close: () => void closed++ })
    },
    after(_, work) {
      waiting.push(work)
      return () => {}
    },
  }
})
afterEach(() => vi.restoreAllMocks())

/** Two pages as they came, and a small one. */
async function kept() {
  const base = emptyBase()
  const { cache } = await openCache(browser)
  const small = put({ ...aCaseGroup(), title: 'Another' })
  for (const reply of [aFirstReply(...first), aReply(second.map(group => put(group))), aReply([small])]) {
    takePage(base, reply)
    await cache.keep(reply, bytesOf(reply), NOW)
  }
  await cache.tidy(base)
  return { cache, base }
}

/** Lets what waits happen, and waits for what comes of it. */
async function pass(): Promise<void> {
  const before = closed
  for (const work of waiting.splice(0)) work()
  await vi.waitFor(() => expect(waiting.length + closed).toBeGreaterThan(before))
}

/** Which of the pages lie packed, in their order. */
async function packed(): Promise<readonly boolean[]> {
  const rows = await allRows(browser)
  const of = (table: string) => rows.get(`desk-cache-a-name/${table}`) ?? []
  const [head] = of('head') as unknown as { dataKey: Uint8Array<ArrayBuffer> }[]
  const dataKey = await openKey(await aKey(), head?.dataKey ?? new Uint8Array(), 'data-key')
  const keys = new Map(of('keys').map(({ id, wrapped }) => [id, wrapped as Uint8Array<ArrayBuffer>]))
  return Promise.all(
    of('records').map(async ({ id, sealed }) => {
      const key = await openKey(dataKey, keys.get(id) ?? new Uint8Array(), `key/${id}`)
      return isPacked(await unseal(key, sealed as Uint8Array<ArrayBuffer>, `record/${id}`))
    }),
  )
}

async function operations() {
  const { content, cache } = await openCache({ ...browser, startPageThread: null })
  cache.close()
  return content?.pages.flatMap(({ caseload }) => caseload.patch.map(op => JSON.parse(JSON.stringify(op))))
}

it('pages are packed one after the other when the desk has come to rest, small ones not', async () => {
  await kept()
  expect(await packed()).toEqual([false, false, false])
  const before = await operations()
  await pass()
  expect(await packed()).toEqual([true, false, false])
  await pass()
  await pass()
  expect(await packed()).toEqual([true, true, false])
  expect([started, closed, waiting.length]).toEqual([2, 2, 0])
  expect(await operations()).toEqual(before)
})

it('a desk that was ended in between goes on at its next start', async () => {
  const { cache, base } = await kept()
  await pass()
  cache.close()
  for (const work of waiting.splice(0)) work()
  expect(await packed()).toEqual([true, false, false])
  const again = await openCache(browser)
  await again.cache.tidy(base)
  await pass()
  expect(await packed()).toEqual([true, true, false])
})

it('a page that came gzipped is packed like any other, however short its bytes are', async () => {
  const { cache } = await openCache(browser)
  const page = aFirstReply(...first)
  const gzipped = new Uint8Array(gzipSync(bytesOf(page)))
  expect([gzipped.length < 256 * 1024, bytesOf(page).length > 256 * 1024]).toEqual([true, true])
  await cache.keep(page, gzipped, NOW)
  cache.close()
  const again = await openCache(browser)
  const before = await operations()
  await again.cache.tidy(emptyBase())
  await pass()
  expect(await packed()).toEqual([true])
  expect(await operations()).toEqual(before)
})

it('what must go from a packed page is written anew without it', async () => {
  const { cache, base } = await kept()
  await pass()
  const gone = aReply([remove(number('10000003'))])
  await cache.keep(gone, bytesOf(gone), NOW)
  cache.outdate(takePage(base, gone).outdated)
  await cache.tidy(base)
  expect((await operations())?.filter(op => JSON.stringify(op).includes('10000003'))).toEqual([])
  expect((await operations())?.filter(op => JSON.stringify(op).includes('10000004'))).toHaveLength(1)
})

it('a page that cannot be packed stays as it came, and the next is packed by another thread', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  const { startPageThread } = browser
  const packPage = vi.fn(() => Promise.reject(new Error('It says nothing.')))
  let threads = 0
  browser = {
    ...browser,
    // The first opens the pages, of which there are none yet.
    startPageThread: () => {
      const thread = startPageThread?.() ?? null
      return thread && ++threads === 2 ? { ...thread, packPage } : thread
    },
  }
  await kept()
  const before = await operations()
  await pass()
  await pass()
  expect([packPage.mock.calls.length, await packed()]).toEqual([1, [false, true, false]])
  expect(await operations()).toEqual(before)
})

it('where no thread packs anything the pages stay as they came', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  const { startPageThread } = browser
  const packPage = () => Promise.reject(new Error('It says nothing.'))
  browser = { ...browser, startPageThread: () => ({ ...startPageThread?.(), packPage }) as never }
  const { cache, base } = await kept()
  const before = await operations()
  await pass()
  await pass()
  await cache.tidy(base)
  expect(await packed()).toEqual([false, false, false])
  expect(await operations()).toEqual(before)
})
