import { isNino, tidyNino } from '../../shared/domain/nino.ts'
import { isExtractInstant, isPlainDate } from '../../shared/domain/time.ts'

/** What a value of a column looks like. */
export interface Form {
  /** Completes the sentence "… is not …" of a data exception. */
  readonly expected: string
  /**
   * The tidied value of a text that is not empty, or null where it is not of this form. `other` is the text of
   * another column of the row.
   */
  read(text: string, other: (column: string) => string): string | null
}

const ONE_OF_SHOWN = 6
const LONGEST_KEY = 120

// PostgreSQL's text cannot hold NUL.
const NUL = '\0'

export const words: Form = {
  expected: 'text without the character NUL',
  read: text => (text.includes(NUL) ? null : text),
}

/** A number of the source: what can be searched, linked and put into an address (`ids.ts`). */
export const key: Form = {
  expected: `a key: at most ${LONGEST_KEY} characters, no control characters among them`,
  read: text => (text.length <= LONGEST_KEY && !/\p{Cc}/u.test(text) ? text : null),
}

// An extract names few days, millions of times.
const days = new Map<string, boolean>()
const DAYS = 20_000

export const date: Form = {
  expected: 'a date that exists, written YYYY-MM-DD',
  read(text) {
    let exists = days.get(text)
    if (exists === undefined) {
      exists = isPlainDate(text)
      if (days.size < DAYS) days.set(text, exists)
    }
    return exists ? text : null
  },
}

export const instant: Form = {
  expected: 'a time that exists, written YYYY-MM-DDTHH:MM:SSZ',
  read: text => (isExtractInstant(text) ? text : null),
}

export const wholeNumber: Form = {
  expected: 'a whole number',
  read: text => (/^\d{1,9}$/.test(text) ? String(Number(text)) : null),
}

export const nino: Form = {
  expected: 'a National Insurance number',
  read(text) {
    const tidied = tidyNino(text)
    return isNino(tidied) ? tidied : null
  },
}

export function oneOf(...values: readonly string[]): Form {
  const known = new Set(values)
  return {
    expected: values.length > ONE_OF_SHOWN ? 'a value of its list' : `one of ${values.join(', ')}`,
    read: text => (known.has(text) ? text : null),
  }
}

export const flag = oneOf('Y', 'N')

/** A list separated by `;`; spaces around its items and empty items are dropped. */
export function listOf(item: Form): Form {
  return {
    expected: `a list of which each item is ${item.expected}`,
    read(text, other) {
      const items = itemsOf(text).map(each => item.read(each, other))
      return items.length === 0 || items.includes(null) ? null : [...new Set(items)].join(';')
    },
  }
}

/** The items of a tidied list. */
export function itemsOf(list: string | null | undefined): string[] {
  if (!list) return []
  return list
    .split(';')
    .map(item => item.trim())
    .filter(item => item !== '')
}
