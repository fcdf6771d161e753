import { directsPlace, leadsPlace } from '../commands/authority.ts'
import { objectionToReviewer } from '../commands/lock-reviewer.ts'
import type { AdviceRequest } from '../domain/advice.ts'
import type { CaseGroup, ServiceRequest } from '../domain/case-group.ts'
import type { StaffNumber } from '../domain/ids.ts'
import type { AacEmail, Incident } from '../domain/incident.ts'
import type { Lock } from '../domain/lock.ts'
import type { OrganisationIndex } from '../domain/organisation-index.ts'
import { requestOrphaningOf } from '../domain/orphan.ts'
import type { RecoveryRequest } from '../domain/recovery-request.ts'
import type { Instant, PlainDate } from '../domain/time.ts'
import { firstFirst, inOrder, isBy } from './clock-order.ts'
import { incidentClocks, incidentClocksIn, whoseIs } from './incident-clocks.ts'
import { leaderOn, presentOr } from './leader-on.ts'
import { type LockAfterIncident, lockAfterIncident } from './lock-after-incident.ts'
import { reviewerOf } from './lock-reviewing.ts'
import type { Readings } from './readings.ts'
import { type RecoveryRow, rowOfRecovery } from './recoveries.ts'
import {
  adviceKey,
  countRequestsBy,
  isAdvice,
  looseOfAll,
  lostOf,
  requestClocks,
  requestClocksOf,
  urgentRequests,
} from './request-clocks.ts'
import { clockKeyOf } from './row-key.ts'

interface Due {
  /** Names its row, and leads to its record. */
  readonly key: string
  readonly dueOn: PlainDate
  /** Null: by the end of `dueOn`. */
  readonly dueAt: Instant | null
  /** Who has to see to it; null: nobody in particular, or who is named by `withWords`. */
  readonly whose: StaffNumber | null
}

/** Something that is due on a day or at a moment. */
export type Clock = Due &
  (
    | { readonly kind: 'service-request'; readonly group: CaseGroup; readonly request: ServiceRequest }
    /** To be given, or waited for. */
    | { readonly kind: 'advice'; readonly group: CaseGroup; readonly request: ServiceRequest }
    | { readonly kind: 'general-advice'; readonly group: null; readonly request: AdviceRequest }
    | { readonly kind: 'lock-review'; readonly group: CaseGroup; readonly lock: Lock }
    /** It can come off, or is kept on with a reason (INC-12, LOCK-8). */
    | { readonly kind: 'lock-after-incident'; readonly group: CaseGroup; readonly over: LockAfterIncident }
    | { readonly kind: 'recovery-chase'; readonly group: null; readonly recovery: RecoveryRequest }
    /** From AAC, which is answered within 24 hours (INC-10). */
    | {
        readonly kind: 'email-to-answer'
        readonly group: CaseGroup | null
        readonly incident: Incident
        readonly email: AacEmail
      }
    /** AAC calls back (INC-9); whether it is solved (INC-3). */
    | {
        readonly kind: 'call-back' | 'check-back'
        readonly group: CaseGroup | null
        readonly incident: Incident
      }
  )

export type ClockKind = Clock['kind']

const known = new WeakMap<Readings, readonly Clock[]>()

/** Every clock that runs for a person, what is due first first; worked out once for each reading. */
export function clocksOf(readings: Readings): readonly Clock[] {
  const found = known.get(readings)
  if (found) return found
  const made = inOrder(requestClocks(readings.requests), otherClocks(readings, null))
  known.set(readings, made)
  return made
}

const toDo = new WeakMap<Readings, readonly Clock[]>()

/**
 * Those of them that its reader can see to: a lock's review only where the command would take it from him (INC-16, LOCK-8,
 * LOCK-12), that of a lock whose incident is over where he leads, what runs for an incident where he answers for that and has not only joined it (INC-2). The list has the
 * others, too, with whose they are; nothing counts or announces them.
 */
export function clocksToDo(readings: Readings): readonly Clock[] {
  const found = toDo.get(readings)
  if (found) return found
  const made = hisOf(readings, clocksOf(readings))
  toDo.set(readings, made)
  return made
}

/** How many of those are due by the end of a day; none is made of the many requests to be counted. */
export const countToDoBy = (readings: Readings, day: PlainDate): number =>
  countRequestsBy(readings.requests, day) + hisOf(readings, otherClocks(readings, day)).length

