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

const texts = new WeakMap<CaseGroup, string>()

/**
 * All that a group is found by: numbers, title, names, NINOs, postcodes, types of its requests, and the words
 * for its people: paying and receiving parent, and NRP and PWC as the system says.
 */
export function searchTextOf(group: CaseGroup): string {
  const known = texts.get(group)
  if (known !== undefined) return known
  const made = searchText(group)
  texts.set(group, made)
  return made
}

function searchText(group: CaseGroup): string {
  const people = group.people.map((person, place) => personText(person, place === 0))
  const requests = group.serviceRequests.map(({ number, type }) => `${number} ${type}`)
  const cases = group.cases.map(({ number }) => number)
  return foldWords([group.id, group.title, ...people, ...cases, ...requests].join(' | '))
}

function personText(person: Person, paying: boolean): string {
  const { firstName, middleName, lastName, nino, postcode, scin } = person
  const role = paying ? 'paying parent PP NRP' : 'receiving parent RP PWC PEWC'
  const packed = postcode === null ? '' : `${postcode} ${postcode.replace(' ', '')}`
  return [
    role,
    firstName,
    middleName ?? '',
    lastName,
    `${lastName} ${firstName}`,
    nino ?? '',
    packed,
    scin,
  ].join(' ')
}

/** The words typed, folded; a NINO typed in pairs counts as one word. */
export function searchWordsOf(typed: string): readonly string[] {
  const folded = foldWords(typed)
  const joined = folded.replace(/\b([A-Z]{2}) (\d{2}) (\d{2}) (\d{2}) ([A-D])\b/g, '$1$2$3$4$5')
  return joined === '' ? [] : joined.split(' ')
}

/** Every word occurs. */
export function isFound(group: CaseGroup, words: readonly string[]): boolean {
  if (words.length === 0) return true
  const text = searchTextOf(group)
  return words.every(word => text.includes(word))
}

/** Whether whatever the later words find, the earlier ones found: then the earlier result is enough to look in. */
export function narrows(earlier: readonly string[], later: readonly string[]): boolean {
  return earlier.every(word => later.some(longer => longer.includes(word)))
}
