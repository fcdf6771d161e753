import type { Calendar } from '../domain/calendar.ts'
import { listWords } from '../domain/list-words.ts'
import type { Division } from '../domain/organisation.ts'
import {
  daysBetween,
  hoursAfter,
  type Instant,
  londonDate,
  londonTime,
  type PlainDate,
} from '../domain/time.ts'
import { workingDaysAfter } from '../domain/working-days.ts'
import { counted, longDate } from './date-words.ts'

/** When something is due, and how that was reckoned, in sentences. */
export interface Deadline {
  readonly due: PlainDate | Instant
  /** False: the calendar does not cover all its days, so that `due` is the earliest it can be (ADV-5). */
  readonly certain: boolean
  readonly working: readonly string[]
}

export const divisionWords: Readonly<Record<Division, string>> = {
  'england-and-wales': 'England and Wales',
  scotland: 'Scotland',
  'northern-ireland': 'Northern Ireland',
}

/** So many working days of a division after the day of receipt, which does not count (ADV-4). */
export function dueAfterWorkingDays(
  received: PlainDate,
  days: number,
  division: Division,
  calendar: Calendar,
): Deadline {
  const { on, without, certain } = workingDaysAfter(received, days, division, calendar)
  const where = divisionWords[division]
  const names = calendar.names[division]
  const named = without.map(date => `${dayWords(date)}${names[date] ? ` (${names[date]})` : ''}`)
  return {
    due: on,
    certain,
    working: [
      `From ${dayWords(received)}; counting starts the day after.`,
      `${counted(days, 'working day')} of ${where}, without Saturdays and Sundays${
        named.length > 0
          ? ` and without ${listWords(named)}`
          : `; no bank holiday falls on the weekdays between`
      }.`,
      certain ? `So by the end of ${dayWords(on)}.` : uncertainWords(on, where, calendar),
    ],
  }
}

// A calendar that ends before the deadline says so instead of guessing (ADV-5).
function uncertainWords(on: PlainDate, where: string, { covers }: Calendar): string {
  const known = covers
    ? `The bank holidays of ${where} are known from ${longDate(covers.from)} to ${longDate(covers.to)} only`
    : `The bank holidays of ${where} are not known`
  return `${known}, so this is not certain: not before ${dayWords(on)}, later if a bank holiday falls between.`
}

const HOUR = 3_600_000

/** So many hours later: they run on the clock through nights, weekends, holidays and changes of the clocks (INC-10). */
export function dueAfterHours(from: Instant, hours: number): Deadline {
  const due = plain(hoursAfter(from, hours))
  return {
    due,
    certain: true,
    working: [
      `${counted(hours, 'hour')} from ${momentWords(from)}, on the clock: nights, weekends and bank holidays count.`,
      ...changeWords(from, due),
      `So by ${momentWords(due)}.`,
    ],
  }
}

// What a clock on the wall adds or leaves out between the two.
function changeWords(from: Instant, due: Instant): readonly string[] {
  const shift = (offsetOf(due) - offsetOf(from)) / HOUR
  if (shift === 0) return []
  return shift > 0
    ? ['The clocks go forward in between: by the clock on the wall it is an hour later.']
    : ['The clocks go back in between: by the clock on the wall it is an hour earlier.']
}

/** How far the London clock is ahead of UTC. */
function offsetOf(instant: Instant): number {
  const wall = Date.parse(`${londonDate(instant)}T${londonTime(instant)}:00Z`)
  const minute = Math.floor(Date.parse(instant) / 60_000) * 60_000
  return wall - minute
}

const plain = (instant: Instant) => instant.replace('.000Z', 'Z')

const weekdays = ['Thursday', 'Friday', 'Saturday', 'Sunday', 'Monday', 'Tuesday', 'Wednesday'] as const

/** `Monday 15 June 2026`; 1 January 1970 was a Thursday. */
export function dayWords(date: PlainDate): string {
  const place = ((daysBetween('1970-01-01', date) % 7) + 7) % 7
  return `${weekdays[place]} ${longDate(date)}`
}

/** `Thursday 26 November 2026, 14:10`. */
export function momentWords(instant: Instant): string {
  return `${dayWords(londonDate(instant))}, ${londonTime(instant)}`
}
