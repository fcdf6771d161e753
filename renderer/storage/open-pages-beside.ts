import { pageWorkerUrl } from './page-worker-url.ts'
import type { OpenedPage, SealedPages } from './sealed-pages.ts'

/** What the worker answers to each `next`; null: there is none. */
export type PageAnswer = OpenedPage | { readonly failed: string } | null

// Asked for at once: one is parsed, and the others are opened meanwhile.
const ASKED = 4

/** Opens sealed pages in a thread of its own. Rejects also when there can be none. */
export async function* openPagesBeside(pages: SealedPages): AsyncGenerator<OpenedPage> {
  const worker = new Worker(pageWorkerUrl(), { type: 'module' })
  try {
    const answers = answersOf(worker)
    worker.postMessage(pages)
    for (let asked = 0; asked < ASKED; asked++) worker.postMessage('next')
    for await (const answer of answers) {
      if (answer === null) return
      if ('failed' in answer) throw new Error(answer.failed)
      worker.postMessage('next')
      yield answer
    }
  } finally {
    worker.terminate()
  }
}

async function* answersOf(worker: Worker): AsyncGenerator<PageAnswer> {
  const waiting: PageAnswer[] = []
  let problem: Error | undefined
  let wake = () => {}
  worker.addEventListener('message', ({ data }: MessageEvent<PageAnswer>) => {
    waiting.push(data)
    wake()
  })
  worker.addEventListener('error', ({ message }) => {
    problem = new Error(`No thread beside the page: ${message}`)
    wake()
  })
  for (;;) {
    const answer = waiting.shift()
    if (answer !== undefined) yield answer
    else if (problem) throw problem
    else await new Promise<void>(resolve => (wake = resolve))
  }
}
