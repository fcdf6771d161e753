import { beforeEach, expect, it, vi } from 'vitest'
import { type Cache, noCache } from '../../../renderer/storage/cache.ts'
import { openCache } from '../../../renderer/storage/open-cache.ts'
import { readingInTime } from '../../../renderer/storage/reading-in-time.ts'
import { type Rest, withRest } from '../../../renderer/storage/rest.ts'
import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import { aCaseGroup, number } from '../../make/a-case-group.ts'
import { aFirstReply, bytesOf } from '../support/a-page.ts'
import { aThread } from '../support/a-thread.ts'
import { aBrowser, NOW } from '../support/databases.ts'

const ids = ['10000000', '10000001', '10000002']

let idle: (() => void)[]
let documents: readonly { readonly people?: string }[]
let rests: readonly Rest[]
let told: string[]
let cache: Cache

const whenIdle = (work: () => void) => {
  idle.push(work)
  return () => {
    idle = idle.filter(other => other !== work)
  }
}

beforeEach(() => {
  ;[idle, told] = [[], []]
  documents = [{}, {}, {}]
  rests = documents.map((document, at) => withRest([document], ['people'], () => [{ people: `of ${at}` }]))
  const kept: Cache = {
    ...noCache,
    outdate: gone => void told.push([...gone].join()),
    forget: async () => void told.push('forget'),
    close: () => void told.push('close'),
  }
  const unread = rests.map((rest, at) => ({ rest, names: [ids[at] as string] }))
  cache = readingInTime(kept, unread, whenIdle)
})

const read = () => rests.map(({ isRead }) => isRead)

it('pages are read to their end one after the other when nothing else is to do, without anybody asking', () => {
  expect(read()).toEqual([false, false, false])
  idle.shift()?.()
  expect(read()).toEqual([true, false, false])
  for (const work of idle) work()
  expect(read()).toEqual([true, true, true])
})

it('ACC-3 the page of what leaves sight is read at once, the others in their time', () => {
  cache.outdate(['10000001', 'of no page'])
  expect([read(), told]).toEqual([[false, true, false], ['10000001,of no page']])
})

it('ACC-3 all are read before everything is forgotten, so that no document keeps what others have', async () => {
  await cache.forget()
  expect([read(), told]).toEqual([[true, true, true], ['forget']])
})

it('nothing more is read of what is closed', () => {
  cache.close()
  expect([read(), idle, told]).toEqual([[false, false, false], [], ['close']])
})

it('what is read is read once, and each document has its own', () => {
  const fields = vi.fn(() => [{ people: 'one' }, { people: 'other' }])
  const pair: { readonly people?: string }[] = [{}, {}]
  const rest = withRest(pair, ['people'], fields)
  expect(pair.map(({ people }) => people)).toEqual(['one', 'other'])
  rest.read()
  expect(fields).toHaveBeenCalledOnce()
})

it('a cache that opens packed pages has them in line to be read', async () => {
  const browser = await aBrowser()
  const groups = Array.from({ length: 400 }, (_, at) => aCaseGroup({ id: number(String(10_000_000 + at)) }))
  const first = await openCache({ ...browser, startPageThread: () => aThread(browser), after: soon })
  await first.cache.keep(aFirstReply(...groups), bytesOf(aFirstReply(...groups)), NOW)
  await first.cache.tidy({} as never)
  await vi.waitFor(async () => {
    idle = []
    await openCache({ ...browser, whenIdle })
    expect(idle).toHaveLength(1)
  })
  const { content } = await openCache(browser)
  const documents = content?.pages.flatMap(({ caseload }) =>
    caseload.patch.flatMap(op => ('document' in op ? [op.document as CaseGroup] : [])),
  )
  expect(documents?.at(-1)).toEqual(groups.at(-1))
})

const soon = (_: number, work: () => void) => {
  const timer = setTimeout(work, 0)
  return () => clearTimeout(timer)
}
