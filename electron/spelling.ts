import { Worker } from 'node:worker_threads'
import type { SpellingAnswer, SpellingQuestion } from './spelling-thread.ts'

export interface Spelling {
  misspelt(words: readonly string[]): Promise<readonly string[]>
  /** None where they are not found soon: a menu waits for them. */
  suggestions(word: string): Promise<readonly string[]>
  /** Right from now on, in memory only: what is typed here is about people. */
  add(word: string): void
  /** Forgets what was added, with all that was asked. */
  forget(): void
}

/** How long a menu waits. What has near words has them in a tenth of that; what has none may take a second. */
const SUGGESTING = 300

/**
 * Spelling in a thread of its own, begun with the first question: its dictionary takes its time. One that ends by
 * itself is not started again before the next `forget`, and nothing is misspelt until then.
 */
export function openSpelling(file: string): Spelling {
  let thread: SpellingThread | null = null
  const current = () => {
    thread ??= startThread(file)
    return thread
  }
  return {
    misspelt: words => current().ask({ kind: 'misspelt', words }),
    suggestions: word => soon(current().ask({ kind: 'suggestions', word })),
    add: word => current().tell({ kind: 'add', word }),
    forget() {
      thread?.end()
      thread = null
    },
  }
}

type Asking = Extract<SpellingQuestion, { readonly ask: number }>
type Without<Question, Key extends string> = Question extends unknown ? Omit<Question, Key> : never

interface SpellingThread {
  ask(question: Without<Asking, 'ask'>): Promise<readonly string[]>
  tell(question: SpellingQuestion): void
  end(): void
}

function startThread(file: string): SpellingThread {
  const worker = new Worker(file)
  worker.unref()
  const waiting = new Map<number, (words: readonly string[]) => void>()
  let asked = 0
  let isEnded = false
  worker.on('message', ({ ask, words }: SpellingAnswer) => {
    waiting.get(ask)?.(words)
    waiting.delete(ask)
  })
  // Only that it ended: the words of an error may hold what was typed.
  worker.on('error', () => console.error('The spelling checker ended.'))
  worker.on('exit', () => {
    isEnded = true
    for (const answer of waiting.values()) answer([])
  })
  return {
    ask(question) {
      if (isEnded) return Promise.resolve([])
      asked += 1
      const ask = asked
      worker.postMessage({ ...question, ask })
      return new Promise(answer => waiting.set(ask, answer))
    },
    tell: question => worker.postMessage(question),
    end: () => void worker.terminate(),
  }
}

function soon(words: Promise<readonly string[]>): Promise<readonly string[]> {
  return new Promise(done => {
    const late = setTimeout(done, SUGGESTING, [])
    void words.then(found => {
      clearTimeout(late)
      done(found)
    })
  })
}
