import { parentPort } from 'node:worker_threads'
import { openSpeller } from './speller.ts'

/** What the main process asks its spelling thread, and what it answers. Between them are no other programs' words. */
export type SpellingQuestion =
  | { readonly kind: 'misspelt'; readonly ask: number; readonly words: readonly string[] }
  | { readonly kind: 'suggestions'; readonly ask: number; readonly word: string }
  | { readonly kind: 'add'; readonly word: string }

export interface SpellingAnswer {
  readonly ask: number
  readonly words: readonly string[]
}

const speller = openSpeller()

parentPort?.on('message', (question: SpellingQuestion) => {
  if (question.kind === 'add') return speller.add(question.word)
  const words =
    question.kind === 'misspelt' ? speller.misspelt(question.words) : speller.suggestions(question.word)
  parentPort?.postMessage({ ask: question.ask, words } satisfies SpellingAnswer)
})
