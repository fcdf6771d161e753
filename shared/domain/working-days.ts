import type { Calendar } from './calendar.ts'
import type { Division } from './organisation.ts'
import { addDays, epochDay, type PlainDate } from './time.ts'

const THURSDAY = 4

/** Saturdays and Sundays; 1 January 1970 was a Thursday. */
function isWeekend(date: PlainDate): boolean {
  const weekday = (((epochDay(date) + THURSDAY) % 7) + 7) % 7
  return weekday === 0 || weekday === 6
}

/** Neither in a weekend nor a bank holiday of the division: the team's site decides which that is (ADV-4). */
export function isWorkingDay(date: PlainDate, division: Division, { holidays }: Calendar): boolean {
  return !isWeekend(date) && !holidays[division].includes(date)
}

/** A day counted in working days. */
export interface CountedDay {
  readonly on: PlainDate
  /** The bank holidays among them, left out. */
  readonly without: readonly PlainDate[]
  /** False: the calendar does not cover them all, so that `on` is the earliest that it can be, not a promise (ADV-5). */
  readonly certain: boolean
}

/** The day so many working days after another; counting starts the day after (ADV-4). */
export function workingDaysAfter(
  from: PlainDate,
  days: number,
  division: Division,
  calendar: Calendar,
): CountedDay {
  const without: PlainDate[] = []
  let on = from
  for (let left = days; left > 0; ) {
    on = addDays(on, 1)
    if (isWorkingDay(on, division, calendar)) left--
    else if (!isWeekend(on)) without.push(on)
  }
  return { on, without, certain: isCovered(calendar, from, on) }
}

/** Whether the calendar says something of every day after the one, up to the other (ADV-5). */
export const isCovered = ({ covers }: Calendar, from: PlainDate, to: PlainDate): boolean =>
  covers !== null && covers.from <= addDays(from, 1) && to <= covers.to
