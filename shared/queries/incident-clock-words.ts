import { assertNever } from '../domain/assert-never.ts'
import type { IncidentClock } from '../domain/incident-clock.ts'
import { daysBetween, type Instant, londonDate, londonTime, type PlainDate } from '../domain/time.ts'
import { daysWords, dueWords, longDate, shortDate, whenWords } from './date-words.ts'

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const

/** From so many days on, ahead or behind, a weekday may be another one's. */
const WEEK = 7

/** `Thu 14:10`; where that is not the nearest Thursday, `17 Dec 14:10`, and of another year `17 Dec 2025 14:10`. */
function dayTime(instant: Instant, today: PlainDate): string {
  const date = londonDate(instant)
  const isNear = Math.abs(daysBetween(today, date)) < WEEK
  return `${isNear ? weekdayOf(date) : dayWords(date, today)} ${londonTime(instant)}`
}

const weekdayOf = (date: PlainDate) => weekdays[new Date(`${date}T12:00:00Z`).getUTCDay()]

function dayWords(date: PlainDate, today: PlainDate): string {
  const words = shortDate(date)
  return date.slice(0, 4) === today.slice(0, 4) ? words.slice(0, -5) : words
}

/** For a column. */
export function clockWords(clock: IncidentClock, now: Instant): string {
  const today = londonDate(now)
  switch (clock.kind) {
    case 'answer':
      return `${isPast(clock.due, now) ? 'late since' : 'answer by'} ${dayTime(clock.due, today)}`
    case 'call-back':
      return `${isPast(clock.due, now) ? 'was due' : 'call-back'} ${dayTime(clock.due, today)}`
    case 'check-back':
      return `check ${dueWords(clock.on, today)}`
    case 'advice':
      if (clock.due === null) return `advice ${dueWords(clock.on, today)}`
      return `advice ${isPast(clock.due, now) ? 'was due' : 'by'} ${dayTime(clock.due, today)}`
    case 'since':
      return sinceWords(clock.from, today)
    default:
      return assertNever(clock)
  }
}

function sinceWords(from: Instant, today: PlainDate): string {
  const date = londonDate(from)
  const days = daysBetween(date, today)
  return days <= 0 ? `since ${londonTime(from)}` : daysWords(days)
}

/** The clock with its working: `24 hours from Thu 14:10, so by Fri 14:10`; what is over says so, whatever its colour. */
export const clockWorking = (clock: IncidentClock, now: Instant): string =>
  `${clockTone(clock, now) === 'alarm' ? 'Overdue. ' : ''}${workingWords(clock, londonDate(now))}`

function workingWords(clock: IncidentClock, today: PlainDate): string {
  switch (clock.kind) {
    case 'answer':
      return `To be answered within 24 hours of receipt, nights and weekends included: from ${dayTime(clock.email.receivedAt, today)}, so by ${dayTime(clock.due, today)} (${whenWords(clock.due, today)}).`
    case 'call-back':
      return `AAC calls back ${whenWords(clock.due, today)}. Its resolution is tried within the call.`
    case 'check-back':
      return `To be checked on ${longDate(clock.on)}.`
    case 'advice':
      return `Advice and Guidance was asked and answers by ${clock.due ? whenWords(clock.due, today) : `the end of ${longDate(clock.on)}`}.`
    case 'since':
      return `Unchanged since ${whenWords(clock.from, today)}.`
    default:
      return assertNever(clock)
  }
}

const isPast = (due: Instant, now: Instant) => Date.parse(due) < Date.parse(now)

/** How urgent it is; the words say it, too. */
export function clockTone(clock: IncidentClock, now: Instant): 'alarm' | 'warn' | 'calm' {
  switch (clock.kind) {
    case 'answer':
      return isPast(clock.due, now) ? 'alarm' : 'warn'
    case 'call-back':
      return isPast(clock.due, now) ? 'alarm' : 'calm'
    case 'advice':
      return (clock.due ? isPast(clock.due, now) : clock.on < londonDate(now)) ? 'alarm' : 'calm'
    case 'check-back':
      return clock.on < londonDate(now) ? 'alarm' : clock.on === londonDate(now) ? 'warn' : 'calm'
    case 'since':
      return 'calm'
    default:
      return assertNever(clock)
  }
}
