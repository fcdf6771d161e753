import { pageWorkerUrl } from './page-worker-url.ts'
import type { OpenedPage, OpenPages, SealedPages } from './sealed-pages.ts'

/** A thread beside the page's own that opens sealed pages. */
export interface PageThread {
  /** Once. Rejects also where the thread fails. */
  readonly openPages: OpenPages
  close(): void
}

/** What the worker answers to each `next`; null: there is none. */
export type PageAnswer = OpenedPage | { readonly failed: string } | null

// A thread that died says nothing; the page does it itself then.
const SILENCE = 10_000

// Asked for at once: one is parsed, and the others are opened meanwhile.
const ASKED = 4

/** Starts a thread: it takes a moment, in which the desk finds out what is to be opened. Null: there can be none. */
export function startPageThread(): PageThread | null {
  try {
    return threadOf(new Worker(pageWorkerUrl(), { type: 'module' }))
  } catch (problem) {
    console.error('There is no thread beside the page.', problem)
    return null
  }
}

function threadOf(worker: Worker): PageThread {
  const answer = answersOf(worker)
  return {
    async *openPages(pages: SealedPages) {
      worker.postMessage(pages)
      for (let asked = 0; asked < ASKED; asked++) worker.postMessage('next')
      for (;;) {
        const opened = await answer()
        if (opened === null) return
        if ('failed' in opened) throw new Error(opened.failed)
        worker.postMessage('next')
        yield opened
      }
    },
    close: () => worker.terminate(),
  }
}

/** The worker's answers in their order, those too that come before they are asked for. */
function answersOf(worker: Worker): () => Promise<PageAnswer> {
  const waiting: PageAnswer[] = []
  let problem: Error | undefined
  let wake = () => {}
  worker.addEventListener('message', ({ data }: MessageEvent<PageAnswer>) => {
    waiting.push(data)
    wake()
  })
  const fail = (why: string) => {
    problem = new Error(`There is no thread beside the page. ${why}`)
    wake()
  }
  worker.addEventListener('error', ({ message }) => fail(message))
  worker.addEventListener('messageerror', () => fail('What it says cannot be read.'))
  return async () => {
    const silence = setTimeout(() => fail('It says nothing.'), SILENCE)
    try {
      for (;;) {
        const answer = waiting.shift()
        if (answer !== undefined) return answer
        if (problem) throw problem
        await new Promise<void>(resolve => (wake = resolve))
      }
    } finally {
      clearTimeout(silence)
    }
  }
}
