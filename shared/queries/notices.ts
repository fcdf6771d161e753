import type { Calendar } from '../domain/calendar.ts'
import type { Division } from '../domain/organisation.ts'
import { addDays, type Instant, londonDate, londonTime, type PlainDate } from '../domain/time.ts'
import { isWorkingDay } from '../domain/working-days.ts'
import { whatWords } from './clock-words.ts'
import type { Clock } from './clocks.ts'
import { counted } from './date-words.ts'
import { dayWords } from './deadline.ts'

/** Something that is told of at the desktop, and by when it is due. */
export interface Tellable {
  /** What is told once is not told again. */
  readonly id: string
  readonly when: Instant | PlainDate
}

/** A clock as what is told of; one that is due at another time than it was is another. */
export const tellableOf = ({ key, dueAt, dueOn }: Clock): Tellable => ({
  id: `${key} ${dueAt ?? dueOn}`,
  when: dueAt ?? dueOn,
})

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

/**
 * What is to be told at a moment, of which each thing is asked once whether it was told: breaches to come, and how much is
 * due by the end of the day, what arises later too. Nothing in it is about anybody (ACC-3).
 */
export function noticesAt(
  clocks: readonly Clock[],
  now: Instant,
  place: WorkingPlace,
  wasTold: (each: Tellable) => boolean,
): readonly string[] {
  if (!isWorkingTime(now, place)) return []
  const today = londonDate(now)
  const isNews = (clock: Clock) => !wasTold(tellableOf(clock))
  const breaches = clocks.filter(clock => isBreachToCome(clock, now, place) && isNews(clock))
  const due = clocks.filter(({ dueOn, dueAt }) => dueAt === null && dueOn === today)
  const news = due.filter(isNews).length
  const noun = news < due.length ? 'more deadline' : 'deadline'
  return [
    ...breaches.flatMap(clock => breachWords(clock, now)),
    ...(news > 0 ? [`${counted(news, noun)} by the end of today.`] : []),
  ]
}

const isBreachToCome = ({ dueAt }: Clock, now: Instant, place: WorkingPlace): boolean =>
  dueAt !== null &&
  Date.parse(dueAt) > Date.parse(now) &&
  Date.parse(noticeAt(dueAt, place)) <= Date.parse(now)

function breachWords(clock: Clock, now: Instant): readonly string[] {
  const { dueAt } = clock
  if (dueAt === null) return []
  const day = londonDate(dueAt) === londonDate(now) ? '' : ` on ${dayWords(londonDate(dueAt))}`
  return [`${whatWords(clock)} is due at ${londonTime(dueAt)}${day}.`]
}
