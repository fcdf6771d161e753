import { type Instant, londonDate } from '../../shared/domain/time.ts'
import { numberWords, whenWords } from '../../shared/queries/date-words.ts'

const NAMED = 5

/** When some changes were made, in their order: `today at 09:31 and today at 09:40`. */
export function madeWords(times: readonly Instant[]): string {
  const today = londonDate(new Date().toISOString())
  const words = [...new Set(times.map(time => whenWords(time, today)))]
  const named = words.slice(0, NAMED)
  const others = words.length - named.length
  const last =
    others > 0 ? `${numberWords(others)} ${others === 1 ? 'time' : 'times'} after that` : named.pop()
  return named.length > 0 ? `${named.join(', ')} and ${last}` : `${last}`
}
