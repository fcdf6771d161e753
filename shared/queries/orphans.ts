import { placementOf } from '../domain/allocation.ts'
import type { CaseGroup, ServiceRequest } from '../domain/case-group.ts'
import { openIncidentOf } from '../domain/follow-recovery.ts'
import type { SegmentName } from '../domain/ids.ts'
import type { Incident } from '../domain/incident.ts'
import { openWorkCount } from '../domain/open-work.ts'
import type { OrganisationIndex } from '../domain/organisation-index.ts'
import { type Orphaning, orphaningOf, requestOrphaningOf } from '../domain/orphan.ts'
import { requestPlaceOf } from '../domain/request-place.ts'
import { daysBetween, type PlainDate } from '../domain/time.ts'
import { type Due, nextDueOf, urgencyOf } from './due.ts'
import { type Changes, rowsAfter } from './rows-after.ts'
import { isOverseen, overseesPlace, type Viewpoint } from './viewpoint.ts'

/** How a list of orphans is divided, worst first. */
export const orphanSeverities = ['overdue', 'this-week', 'over-30', 'over-7', 'up-to-7', 'not-known'] as const
export type OrphanSeverity = (typeof orphanSeverities)[number]

export interface Orphan {
  readonly group: CaseGroup
  /** The orphaned service request; null: the case group itself is the orphan. */
  readonly request: ServiceRequest | null
  readonly orphaning: Orphaning
  /** Days since the holder left; null where the extract does not say when. */
  readonly invisibleDays: number | null
  readonly openWork: number
  /** Open, on what is lost; null: none is (ORPH-3). */
  readonly incident: Incident | null
  readonly due: Due | null
  readonly severity: OrphanSeverity
}

/**
 * The orphans a person is to see (ORPH-1, ORPH-2), oldest and most urgent first (ORPH-3): his groups; the open
 * requests of those who left; specialist requests whose team was left. A case-owning request of an orphaned
 * group is that group's open work, not a row of its own.
 */
export function orphansAfter(
  orphans: readonly Orphan[],
  changes: Changes,
  view: Viewpoint,
  index: OrganisationIndex,
  today: PlainDate,
): readonly Orphan[] {
  return rowsAfter(orphans, changes, group => orphansIn(group, view, index, today), worstFirst)
}

function orphansIn(
  group: CaseGroup,
  view: Viewpoint,
  index: OrganisationIndex,
  today: PlainDate,
): readonly Orphan[] {
  const found: Orphan[] = []
  const orphaning = isOverseen(group, view) ? orphaningOf(group, index) : null
  if (orphaning) found.push(orphanedGroup(group, orphaning, today))
  for (const request of group.serviceRequests) {
    const left = request.holder === null ? null : requestOrphaningOf(request, group, index)
    if (left && isShown(request, group, orphaning !== null, view, index)) {
      found.push(orphanedRequest(group, request, left, today))
    }
  }
  return found
}

function isShown(
  request: ServiceRequest,
  group: CaseGroup,
  groupIsListed: boolean,
  view: Viewpoint,
  index: OrganisationIndex,
): boolean {
  if (request.kind === 'functionally-unique')
    return overseesPlace(requestPlaceOf(request, group, index), view, index)
  return isOverseen(group, view) && !(groupIsListed && request.holder === group.holder)
}

function orphanedGroup(group: CaseGroup, orphaning: Orphaning, today: PlainDate): Orphan {
  const due = nextDueOf(group)
  const incident = openIncidentOf(group, null)
  return {
    group,
    request: null,
    openWork: openWorkCount(group),
    incident,
    due,
    ...timing(orphaning, due, today),
  }
}

function orphanedRequest(
  group: CaseGroup,
  request: ServiceRequest,
  orphaning: Orphaning,
  today: PlainDate,
): Orphan {
  const { dueOn, number, type } = request
  const due = dueOn === null ? null : { on: dueOn, request: number, what: type }
  const incident = openIncidentOf(group, number)
  return { group, request, openWork: 1, incident, due, ...timing(orphaning, due, today) }
}

/**
 * Where an orphaned group would go on its recovery (ORPH-7); null: it would stay, or only a request on it is lost. Not
 * part of the row: only what is on the screen is asked.
 */
export function destinationOnRecovery(
  { group, request }: Orphan,
  { bom }: OrganisationIndex,
): SegmentName | null {
  if (request !== null) return null
  const { wouldMove, heldByLock, segment } = placementOf(group, bom)
  return wouldMove || heldByLock ? segment : null
}

/** Days since the holder left; null where the extract does not say when. A date ahead of its extract counts as today. */
export function invisibleDaysOf({ leftOn }: Orphaning, today: PlainDate): number | null {
  return leftOn === null ? null : Math.max(0, daysBetween(leftOn, today))
}

function timing(orphaning: Orphaning, due: Due | null, today: PlainDate) {
  const invisibleDays = invisibleDaysOf(orphaning, today)
  return { orphaning, invisibleDays, severity: severityOf(invisibleDays, due, today) }
}

function severityOf(days: number | null, due: Due | null, today: PlainDate): OrphanSeverity {
  const urgency = due ? urgencyOf(due.on, today) : 'later'
  if (urgency !== 'later') return urgency
  if (days === null) return 'not-known'
  if (days > 30) return 'over-30'
  return days > 7 ? 'over-7' : 'up-to-7'
}

const order = new Map(orphanSeverities.map((severity, place) => [severity, place]))
const placeOf = ({ severity }: Orphan) => order.get(severity) ?? 0
const dueOf = ({ due }: Orphan) => due?.on ?? '9999'

function worstFirst(a: Orphan, b: Orphan): number {
  return (
    placeOf(a) - placeOf(b) ||
    compare(isDue(a) ? dueOf(a) : '', isDue(b) ? dueOf(b) : '') ||
    (b.invisibleDays ?? -1) - (a.invisibleDays ?? -1) ||
    compare(dueOf(a), dueOf(b)) ||
    compare(a.group.id, b.group.id) ||
    compare(a.request?.number ?? '', b.request?.number ?? '')
  )
}

const isDue = ({ severity }: Orphan) => severity === 'overdue' || severity === 'this-week'

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
