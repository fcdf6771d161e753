import { afterEach, expect, it, vi } from 'vitest'
import type { SealedPage } from '../../../renderer/storage/pack-page.ts'
import { type PageAnswer, readyPageThread, startPageThread } from '../../../renderer/storage/page-thread.ts'
import type { SealedPages } from '../../../renderer/storage/sealed-pages.ts'

/** A worker as a browser has one, where there is none: it says what it is told to say. */
class AWorker extends EventTarget {
  static last: AWorker
  readonly asked: unknown[] = []
  constructor() {
    super()
    AWorker.last = this
  }
  postMessage(asked: unknown): void {
    this.asked.push(asked)
  }
  say(answer: PageAnswer): void {
    this.dispatchEvent(Object.assign(new Event('message'), { data: answer }))
  }
  terminate(): void {}
}

const pages = { database: 'a', dataKey: {}, ids: [1] } as unknown as SealedPages
const first = () => {
  const opened = startPageThread()?.openPages(pages)[Symbol.asyncIterator]().next()
  opened?.catch(() => {})
  return opened
}

afterEach(() => {
  vi.restoreAllMocks()
})

it('a desk whose browser gives it no thread has none, and goes on', () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  vi.stubGlobal('Worker', () => {
    throw new Error('Not allowed.')
  })
  expect(startPageThread()).toBeNull()
})

it('a thread that says it failed, has an error or says nothing for ten seconds is given up', async () => {
  vi.useFakeTimers()
  vi.stubGlobal('Worker', AWorker)
  const failed = first()
  AWorker.last.say({ failed: 'A record is missing.' })
  await expect(failed).rejects.toThrow('A record is missing.')
  const broken = first()
  AWorker.last.dispatchEvent(Object.assign(new Event('error'), { message: 'Out of memory.' }))
  await expect(broken).rejects.toThrow('Out of memory.')
  const silent = first()
  await vi.advanceTimersByTimeAsync(10_000)
  await expect(silent).rejects.toThrow('It says nothing.')
})

it('what it opens comes in its order, and the next is asked for meanwhile', async () => {
  vi.stubGlobal('Worker', AWorker)
  const opening = first()
  const page = { id: 1, bytes: new Uint8Array([1]) }
  AWorker.last.say(page)
  expect(await opening).toEqual({ done: false, value: page })
  expect(AWorker.last.asked).toEqual([{ open: pages }, 'next', 'next', 'next', 'next', 'next'])
})

it('a page is packed when it says so; closed in the middle, it is not', async () => {
  vi.stubGlobal('Worker', AWorker)
  const page = { database: 'a', dataKey: {}, id: 1 } as unknown as SealedPage
  const thread = startPageThread()
  const packed = thread?.packPage(page)
  AWorker.last.say(null)
  await packed
  expect(AWorker.last.asked).toEqual([{ pack: page }])
  const interrupted = thread?.packPage(page)
  thread?.close()
  await expect(interrupted).rejects.toThrow('It was closed.')
})

it('one that was got ready is the first that is asked for, and tells then what has gone wrong since', async () => {
  vi.stubGlobal('Worker', AWorker)
  readyPageThread()
  const ready = AWorker.last
  ready.dispatchEvent(Object.assign(new Event('error'), { message: 'Not found.' }))
  await expect(first()).rejects.toThrow('Not found.')
  expect(AWorker.last).toBe(ready)
  void first()
  expect(AWorker.last).not.toBe(ready)
})
