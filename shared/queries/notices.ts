import type { Calendar } from '../domain/calendar.ts'
import type { Division } from '../domain/organisation.ts'
import { addDays, type Instant, londonDate, londonTime, type PlainDate } from '../domain/time.ts'
import { isWorkingDay } from '../domain/working-days.ts'
import { whatWords } from './clock-words.ts'
import type { Clock } from './clocks.ts'
import { counted } from './date-words.ts'
import { dayWords } from './deadline.ts'

/** Something to be told at the desktop: nothing in it is about anybody. */
export interface Notice {
  /** What is told once is not told again. */
  readonly id: string
  /** The moment or the day that it is about. */
  readonly when: Instant | PlainDate
  readonly text: string
}

/** Where the person works: nobody is told anything outside the working hours there. */
export interface WorkingPlace {
  readonly division: Division
  readonly calendar: Calendar
}

const BEFORE = 2 * 3_600_000
const [OPENS, CLOSES] = ['08:00', '18:00']

/** Monday to Friday from 08:00 to 18:00, without the bank holidays of the division. */
export function isWorkingTime(now: Instant, { division, calendar }: WorkingPlace): boolean {
  const time = londonTime(now)
  return time >= OPENS && time < CLOSES && isWorkingDay(londonDate(now), division, calendar)
}

/**
 * From when a breach is told: two hours before it. Where that is outside the working hours, two hours before they ended,
 * so that something can still be done.
 */
export function noticeAt(dueAt: Instant, place: WorkingPlace): Instant {
  const before = new Date(Date.parse(dueAt) - BEFORE).toISOString()
  if (isWorkingTime(before, place)) return before
  let day = londonDate(before)
  if (londonTime(before) < CLOSES) day = addDays(day, -1)
  while (!isWorkingDay(day, place.division, place.calendar)) day = addDays(day, -1)
  return new Date(Date.parse(londonInstant(day, CLOSES)) - BEFORE).toISOString()
}

/** A time of the London clock on a day, save the hour in which it changes. */
function londonInstant(day: PlainDate, time: string): Instant {
  const asUtc = `${day}T${time}:00.000Z`
  return londonTime(asUtc) === time ? asUtc : new Date(Date.parse(asUtc) - 3_600_000).toISOString()
}

/** What is to be told at a moment, save what has been told: breaches to come, and once a day how much is due today. */
export function noticesAt(
  clocks: readonly Clock[],
  now: Instant,
  place: WorkingPlace,
  told: { readonly has: (id: string) => boolean },
): readonly Notice[] {
  if (!isWorkingTime(now, place)) return []
  const today = londonDate(now)
  const due = clocks.filter(({ dueOn, dueAt }) => dueAt === null && dueOn === today).length
  const all = [
    ...clocks.flatMap(clock => breachNotice(clock, now, place)),
    ...(due > 0
      ? [{ id: `today ${today}`, when: today, text: `${counted(due, 'deadline')} by the end of today.` }]
      : []),
  ]
  return all.filter(({ id }) => !told.has(id))
}

function breachNotice(clock: Clock, now: Instant, place: WorkingPlace): readonly Notice[] {
  const { dueAt, key } = clock
  if (dueAt === null || Date.parse(dueAt) <= Date.parse(now)) return []
  if (Date.parse(noticeAt(dueAt, place)) > Date.parse(now)) return []
  const day = londonDate(dueAt) === londonDate(now) ? '' : ` on ${dayWords(londonDate(dueAt))}`
  const text = `${whatWords(clock)} is due at ${londonTime(dueAt)}${day}.`
  return [{ id: `${key} ${dueAt}`, when: dueAt, text }]
}
