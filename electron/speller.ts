import dictionary from 'dictionary-en-gb'
import nspell from 'nspell'
import { fieldWords } from './field-words.ts'

/** What is right in British English, and in the field. */
export interface Speller {
  misspelt(words: readonly string[]): readonly string[]
  suggestions(word: string): readonly string[]
  add(word: string): void
}

const MOST_SUGGESTIONS = 5

/** Takes its time to make, and many megabytes. */
export function openSpeller(): Speller {
  const known = nspell(decoded(dictionary.aff), decoded(dictionary.dic))
  for (const word of fieldWords) known.add(word)
  const isKnown = (word: string) => known.correct(word) || known.correct(word.replace(/'s$/, ''))
  const isRight = (word: string) => {
    const straight = straightened(word)
    // Electron asks about `paying/receiving` as about one word.
    return isKnown(straight) || straight.split(/[^\p{L}\p{M}']+/u).every(part => part === '' || isKnown(part))
  }
  return {
    misspelt: words => words.filter(word => !isRight(word)),
    suggestions: word => known.suggest(straightened(word)).slice(0, MOST_SUGGESTIONS),
    add: word => void known.add(straightened(word)),
  }
}

const decoded = (bytes: Uint8Array) => Buffer.from(bytes)

const straightened = (word: string) => word.replaceAll('’', "'")
