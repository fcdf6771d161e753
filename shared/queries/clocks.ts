import { directsPlace, leadsPlace } from '../commands/authority.ts'
import { objectionToReviewer } from '../commands/lock-reviewer.ts'
import type { AdviceRequest } from '../domain/advice.ts'
import { assertNever } from '../domain/assert-never.ts'
import type { CaseGroup, ServiceRequest } from '../domain/case-group.ts'
import type { StaffNumber, TeamId } from '../domain/ids.ts'
import type { AacEmail, Incident } from '../domain/incident.ts'
import { clocksRunning } from '../domain/incident-clock.ts'
import type { Lock } from '../domain/lock.ts'
import { isOpenRequest } from '../domain/open-work.ts'
import type { OrganisationIndex } from '../domain/organisation-index.ts'
import { requestOrphaningOf } from '../domain/orphan.ts'
import type { OwnIncident } from '../domain/own-incident.ts'
import type { RecoveryRequest } from '../domain/recovery-request.ts'
import { absenceOf, leadingOn } from '../domain/standing-in.ts'
import { type Instant, londonDate, type PlainDate } from '../domain/time.ts'
import { firstFirst, inOrder } from './clock-order.ts'
import { turnOfIncident } from './incident-turn.ts'
import type { IncidentRow } from './incidents.ts'
import { reviewerOf } from './lock-reviewing.ts'
import type { Orphan } from './orphans.ts'
import type { Readings } from './readings.ts'
import { type RecoveryRow, rowOfRecovery } from './recoveries.ts'
import type { RequestRow } from './requests.ts'
import { clockKeyOf, incidentKeyOf, incidentPartKeyOf, rowKeyOf } from './row-key.ts'

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
  const made = inOrder(requestClocks(readings.requests), otherClocks(readings))
  known.set(readings, made)
  return made
}

const toDo = new WeakMap<Readings, readonly Clock[]>()

/**
 * Those of them that its reader can see to: a lock's review only where the command would take it from him (INC-16, LOCK-8,
 * LOCK-12), what runs for an incident where he answers for that and has not only joined it (INC-2). The list has the
 * others, too, with whose they are; nothing counts or announces them.
 */
export function clocksToDo(readings: Readings): readonly Clock[] {
  const found = toDo.get(readings)
  if (found) return found
  const his = new Set(readings.incidents.filter(({ isHis }) => isHis).map(({ incident }) => incident.id))
  const made = clocksOf(readings).filter(clock => {
    if (clock.kind === 'lock-review') return mayReview(readings, clock.group)
    return !('incident' in clock) || his.has(clock.incident.id)
  })
  toDo.set(readings, made)
  return made
}

/** Whether the reader may review the lock of the group (INC-16, LOCK-8, LOCK-12). */
export const mayReview = ({ view, index, today }: Readings, group: CaseGroup): boolean =>
  objectionToReviewer(view.staff.number, group, index, today) === undefined

function otherClocks({
  requests,
  locks,
  recoveries,
  groups,
  orphans,
  advice,
  incidents,
  index,
  today,
}: Readings): readonly Clock[] {
  const given = new Set(requests.flatMap(adviceKey))
  const loose = [...looseOfAll(groups), ...orphans.flatMap(lostOf)]
  return [
    ...urgentRequests(requests),
    ...locks.flatMap(({ group, lock }) => lockClock(group, lock, reviewerOf(group, lock, index, today))),
    ...recoveries.flatMap(row => recoveryClock(row, index, today)),
    ...new Map(loose.filter(({ key }) => !given.has(key)).map(clock => [clock.key, clock])).values(),
    ...advice.flatMap(generalClock),
    ...incidents.flatMap(row => incidentClocks(row.incident, row.group, whoseIs(row, index, today))),
  ].sort(firstFirst)
}

// With its raiser gone, whoever leads the team (INC-18, TEAM-2); whoever was consulted checks back (INC-3).
function whoseIs(
  { incident, answering, team, segment }: Pick<IncidentRow, 'incident' | 'answering' | 'team' | 'segment'>,
  index: OrganisationIndex,
  today: PlainDate,
): StaffNumber | null {
  const { state, consulted } = incident
  if (state === 'check-back' && consulted) {
    const leads = leadsPlace(consulted.by, { team, segment }, index, today)
    return leads ? presentOr(consulted.by, team, index, today) : leaderOn(team, index, today)
  }
  return answering ?? leaderOn(team, index, today)
}

/** His who took it on while he is there; else that of whoever leads the team by then (TEAM-2, TEAM-3). */
const presentOr = (
  number: StaffNumber,
  team: TeamId | null,
  index: OrganisationIndex,
  today: PlainDate,
): StaffNumber | null => (absenceOf(number, index, today) ? leaderOn(team, index, today) : number)

// Null: it is the segment manager's (TEAM-3).
const leaderOn = (team: TeamId | null, index: OrganisationIndex, today: PlainDate): StaffNumber | null =>
  team === null ? null : (leadingOn(team, index, today)[0] ?? null)

