import { numberWords } from '../../shared/queries/date-words.ts'

/** Nothing that is typed or pasted is cut: whoever pastes a table reads how much of it is too much. Null: it fits. */
export function tooLong(text: string, limit: number): string | null {
  const { length } = text.trim()
  if (length <= limit) return null
  return `${numberWords(limit)} characters at the most: this has ${numberWords(length)}, all of them still here.`
}
