import type { CaseGroup } from '../domain/case-group.ts'
import { addDays, type Instant, londonDate, type PlainDate } from '../domain/time.ts'
import { caseOfClock, whatWords } from './clock-words.ts'
import type { Clock } from './clocks.ts'
import { foldWords } from './search.ts'

/** How the list of deadlines is divided, most urgent first. */
export const deadlineSections = ['critical', 'overdue', 'today', 'this-week', 'later'] as const
export type DeadlineSection = (typeof deadlineSections)[number]

/** Days and hours after which what is overdue is critically so: a clock of hours has lost a whole day then. */
const CRITICAL_DAYS = 7
const CRITICAL_HOURS = 24
const HOUR = 3_600_000

/** Bounds of the sections at a moment, so that many clocks are placed without a calendar each. */
interface Bounds {
  readonly now: number
  readonly today: PlainDate
  readonly critical: PlainDate
  readonly week: PlainDate
}

function boundsAt(now: Instant): Bounds {
  const today = londonDate(now)
  return {
    now: Date.parse(now),
    today,
    critical: addDays(today, -CRITICAL_DAYS),
    week: addDays(today, 7),
  }
}

function sectionWithin(
  { dueOn, dueAt }: Pick<Clock, 'dueOn' | 'dueAt'>,
  { now, today, critical, week }: Bounds,
): DeadlineSection {
  if (dueAt !== null) {
    const late = now - Date.parse(dueAt)
    if (late > 0) return late > CRITICAL_HOURS * HOUR ? 'critical' : 'overdue'
  } else if (dueOn < today) return dueOn < critical ? 'critical' : 'overdue'
  if (dueOn === today) return 'today'
  return dueOn <= week ? 'this-week' : 'later'
}

/** Where a clock stands at a moment. */
export const sectionOf = (clock: Pick<Clock, 'dueOn' | 'dueAt'>, now: Instant): DeadlineSection =>
  sectionWithin(clock, boundsAt(now))

/** A row of the list: found by its case group, or else by what it is. */
export interface DeadlineRow {
  readonly group: CaseGroup | null
  readonly ownText: string
  readonly clock: Clock
  readonly section: DeadlineSection
}

const rowsOf = new WeakMap<Clock, DeadlineRow>()

/** The clocks by their sections at a moment; a row whose section is as before is the same value. */
export function deadlinesAt(clocks: readonly Clock[], now: Instant): readonly DeadlineRow[] {
  const bounds = boundsAt(now)
  const found: Record<DeadlineSection, DeadlineRow[]> = {
    critical: [],
    overdue: [],
    today: [],
    'this-week': [],
    later: [],
  }
  for (const clock of clocks) {
    const section = sectionWithin(clock, bounds)
    let row = rowsOf.get(clock)
    if (row?.section !== section) {
      row = { group: clock.group, ownText: ownTextOf(clock), clock, section }
      rowsOf.set(clock, row)
    }
    found[section].push(row)
  }
  return deadlineSections.flatMap(section => found[section])
}

const folded = new Map<string, string>()

/** Words that narrow the list to a kind; what is about no group here is found by its number. */
function ownTextOf(clock: Clock): string {
  const words = whatWords(clock)
  const known = folded.get(words) ?? foldWords(words)
  folded.set(words, known)
  return clock.group ? known : `${known} ${caseOfClock(clock) ?? ''}`
}