const adviceKey = ({ group, request }: RequestRow) =>
  request?.here?.advice ? rowKeyOf(group, request) : noKeys

const ofRequests = new WeakMap<RequestRow, Clock>()

/** In the order of the rows, which is that of their dates. */
function requestClocks(rows: readonly RequestRow[]): readonly Clock[] {
  const clocks: Clock[] = []
  for (const row of rows) {
    const clock = clockOfRow(row)
    if (clock && clock.dueAt === null) clocks.push(clock)
  }
  return clocks
}

/** Those that are due at a moment, which is before the end of its day. */
const urgentRequests = (rows: readonly RequestRow[]) =>
  rows.flatMap(row => (row.request?.here?.advice?.dueAt ? (clockOfRow(row) ?? []) : []))

function clockOfRow(row: RequestRow): Clock | undefined {
  if (row.section === 'news' || row.request === null || row.request.dueOn === null) return undefined
  const found = ofRequests.get(row)
  if (found) return found
  const made = requestClock(row.group, row.request, row.request.dueOn, row.request.holder)
  ofRequests.set(row, made)
  return made
}

function requestClock(
  group: CaseGroup,
  request: ServiceRequest,
  dueOn: PlainDate,
  whose: StaffNumber | null,
): Clock {
  const advice = request.here?.advice ?? null
  return {
    kind: advice ? 'advice' : 'service-request',
    key: rowKeyOf(group, request),
    group,
    request,
    dueOn,
    dueAt: advice?.dueAt ?? null,
    whose,
  }
}

const loose = new WeakMap<CaseGroup, readonly Clock[]>()
const nothing: readonly Clock[] = []
const noKeys: readonly string[] = []

// Tens of thousands, of which few have any.
function looseOfAll(groups: Readings['groups']): readonly Clock[] {
  const found: Clock[] = []
  for (const { group } of groups) for (const clock of looseOf(group)) found.push(clock)
  return found
}

/** Advice that was asked for on the group and has not come, and its own work that nobody has (TEAM-1). */
function looseOf(group: CaseGroup): readonly Clock[] {
  const found = loose.get(group)
  if (found) return found
  const made = requestClocksOf(
    group,
    ({ kind, holder, here }) => here?.advice != null || (kind === 'case-owning' && holder === null),
  )
  loose.set(group, made)
  return made
}

const lost = new WeakMap<Orphan, readonly Clock[]>()

/** What runs for an orphan, with nobody any more: the request, or all that its holder had of the case group (ORPH-3). */
function lostOf(orphan: Orphan): readonly Clock[] {
  const found = lost.get(orphan)
  if (found) return found
  const { group, request } = orphan
  const isIts = (each: ServiceRequest) =>
    request ? each === request : each.kind === 'case-owning' && each.holder === group.holder
  const made = requestClocksOf(group, isIts, nobody)
  lost.set(orphan, made)
  return made
}

function requestClocksOf(
  group: CaseGroup,
  which: (request: ServiceRequest) => boolean,
  whose: (request: ServiceRequest) => StaffNumber | null = ({ holder }) => holder,
): readonly Clock[] {
  const open = group.serviceRequests.filter(each => isOpenRequest(each) && which(each))
  if (open.length === 0) return nothing
  return open.flatMap(each => (each.dueOn === null ? [] : requestClock(group, each, each.dueOn, whose(each))))
}

const all = () => true
const nobody = () => null

/** The clocks of an incident of any group, or of none, with whom they are by now. */
export function incidentClocksIn(
  incident: Incident,
  subject: CaseGroup | OwnIncident,
  index: OrganisationIndex,
  today: PlainDate,
): readonly Clock[] {
  const { answering } = turnOfIncident(incident, subject, { kind: 'not-known' }, index, today)
  const { team, segment } = subject
  const whose = whoseIs({ incident, answering, team, segment }, index, today)
  return incidentClocks(incident, subject.kind === 'case-group' ? subject : null, whose)
}

/** What of an incident runs against time; nothing where only its state says what is next. */
function incidentClocks(
  incident: Incident,
  group: CaseGroup | null,
  whose: StaffNumber | null,
): readonly Clock[] {
  const of = { key: incidentKeyOf(incident.id, group?.id ?? null), group, incident, whose }
  return clocksRunning(incident).map((clock, place, all): Clock => {
    switch (clock.kind) {
      case 'answer': {
        const { email, due } = clock
        const twins = all.slice(0, place).filter(each => each.kind === 'answer' && each.due === due).length
        const key = incidentPartKeyOf(incident.id, `${email.receivedAt}/${twins}`, group?.id ?? null)
        return { ...of, key, kind: 'email-to-answer', email, dueAt: due, dueOn: londonDate(due) }
      }
      case 'call-back':
        return { ...of, kind: 'call-back', dueAt: clock.due, dueOn: londonDate(clock.due) }
      case 'check-back':
        return { ...of, kind: 'check-back', dueAt: null, dueOn: clock.on }
      default:
        return assertNever(clock)
    }
  })
}

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
