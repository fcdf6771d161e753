/** A longer word is none, and a text area holds no more of them that are worth a look. */
export const LONGEST_WORD = 60
export const MOST_WORDS = 2_000

/**
 * The words of a text whose spelling is asked about. Not what has a number or a capital in it: those are references,
 * abbreviations and names, of which no dictionary knows. A first letter may be one where it only ever begins a sentence.
 */
export function wordsToAsk(words: readonly string[], text: string): readonly string[] {
  return words.filter(word => word.length <= LONGEST_WORD && isAsked(word, text)).slice(0, MOST_WORDS)
}

function isAsked(word: string, text: string): boolean {
  if (/\p{N}|^.+\p{Lu}/u.test(word)) return false
  return !/^\p{Lu}/u.test(word) || onlyBegins(word, `\n${text}`)
}

function onlyBegins(word: string, text: string): boolean {
  const places = [...text.matchAll(new RegExp(`(?<![\\p{L}\\p{M}])${escaped(word)}(?![\\p{L}\\p{M}])`, 'gu'))]
  return places.length > 0 && places.every(({ index }) => BEGINNING.test(text.slice(0, index).slice(-12)))
}

const BEGINNING = /(?:[.!?…]["'”’)\]]*\s+|\n\s*(?:[-–•*]\s+)?)["'“‘([]*$/

const escaped = (word: string) => word.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
