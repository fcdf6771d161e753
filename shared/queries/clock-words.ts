import { assertNever } from '../domain/assert-never.ts'
import type { OrganisationIndex } from '../domain/organisation-index.ts'
import { type Instant, londonDate, londonTime } from '../domain/time.ts'
import type { Clock, ClockKind } from './clocks.ts'
import { dueWords, shortDate } from './date-words.ts'
import { staffName } from './names.ts'

export const clockKinds = [
  'email-to-answer',
  'call-back',
  'check-back',
  'advice',
  'lock-after-incident',
  'lock-review',
  'service-request',
  'recovery-chase',
  'general-advice',
] as const satisfies readonly ClockKind[]

/** What a kind of clock is called. */
export const clockKindWords: Readonly<Record<ClockKind, string>> = {
  'email-to-answer': 'Answer to AAC',
  'call-back': 'Call-back by AAC',
  'check-back': 'Check whether it is solved',
  'service-request': 'Service request',
  advice: 'Advice about a case',
  'general-advice': 'Advice without a case',
  'lock-after-incident': 'Lock whose incident is over',
  'lock-review': 'Review of a lock',
  'recovery-chase': 'Recovery to chase',
}

/** What is due, without anything about anybody. */
export function whatWords(clock: Clock): string {
  switch (clock.kind) {
    case 'service-request':
      return clock.request.type
    case 'advice':
      return clock.request.here?.advice?.urgent ? 'Urgent advice' : 'Advice'
    case 'general-advice':
      return clock.request.advice.urgent ? 'Urgent advice, no case' : 'Advice, no case'
    case 'lock-review':
      return 'Review of the lock'
    case 'lock-after-incident':
      return 'Lock to clear: incident over'
    case 'recovery-chase':
      return 'Chase local IT'
    case 'email-to-answer':
    case 'call-back':
    case 'check-back':
      return clockKindWords[clock.kind]
    default:
      return assertNever(clock)
  }
}

/**
 * `due 26 Nov 2026`, `3 days overdue`; at a moment, `due today at 15:20`, `was due 25 Nov 2026 at 15:20`. Where the
 * calendar ends before it, it is not certain (ADV-5).
 */
export function clockDueWords(
  { dueOn, dueAt }: Pick<Clock, 'dueOn' | 'dueAt'>,
  now: Instant,
  certain = true,
): string {
  const today = londonDate(now)
  if (dueAt === null) return `${dueWords(dueOn, today)}${certain ? '' : ', not certain'}`
  const day = dueOn === today ? 'today' : shortDate(dueOn)
  const verb = Date.parse(dueAt) < Date.parse(now) ? 'was due' : 'due'
  return `${verb} ${day} at ${londonTime(dueAt)}`
}

/** With whom it is, by name. */
export function withWords({ kind, whose }: Pick<Clock, 'kind' | 'whose'>, index: OrganisationIndex): string {
  return whose === null ? nobodyWords[kind] : staffName(whose, index)
}

// What is a caseworker's own, and has none, is with nobody; what a team decides, and nobody leads it, its manager's.
const nobodyWords: Readonly<Record<ClockKind, string>> = {
  'email-to-answer': 'segment manager',
  'call-back': 'segment manager',
  'check-back': 'segment manager',
  'service-request': 'nobody',
  advice: 'nobody',
  'general-advice': 'Advice and Guidance',
  'lock-after-incident': 'segment manager',
  'lock-review': 'segment manager',
  'recovery-chase': 'segment manager',
}

/** The master case that it is about; null: none. */
export function caseOfClock(clock: Clock): string | null {
  if (clock.kind === 'recovery-chase') return clock.recovery.masterCaseNumber
  return clock.group?.id ?? null
}
