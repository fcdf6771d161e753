/** A longer word is none, and a text area holds no more of them that are worth a look. */
export const LONGEST_WORD = 60
export const MOST_WORDS = 2_000
/** So far into a text it is looked where words stand: this goes on in the page, at each key. */
const FARTHEST = 50_000

/**
 * The words of a text whose spelling is asked about. Not what has a number or a capital in it: those are references,
 * abbreviations and names, of which no dictionary knows. A first letter may be one where it only ever begins a sentence.
 */
export function wordsToAsk(words: readonly string[], text: string): readonly string[] {
  const begins = onlyBeginning(text.slice(0, FARTHEST))
  const asked: string[] = []
  for (const word of words) {
    if (word.length <= LONGEST_WORD && isAsked(word, begins)) asked.push(word)
    if (asked.length === MOST_WORDS) break
  }
  return asked
}

function isAsked(word: string, begins: ReadonlySet<string>): boolean {
  if (/\p{N}|^.+\p{Lu}/u.test(word)) return false
  return !/^\p{Lu}/u.test(word) || begins.has(word)
}

/** The words with a capital that stand at beginnings and nowhere else. */
function onlyBeginning(text: string): ReadonlySet<string> {
  const begins = new Set<string>()
  const inside = new Set<string>()
  const whole = `\n${text}`
  for (const { 0: word, 1: head = '', index } of whole.matchAll(CAPITALISED)) {
    const place = BEGINNING.test(whole.slice(Math.max(0, index - 12), index)) ? begins : inside
    // Whichever of the two Electron takes for the word.
    place.add(word).add(head)
  }
  return new Set([...begins].filter(word => !inside.has(word)))
}

/** With what an apostrophe ties to it, and before it. */
const CAPITALISED = /(?<![\p{L}\p{M}])(\p{Lu}[\p{L}\p{M}]*)(?:['’][\p{L}\p{M}]+)*/gu

const BEGINNING = /(?:[.!?…]["'”’)\]]*\s+|\n\s*(?:[-–•*]\s+)?)["'“‘([]*$/
