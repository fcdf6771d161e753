import type { Division } from './organisation.ts'
import { addDays, type PlainDate } from './time.ts'

export const divisions = ['england-and-wales', 'scotland', 'northern-ireland'] as const

/** The bank holidays of each division, of whole years: data served by the hub (ADV-5). */
export interface Calendar {
  readonly kind: 'calendar'
  readonly id: 'calendar'
  /** Sorted. */
  readonly holidays: Readonly<Record<Division, readonly PlainDate[]>>
  /** What they are called, as far as is known. */
  readonly names: Readonly<Record<Division, Readonly<Record<PlainDate, string>>>>
  /** The first and the last day of which it says anything; null: it says nothing yet. */
  readonly covers: { readonly from: PlainDate; readonly to: PlainDate } | null
}

/** Before the hub's own has come. */
export const emptyCalendar: Calendar = {
  kind: 'calendar',
  id: 'calendar',
  holidays: { 'england-and-wales': [], scotland: [], 'northern-ireland': [] },
  names: { 'england-and-wales': {}, scotland: {}, 'northern-ireland': {} },
  covers: null,
}

/**
 * The calendar with the years of another one instead of its own; the rest of its own stays. Where there is a gap between
 * the two, only the later one is kept: a calendar has no gaps.
 */
export function withYearsOf(newer: Calendar, calendar: Calendar): Calendar {
  const [own, other] = [calendar.covers, newer.covers]
  if (!other) return calendar
  if (!own || addDays(own.to, 1) < other.from) return newer
  if (addDays(other.to, 1) < own.from) return calendar
  const isOutside = (date: PlainDate) => date < other.from || date > other.to
  const datesOf = (division: Division) =>
    [...calendar.holidays[division].filter(isOutside), ...newer.holidays[division]].sort()
  const namesOf = (division: Division) => ({
    ...Object.fromEntries(Object.entries(calendar.names[division]).filter(([date]) => isOutside(date))),
    ...newer.names[division],
  })
  return {
    ...newer,
    holidays: byDivision(datesOf),
    names: byDivision(namesOf),
    covers: {
      from: own.from < other.from ? own.from : other.from,
      to: own.to > other.to ? own.to : other.to,
    },
  }
}

export function byDivision<Value>(of: (division: Division) => Value): Record<Division, Value> {
  return {
    'england-and-wales': of('england-and-wales'),
    scotland: of('scotland'),
    'northern-ireland': of('northern-ireland'),
  }
}