function hisOf(readings: Readings, clocks: readonly Clock[]): readonly Clock[] {
  const his = new Set(readings.incidents.filter(({ isHis }) => isHis).map(({ incident }) => incident.id))
  return clocks.filter(clock => {
    if (clock.kind === 'lock-review') return mayReview(readings, clock.group)
    if (clock.kind === 'lock-after-incident') return leadsHere(readings, clock.group)
    return !('incident' in clock) || his.has(clock.incident.id)
  })
}

/** Whether the reader may review the lock of the group (INC-16, LOCK-8, LOCK-12). */
export const mayReview = ({ view, index, today }: Readings, group: CaseGroup): boolean =>
  objectionToReviewer(view.staff.number, group, index, today) === undefined

/** Whether the group's lock is the reader's to clear or to keep when its incident is over (INC-12, TEAM-3). */
const leadsHere = ({ view, index, today }: Readings, group: CaseGroup): boolean =>
  leadsPlace(view.staff.number, group, index, today)

function otherClocks(
  { requests, locks, recoveries, groups, orphans, advice, incidents, index, today }: Readings,
  day: PlainDate | null,
): readonly Clock[] {
  const asked = requests.filter(isAdvice)
  const given = new Set(asked.map(adviceKey))
  const loose = [...looseOfAll(groups), ...orphans.flatMap(lostOf)]
  const reviewed = locks.filter(({ lock: { reviewOn } }) => reviewOn !== null && isBy(reviewOn, day))
  const clocks = [
    ...urgentRequests(asked),
    ...reviewed.flatMap(({ group, lock }) => lockClock(group, lock, reviewerOf(group, lock, index, today))),
    ...locks.flatMap(({ group }) => clockAfterIncident(group, index, today)),
    ...recoveries.flatMap(row => recoveryClock(row, index, today)),
    ...new Map(loose.filter(({ key }) => !given.has(key)).map(clock => [clock.key, clock])).values(),
    ...advice.flatMap(generalClock),
    ...incidents.flatMap(row => incidentClocks(row.incident, row.group, whoseIs(row, index, today))),
  ]
  return clocks.filter(({ dueOn }) => isBy(dueOn, day)).sort(firstFirst)
}

const all = () => true
/** All clocks of one group, whoever's they are. */
export function clocksOfGroup(
  group: CaseGroup,
  index: OrganisationIndex,
  today: PlainDate,
): readonly Clock[] {
  const { lock } = group
  const whose = (request: ServiceRequest) =>
    requestOrphaningOf(request, group, index) ? null : request.holder
  return [
    ...requestClocksOf(group, all, whose),
    ...group.incidents.flatMap(incident => incidentClocksIn(incident, group, index, today)),
    ...(lock ? lockClock(group, lock, reviewerOf(group, lock, index, today)) : []),
    ...clockAfterIncident(group, index, today),
  ]
}

export function generalClock(request: AdviceRequest): readonly Clock[] {
  const { dueOn, dueAt, answer } = request.advice
  if (answer) return []
  // Whoever of Advice and Guidance serves the team answers it: nobody in particular (ADV-1).
  return [{ kind: 'general-advice', key: request.id, group: null, request, dueOn, dueAt, whose: null }]
}

function lockClock(group: CaseGroup, lock: Lock, whose: StaffNumber | null): readonly Clock[] {
  const { reviewOn } = lock
  if (reviewOn === null) return []
  const key = clockKeyOf('lock-review', group)
  return [{ kind: 'lock-review', key, group, lock, dueOn: reviewOn, dueAt: null, whose }]
}

function clockAfterIncident(group: CaseGroup, index: OrganisationIndex, today: PlainDate): readonly Clock[] {
  const over = lockAfterIncident(group)
  if (!over) return []
  const key = clockKeyOf('lock-after-incident', group)
  const whose = leaderOn(group.team, index, today)
  return [{ kind: 'lock-after-incident', key, group, over, dueOn: over.from, dueAt: null, whose }]
}

export function recoveryClock(
  { recovery, chaseOn }: Pick<RecoveryRow, 'recovery' | 'chaseOn'>,
  index: OrganisationIndex,
  today: PlainDate,
): readonly Clock[] {
  if (recovery.end) return []
  const { requestedBy, team } = recovery
  const directs = directsPlace(requestedBy, recovery, index, today)
  const whose = directs ? presentOr(requestedBy, team, index, today) : leaderOn(team, index, today)
  const { on: dueOn } = chaseOn
  const key = rowOfRecovery(recovery)
  return [{ kind: 'recovery-chase', key, group: null, recovery, dueOn, dueAt: null, whose }]
}
