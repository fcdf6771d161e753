import type { CaseGroup, Person } from '../domain/case-group.ts'

/** Upper case without accents, apostrophes and double spaces: `Siân O’Hara` is `SIAN OHARA`. */
export function foldWords(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}|['’.]/gu, '')
    .toUpperCase()
    .replace(/[\s,-]+/g, ' ')
    .trim()
}

/** What is looked through, and which letters it has (`lettersOf`). */
export interface Searched {
  readonly text: string
  readonly letters: number
}

const known = new WeakMap<CaseGroup, Searched>()

/**
 * All that a group is found by: numbers, title, names, NINOs, postcodes, types of its requests, and the words
 * for its people: paying and receiving parent, and NRP and PWC as the system says.
 */
export function searchedOfGroup(group: CaseGroup): Searched {
  const found = known.get(group)
  if (found) return found
  const made = searched(searchText(group))
  known.set(group, made)
  return made
}

const searched = (text: string): Searched => ({ text, letters: lettersOf(text) })

/**
 * Which of A to Z a folded text has, a bit each, and in four bits which digits: what has a bit that a text has not, is
 * not in it.
 */
export function lettersOf(text: string): number {
  let letters = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code >= 65 && code <= 90) letters |= 1 << (code - 65)
    else if (code >= 48 && code <= 57) letters |= 1 << (26 + (code & 3))
  }
  return letters
}

/** Whether its letters say all of a word: one letter. */
export const isWhole = (word: string): boolean => /^[A-Z]$/.test(word)

// Each is there once, for the text is looked through at every key: what is typed is words, in any order.
function searchText(group: CaseGroup): string {
  const roles = group.people.length > 1 ? `${payingWords} ${receivingWords}` : payingWords
  const people = group.people.map(personText)
  const cases = group.cases.map(({ number }) => number)
  const requests = group.serviceRequests.map(({ number }) => number)
  const types = new Set(group.serviceRequests.map(({ type }) => type))
  return foldWords([group.id, group.title, ...people, ...cases, ...requests, ...types, roles].join(' '))
}

const payingWords = 'paying parent PP NRP'
const receivingWords = 'receiving RP PWC PEWC'

function personText({ firstName, middleName, lastName, nino, postcode, scin }: Person): string {
  return [firstName, middleName ?? '', lastName, nino ?? '', postcode?.replace(' ', '') ?? '', scin].join(' ')
}

/** The words typed, folded; a NINO typed in pairs counts as one word. */
export function searchWordsOf(typed: string): readonly string[] {
  const folded = foldWords(typed)
  const joined = folded.replace(/\b([A-Z]{2}) (\d{2}) (\d{2}) (\d{2}) ([A-D])\b/g, '$1$2$3$4$5')
  return joined === '' ? [] : joined.split(' ')
}

/** A row of a list: found by its group, and by words of its own. */
export interface Findable {
  /** Null: it is about none. */
  readonly group: CaseGroup | null
  /** Folded. */
  readonly ownText?: string
}

/** All that a row is found by. */
export function searchedOf({ group, ownText }: Findable): Searched {
  const of = group === null ? nothing : searchedOfGroup(group)
  return ownText === undefined ? of : searched(`${of.text} | ${ownText}`)
}

const nothing: Searched = { text: '', letters: 0 }

/** Every word occurs in the text of a group. */
export function hasWords(text: string, words: readonly string[]): boolean {
  for (const word of words) if (!text.includes(word)) return false
  return true
}

/** Whether every word typed occurs in what is read of a row that is no case group. */
export function isReadIn(text: string, typed: string): boolean {
  return hasWords(foldWords(text), searchWordsOf(typed))
}

/** Whether whatever the later words find, the earlier ones found: then the earlier result is enough to look in. */
export function narrows(earlier: readonly string[], later: readonly string[]): boolean {
  return earlier.every(word => later.some(longer => longer.includes(word)))
}
