import type { SealedPage } from './pack-page.ts'
import { pageWorkerUrl } from './page-worker-url.ts'
import type { OpenedPage, OpenPages, SealedPages } from './sealed-pages.ts'

/** A thread beside the page's own, for one of the two. What it is asked rejects also where the thread fails, or is closed. */
export interface PageThread {
  /** Opens sealed pages, once. */
  readonly openPages: OpenPages
  /** Packs one, and then another. */
  packPage(page: SealedPage): Promise<void>
  close(): void
}

/** How to have a thread, and how to wait. */
export interface Beside {
  /** Starts one. Null: there is only the page's own. */
  readonly startPageThread: (() => PageThread | null) | null
  /** Calls `work` once after a while; returns how to give it up. */
  readonly after: (milliseconds: number, work: () => void) => () => void
  /** Calls `work` once when there is nothing else to do, what was asked first first; returns how to give it up. */
  readonly whenIdle: (work: () => void) => () => void
}

/** What the worker is asked. */
export type PageQuestion = { readonly open: SealedPages } | 'next' | { readonly pack: SealedPage }

/** What the worker answers to `next`, and to `pack`; null: there is none, or it is done. */
export type PageAnswer = OpenedPage | { readonly failed: string } | null

// A thread that died says nothing; the page does it itself then.
const SILENCE = 10_000

// Asked for at once: one is parsed, and the others are opened meanwhile.
const ASKED = 4

let ready: PageThread | null = null

/** Has a thread start before it is known whether anything is to be opened: that takes a moment. */
export function readyPageThread(): void {
  ready = newThread()
}

/** A thread: the one that is ready, or another. Null: there can be none. */
export function startPageThread(): PageThread | null {
  const thread = ready ?? newThread()
  ready = null
  return thread
}

function newThread(): PageThread | null {
  try {
    return threadOf(new Worker(pageWorkerUrl(), { type: 'module' }))
  } catch (problem) {
    console.error('There is no thread beside the page.', problem)
    return null
  }
}

function threadOf(worker: Worker): PageThread {
  const { answer, fail } = answersOf(worker)
  const ask = (question: PageQuestion) => worker.postMessage(question)
  return {
    async *openPages(pages: SealedPages) {
      ask({ open: pages })
      for (let asked = 0; asked < ASKED; asked++) ask('next')
      for (;;) {
        const opened = await answer()
        if (opened === null) return
        ask('next')
        yield opened
      }
    },
    async packPage(page) {
      ask({ pack: page })
      await answer()
    },
    close() {
      worker.terminate()
      fail('It was closed.')
    },
  }
}

/** The worker's answers in their order, those too that come before they are asked for. */
function answersOf(worker: Worker) {
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
  async function answer(): Promise<OpenedPage | null> {
    const silence = setTimeout(() => fail('It says nothing.'), SILENCE)
    try {
      for (;;) {
        const said = waiting.shift()
        if (said && 'failed' in said) throw new Error(said.failed)
        if (said !== undefined) return said
        if (problem) throw problem
        await new Promise<void>(resolve => (wake = resolve))
      }
    } finally {
      clearTimeout(silence)
    }
  }
  return { answer, fail }
}
