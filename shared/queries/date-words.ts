import { daysBetween, type Instant, londonDate, londonTime, type PlainDate } from '../domain/time.ts'

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

const monthOf = (date: PlainDate): string => months[Number(date.slice(5, 7)) - 1] ?? ''
const dayOf = (date: PlainDate): number => Number(date.slice(8, 10))

/** `3 November 2026`. */
export function longDate(date: PlainDate): string {
  return `${dayOf(date)} ${monthOf(date)} ${date.slice(0, 4)}`
}

/** `3 Nov 2026`, for columns. */
export function shortDate(date: PlainDate): string {
  return `${dayOf(date)} ${monthOf(date).slice(0, 3)} ${date.slice(0, 4)}`
}

/** `3 November 2026 at 09:31`, or `today at 09:31`. */
export function whenWords(instant: Instant, today: PlainDate): string {
  const date = londonDate(instant)
  return `${date === today ? 'today' : longDate(date)} at ${londonTime(instant)}`
}

/** `1 day`, `46 days`. */
export function daysWords(days: number): string {
  return counted(days, 'day')
}

/** `due 24 November`, `due today`, `3 days overdue`. */
export function dueWords(dueOn: PlainDate, today: PlainDate): string {
  const days = daysBetween(today, dueOn)
  if (days === 0) return 'due today'
  if (days < 0) return `${daysWords(-days)} overdue`
  return `due ${shortDate(dueOn)}`
}

/** The same for a tag: `due 3 Nov`, for this year’s dates. */
export const dueTagWords = (dueOn: PlainDate, today: PlainDate): string =>
  dueOn.slice(0, 4) === today.slice(0, 4)
    ? dueWords(dueOn, today).replace(/ \d{4}$/, '')
    : dueWords(dueOn, today)

/** `1 case group`, `23 case groups`, `1,204 letters`. */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${numberWords(count)} ${count === 1 ? noun : plural}`
}

/** `1,204`. */
export function numberWords(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',')
}
