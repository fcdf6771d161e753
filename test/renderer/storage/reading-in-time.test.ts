import { beforeEach, expect, it, vi } from 'vitest'
import { type Cache, noCache } from '../../../renderer/storage/cache.ts'
import { readingInTime } from '../../../renderer/storage/reading-in-time.ts'
import { type Rest, withRest } from '../../../renderer/storage/rest.ts'

let waiting: (() => void)[]
let documents: readonly { readonly people?: string }[]
let rests: readonly Rest[]
let told: string[]
let cache: Cache

beforeEach(() => {
  ;[waiting, told] = [[], []]
  documents = [{}, {}, {}]
  rests = documents.map((document, at) => withRest([document], ['people'], () => [{ people: `of ${at}` }]))
  const kept: Cache = {
    ...noCache,
    outdate: ids => void told.push([...ids].join()),
    forget: async () => void told.push('forget'),
    close: () => void told.push('close'),
  }
  cache = readingInTime(kept, rests, (_, work) => {
    waiting.push(work)
    return () => {
      waiting = waiting.filter(other => other !== work)
    }
  })
})

const pass = () => waiting.splice(0).forEach(work => void work())
const read = () => rests.map(({ isRead }) => isRead)

it('pages are read to their end one after the other, without anybody asking', () => {
  expect(read()).toEqual([false, false, false])
  pass()
  expect(read()).toEqual([true, false, false])
  pass()
  pass()
  expect([read(), waiting]).toEqual([[true, true, true], []])
})

it('a page that somebody asked meanwhile is passed over', () => {
  expect(documents[0]?.people).toBe('of 0')
  pass()
  expect(read()).toEqual([true, true, false])
})

it('ACC-3 what leaves sight is not left behind in the bytes of a page: all are read at once', () => {
  cache.outdate(['10000001'])
  expect([read(), waiting, told]).toEqual([[true, true, true], [], ['10000001']])
})

it('nothing is read at once where nothing left', () => {
  cache.outdate([])
  expect([read(), told]).toEqual([[false, false, false], ['']])
})

it('nothing more is read of what is forgotten or closed', async () => {
  await cache.forget()
  expect([read(), waiting, told]).toEqual([[false, false, false], [], ['forget']])
  cache.close()
  expect(told).toEqual(['forget', 'close'])
})

it('what is read is read once, and each document has its own only', () => {
  const fields = vi.fn(() => [{ people: 'one' }, { people: 'other' }])
  const pair: { readonly people?: string }[] = [{}, {}]
  const rest = withRest(pair, ['people'], fields)
  expect(pair.map(({ people }) => people)).toEqual(['one', 'other'])
  rest.read()
  expect(fields).toHaveBeenCalledOnce()
})
