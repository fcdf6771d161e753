import { emailsOf } from '../domain/incident-emails.ts'
import type { PlainDate } from '../domain/time.ts'
import { adviceRows } from './advice-rows.ts'
import { clockKinds } from './clock-words.ts'
import { type ClockKind, clocksToDo, mayReview } from './clocks.ts'
import { type Urgency, urgencyOf } from './due.ts'
import { hasRetriesUnseen, type IncidentToDo, incidentToDo } from './incidents.ts'
import { headsManagersList } from './lock-reviewing.ts'
import type { QueuedGroup } from './queue.ts'
import type { Readings } from './readings.ts'
import type { RecoverySection } from './recoveries.ts'
import type { RequestRow } from './requests.ts'
import { due, recoveryLine, type TodayLine, type TodayLineId } from './today-line.ts'
import { exceptionsToCorrect, managerLines } from './today-managing.ts'
import { isLocalItDesk } from './viewpoint.ts'

/** What of the incidents is the reader's turn (INC-3, INC-5, INC-10, INC-16); one that affects no case is counted too. */
function incidentLines({ incidents, view }: Readings): readonly TodayLine[] {
  const of = (wanted: IncidentToDo) => incidents.filter(row => incidentToDo(row) === wanted)
  const emails = of('answer')
  // Of several emails each has its clock (INC-10).
  const unanswered = emails.reduce((sum, { incident }) => sum + Math.max(1, emailsOf(incident).length), 0)
  return [
    due('emails-to-answer', emails, unanswered),
    due('incidents-to-decide', of('decide')),
    due('incidents-to-go-on', of('go-on')),
    // Who allocates the group, or hands the retries on, is told (INC-11).
    due(
      'retries-unseen',
      incidents.filter(row => view.kind !== 'person' && hasRetriesUnseen(row)),
    ),
  ]
}

/** Everything that waits for the reader or falls due within a week. */
export function dueLines(readings: Readings): readonly TodayLine[] {
  const { requests, queue, orphans, locks, view, today } = readings
  const review = locks.filter(
    ({ reviewing, group }) =>
      (view.kind === 'segment' ? headsManagersList(reviewing) : reviewing.isDue) &&
      mayReview(readings, group),
  )
  return [
    ...incidentLines(readings),
    ...requestLines(requests),
    ...waitingLines(queue, today),
    due(
      'orphans-overdue',
      orphans.filter(({ severity }) => severity === 'overdue'),
    ),
    due(
      'orphans-this-week',
      orphans.filter(({ severity }) => severity === 'this-week'),
    ),
    due(
      'locks-after-incident',
      clocksToDo(readings).filter(({ kind, dueOn }) => kind === 'lock-after-incident' && dueOn <= today),
    ),
    due('reviews-due', review),
    due(
      'reviews-this-week',
      locks.filter(
        ({ reviewing, group }) =>
          reviewing.state === 'this-week' && !reviewing.isDue && mayReview(readings, group),
      ),
    ),
    ...adviceLines(readings),
    ...recoveryLines(readings),
    otherDeadlines(readings),
    ...managerLines(readings),
    exceptionsToCorrect(readings),
  ]
}

/** An answer waits for the case owner (SR-7), post for whoever deals with it. */
function requestLines(requests: readonly RequestRow[]): readonly TodayLine[] {
  const of = (id: TodayLineId, wanted: RequestRow['section']) =>
    due(
      id,
      requests.filter(({ section }) => section === wanted),
    )
  return [
    of('requests-answered', 'news'),
    of('requests-overdue', 'overdue'),
    of('requests-this-week', 'this-week'),
    of('post-to-do', 'post'),
  ]
}

function adviceLines(readings: Readings): readonly TodayLine[] {
  const rows = adviceRows(readings)
  return [
    due(
      'advice-to-answer',
      rows.filter(({ section }) => section === 'to-answer'),
    ),
    due(
      'advice-answered',
      rows.filter(({ section }) => section === 'news' || section === 'unanswerable'),
    ),
  ]
}

/** What the team asks of local IT, and what IT answered that left the orphan one (ORPH-4). */
function recoveryLines({ recoveries, view }: Readings): readonly TodayLine[] {
  const of = (id: TodayLineId, wanted: RecoverySection) =>
    recoveryLine(
      id,
      'due',
      recoveries.filter(({ section }) => section === wanted),
    )
  // After five working days it is the manager's; one that can be chased is among the other deadlines already.
  const chased = recoveries.filter(({ section, isChaseDue }) => section === 'managers' && !isChaseDue)
  return isLocalItDesk(view)
    ? [
        of('recoveries-chased', 'chased'),
        of('recoveries-new', 'new'),
        of('recoveries-acknowledged', 'acknowledged'),
      ]
    : [
        of('recoveries-answered', 'answered'),
        ...(view.kind === 'segment' ? [recoveryLine('recoveries-to-manage', 'due', chased)] : []),
      ]
}

/** Nobody has the work of a queued group yet, so that no list of requests has it (TEAM-1). */
function waitingLines(queue: readonly QueuedGroup[], today: PlainDate): readonly TodayLine[] {
  const of = (urgency: Urgency) => queue.filter(({ due }) => due && urgencyOf(due.on, today) === urgency)
  return [due('queue-overdue', of('overdue')), due('queue-this-week', of('this-week'))]
}

const toldApart: ReadonlySet<ClockKind> = new Set([
  'service-request',
  'lock-review',
  'lock-after-incident',
  'email-to-answer',
])
/** Clocks that no other line tells of: they have one for all. */
export const otherClockKinds = clockKinds.filter(kind => !toldApart.has(kind))

/** What of the other clocks has run out or does today (INC-3, INC-9, ADV-1, ORPH-4). */
function otherDeadlines(readings: Readings): TodayLine {
  const { today } = readings
  const found = clocksToDo(readings).filter(({ kind, dueOn }) => dueOn <= today && !toldApart.has(kind))
  return due('other-deadlines', found)
}
