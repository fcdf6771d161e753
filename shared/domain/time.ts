/** An instant in UTC, ISO 8601 (`2026-11-20T18:00:00Z`). Comparable as text when of one precision. */
export type Instant = string

/** A calendar date, `YYYY-MM-DD`. Comparable as text. */
export type PlainDate = string

const DAY = 86_400_000

/** Days since 1 January 1970, for arithmetic. */
export function epochDay(date: PlainDate): number {
  return Math.floor(Date.parse(`${date}T00:00:00Z`) / DAY)
}

/** Whole calendar days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return epochDay(to) - epochDay(from)
}

/** The date `days` calendar days after `date`. */
export function addDays(date: PlainDate, days: number): PlainDate {
  return new Date((epochDay(date) + days) * DAY).toISOString().slice(0, 10)
}

const HOUR = 3_600_000

/** So many hours later: elapsed time, nights, holidays and changes of the clocks included (INC-10). */
export function hoursAfter(from: Instant, hours: number): Instant {
  return new Date(Date.parse(from) + hours * HOUR).toISOString()
}

/** Whether the text is a date that exists: `2026-02-29` is not one. */
export function isPlainDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && isSameDate(text)
}

function isSameDate(text: string): boolean {
  const at = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(at) && new Date(at).toISOString().slice(0, 10) === text
}

/** Whether the text is a time of the extract: `YYYY-MM-DDTHH:MM:SSZ`, and exists. */
export function isExtractInstant(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$/.test(text)) return false
  return isPlainDate(text.slice(0, 10))
}

// The last Sunday of a month, on which the clocks change at 01:00 UTC.
function lastSunday(year: number, month: number): number {
  const last = new Date(Date.UTC(year, month + 1, 0))
  return Date.UTC(year, month, last.getUTCDate() - last.getUTCDay(), 1)
}

// The London clock read as if it were UTC: British Summer Time included.
function londonClock(instant: Instant): string {
  const at = Date.parse(instant)
  const year = new Date(at).getUTCFullYear()
  const summer = at >= lastSunday(year, 2) && at < lastSunday(year, 9)
  return new Date(summer ? at + 3_600_000 : at).toISOString()
}

/** The date in London at an instant: British Summer Time included. */
export function londonDate(instant: Instant): PlainDate {
  return londonClock(instant).slice(0, 10)
}

/** The time of day in London at an instant, `09:31`. */
export function londonTime(instant: Instant): string {
  return londonClock(instant).slice(11, 16)
}

/**
 * The instants at which the clock in London shows `2026-11-26T14:10`, seconds or none: two in the hour that comes twice in
 * autumn, none in the one that is left out in spring, nor on a day that does not exist.
 */
export function instantsInLondon(clock: string): readonly Instant[] {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/.test(clock)) return []
  const read = Date.parse(`${clock}Z`)
  if (Number.isNaN(read)) return []
  return [read - HOUR, read]
    .map(at => new Date(at).toISOString())
    .filter(instant => londonClock(instant).startsWith(clock))
}

/** `2026-11-26T14:10` on the London clock, as a field of a page has it. */
export const clockInLondon = (instant: Instant): string => londonClock(instant).slice(0, 16)
