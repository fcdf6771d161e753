import type { Division } from './organisation.ts'
import { addDays, epochDay, type PlainDate } from './time.ts'

/** The bank holidays of one division, and the last day for which they are known. */
export interface Holidays {
  /** Sorted. */
  readonly dates: readonly PlainDate[]
  /** Null: none are known for any day. */
  readonly endsOn: PlainDate | null
}

/** Each division keeps its own: a team's site decides, not the country of its case groups (ADV-4). */
export type Calendar = Readonly<Record<Division, Holidays>>

const unknown: Holidays = { dates: [], endsOn: null }

/** Weekends are known, and nothing else. */
export const emptyCalendar: Calendar = {
  'england-and-wales': unknown,
  scotland: unknown,
  'northern-ireland': unknown,
}

const THURSDAY = 4

/** Saturdays and Sundays; 1 January 1970 was a Thursday. */
function isWeekend(date: PlainDate): boolean {
  const weekday = (((epochDay(date) + THURSDAY) % 7) + 7) % 7
  return weekday === 0 || weekday === 6
}

/** Neither in a weekend nor a bank holiday of the division (ADV-4). */
export function isWorkingDay(date: PlainDate, { dates }: Holidays): boolean {
  return !isWeekend(date) && !dates.includes(date)
}

/** A day counted in working days. */
export interface CountedDay {
  readonly on: PlainDate
  /** The bank holidays among them, left out. */
  readonly without: readonly PlainDate[]
  /** False: the calendar ends before it, so that `on` is the earliest that it can be, not a promise (ADV-5). */
  readonly certain: boolean
}

/** The day so many working days after another; counting starts the day after (ADV-4). */
export function workingDaysAfter(from: PlainDate, days: number, holidays: Holidays): CountedDay {
  const without: PlainDate[] = []
  let on = from
  for (let left = days; left > 0; ) {
    on = addDays(on, 1)
    if (isWorkingDay(on, holidays)) left--
    else if (!isWeekend(on)) without.push(on)
  }
  return { on, without, certain: holidays.endsOn !== null && on <= holidays.endsOn }
}
