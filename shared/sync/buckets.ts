import type { AdviceRequest } from '../domain/advice.ts'
import { adviserSegments, staffIn } from '../domain/advisers.ts'
import type { Aggregate } from '../domain/aggregate.ts'
import { assertNever } from '../domain/assert-never.ts'
import { type CaseGroup, isLive, type ServiceRequest } from '../domain/case-group.ts'
import type { DataException } from '../domain/data-exception.ts'
import type { SegmentName, StaffNumber, TeamId } from '../domain/ids.ts'
import { waitsForAnotherLeader } from '../domain/incident-approver.ts'
import { isOpenRequest } from '../domain/open-work.ts'
import { type OrganisationIndex, segmentOf } from '../domain/organisation-index.ts'
import { orphaningOf, requestOrphaningOf } from '../domain/orphan.ts'
import type { OwnIncident } from '../domain/own-incident.ts'
import type { RecoveryRequest } from '../domain/recovery-request.ts'
import { requestPlaceOf } from '../domain/request-place.ts'
import type { Rota } from '../domain/rota.ts'
import type { SavedView } from '../domain/saved-view.ts'
import { deputyTeamsOf, unledTeamsOf } from '../domain/standing-in.ts'
import type { PlainDate } from '../domain/time.ts'

/** A part of the caseload that is sent or withheld as a whole (ACC-2). */
export type BucketId = string & { readonly __kind: 'bucket' }

const SENSITIVE = 'scr/'

export const reference = 'reference' as BucketId
/** Data exceptions that concern no group of any segment. */
export const serviceManagement = 'service-management' as BucketId
export const personBucket = (staff: StaffNumber) => `person:${staff}` as BucketId
export const teamBucket = (team: TeamId) => `team:${team}` as BucketId
export const queueBucket = (segment: SegmentName) => `queue:${segment}` as BucketId
/** What all who work in a segment know: who of it is away (INC-18). */
export const staffBucket = (segment: SegmentName) => `staff:${segment}` as BucketId
/** What local IT is asked: numbers, nothing of a client (ORPH-4). */
export const itBucket = 'it' as BucketId
export const segmentBucket = (segment: SegmentName) => `segment:${segment}` as BucketId

/** The twin of a bucket that holds its nationally sensitive groups (ACC-3). */
export const sensitiveTwin = (bucket: BucketId) => `${SENSITIVE}${bucket}` as BucketId
export const isSensitiveBucket = (bucket: BucketId) => bucket.startsWith(SENSITIVE)

/** Every bucket that a case group is in, sorted. */
export function bucketsOf(group: CaseGroup, index: OrganisationIndex): readonly BucketId[] {
  const buckets = new Set<BucketId>([segmentBucket(group.segment)])
  if (group.team !== null) buckets.add(teamBucket(group.team))
  if (isLive(group)) addLive(buckets, group, index)
  const found = group.sensitive ? [...buckets].map(sensitiveTwin) : [...buckets]
  return found.sort()
}

// A closed group is in no queue and is sent only to its team and segment (ALLOC-13).
function addLive(buckets: Set<BucketId>, group: CaseGroup, index: OrganisationIndex): void {
  if (group.team === null) buckets.add(queueBucket(group.segment))
  if (group.holder !== null && orphaningOf(group, index) === null) buckets.add(personBucket(group.holder))
  if (group.incidents.some(incident => waitsForAnotherLeader(incident, group, index)))
    buckets.add(queueBucket(group.segment))
  for (const request of group.serviceRequests) {
    if (isOpenRequest(request)) addRequest(buckets, request, group, index)
  }
}

function addRequest(
  buckets: Set<BucketId>,
  request: ServiceRequest,
  group: CaseGroup,
  index: OrganisationIndex,
): void {
  const orphaning = requestOrphaningOf(request, group, index)
  const holder = request.holder === null ? undefined : index.staff.get(request.holder)
  if (holder && !orphaning) buckets.add(personBucket(holder.number))
  // An orphaned case-owning request is shown with its group, to the leader of the group's team (ORPH-2).
  if (request.kind === 'case-owning') {
    if (holder?.team && !orphaning) buckets.add(teamBucket(holder.team))
    return
  }
  // One that nobody holds waits in its segment's queue, for all its leaders (TEAM-1); in SCR it waits with its group
  // (ALLOC-12).
  const { team, segment } = requestPlaceOf(request, group, index)
  buckets.add(team === null ? queueBucket(segment) : teamBucket(team)).add(segmentBucket(segment))
}

/** Every bucket that an aggregate is in, sorted; in none it is sent to nobody. */
export function bucketsOfAggregate(aggregate: Aggregate, index: OrganisationIndex): readonly BucketId[] {
  switch (aggregate.kind) {
    case 'advice-request':
      return bucketsOfAdvice(aggregate, index)
    case 'aac-numbers':
    case 'calendar':
      return [reference]
    case 'data-exception':
      return bucketsOfException(aggregate)
    case 'incident':
      return bucketsOfIncident(aggregate, index)
    case 'lock-notice':
      return [personBucket(aggregate.to)]
    case 'rota':
      return bucketsOfRota(aggregate, index)
    case 'recovery-request':
      return bucketsOfRecovery(aggregate)
    case 'saved-view':
      return bucketsOfView(aggregate, index)
    default:
      return assertNever(aggregate)
  }
}

// All who work in its segment: one of them has the absentee's incidents meanwhile. Where he moved on to, his leaders only:
// it has the whole team's absences (TEAM-2). A specialist's are on case groups of any segment: their leaders see to them
// (INC-18).
function bucketsOfRota({ id, absences }: Rota, index: OrganisationIndex): readonly BucketId[] {
  const segmentsOf = (team: TeamId) => index.teams.get(team)?.segment ?? []
  const own = [segmentsOf(id)].flat()
  const present = absences.flatMap(absence => segmentsOf(index.staff.get(absence.staff)?.team ?? id))
  const elsewhere = present.filter(segment => !own.includes(segment))
  const isSpecialists = [...own, ...elsewhere].some(segment => !index.bom.caseOwning.has(segment))
  const leaders = isSpecialists ? [...index.bom.caseOwning.keys()] : []
  const queues = [...elsewhere, ...leaders].map(queueBucket)
  return [...new Set([...own.map(staffBucket), ...queues])].sort()
}

// Whoever asks, the leader of his team, and all of Advice and Guidance that serve it (ADV-1).
function bucketsOfAdvice({ team, advice }: AdviceRequest, index: OrganisationIndex): readonly BucketId[] {
  const advisers = adviserSegments(team, index).map(({ name }) => name)
  const people = staffIn(advisers, index).map(({ number }) => personBucket(number))
  return [...new Set([personBucket(advice.askedBy), teamBucket(team), ...people])].sort()
}

// Local IT, and who asks: the leader of its team, or all of its segment's where it has none, and the manager (ORPH-2).
function bucketsOfRecovery({ team, segment, sensitive }: RecoveryRequest): readonly BucketId[] {
  const asking = team === null ? queueBucket(segment) : teamBucket(team)
  const buckets = [itBucket, segmentBucket(segment), asking]
  return (sensitive ? buckets.map(sensitiveTwin) : buckets).sort()
}

// As its group would be: its manager's. One that concerns no group at all is service management's (ACC-3, IMP-1).
function bucketsOfException({ segments, sensitive, gone }: DataException): readonly BucketId[] {
  if (gone) return []
  const buckets = segments.length === 0 ? [serviceManagement] : segments.map(segmentBucket)
  return (sensitive ? buckets.map(sensitiveTwin) : buckets).sort()
}

// No case is in it, so that the whole team can join it (INC-2); its raiser keeps it when he leaves the team.
function bucketsOfIncident(own: OwnIncident, index: OrganisationIndex): readonly BucketId[] {
  const { incident, team, segment } = own
  const members = (index.staffOfTeam.get(team) ?? []).map(({ number }) => number)
  const people = [incident.raisedBy, incident.retriesBy ?? incident.raisedBy, ...members]
  const leaders = waitsForAnotherLeader(incident, own, index) ? [queueBucket(segment)] : []
  const buckets = [...people.map(personBucket), teamBucket(team), segmentBucket(segment), ...leaders]
  return [...new Set(buckets)].sort()
}

/** Its owner's, and of everybody in the team that it is shared with. */
function bucketsOfView(
  { owner, team, removed }: SavedView,
  { staffOfTeam }: OrganisationIndex,
): readonly BucketId[] {
  if (removed) return []
  const members = team === null ? [] : (staffOfTeam.get(team) ?? [])
  return [...new Set([owner, ...members.map(({ number }) => number)])].map(personBucket).sort()
}

/** What a person is sent on a day; nothing once his access is removed (ACC-2, ACC-3, TEAM-3). */
export function grantsOf(
  number: StaffNumber,
  index: OrganisationIndex,
  today: PlainDate,
): readonly BucketId[] {
  const staff = index.staff.get(number)
  if (staff?.access !== 'active') return []
  const segment = segmentOf(staff, index)
  const granted: BucketId[] = [personBucket(number)]
  if (staff.roles.includes('team-leader') && staff.team) granted.push(teamBucket(staff.team))
  const oversees = staff.roles.includes('team-leader') || staff.roles.includes('segment-manager')
  if (segment) granted.push(staffBucket(segment))
  if (segment && oversees) granted.push(queueBucket(segment))
  granted.push(...deputyTeamsOf(number, index, today).map(teamBucket))
  if (segment && staff.roles.includes('segment-manager')) {
    granted.push(segmentBucket(segment), ...unledTeamsOf(segment, index, today).map(teamBucket))
  }
  if (staff.roles.includes('local-it')) granted.push(itBucket)
  if (staff.roles.includes('service-management')) granted.push(serviceManagement)
  const sensitive = staff.scrNominated ? granted.map(sensitiveTwin) : []
  return [...new Set([reference, ...granted, ...sensitive])].sort()
}

/** Whether the person is sent this group at all. */
export function maySee(
  number: StaffNumber,
  group: CaseGroup,
  index: OrganisationIndex,
  today: PlainDate,
): boolean {
  return isGranted(number, bucketsOf(group, index), index, today)
}

export function maySeeAggregate(
  number: StaffNumber,
  aggregate: Aggregate,
  index: OrganisationIndex,
  today: PlainDate,
): boolean {
  // That one's own view is gone may be known to oneself; it is sent to nobody.
  const isOwn = aggregate.kind === 'saved-view' && aggregate.owner === number
  return isOwn || isGranted(number, bucketsOfAggregate(aggregate, index), index, today)
}

function isGranted(
  number: StaffNumber,
  buckets: readonly BucketId[],
  index: OrganisationIndex,
  today: PlainDate,
): boolean {
  const granted = new Set(grantsOf(number, index, today))
  return buckets.some(bucket => granted.has(bucket))
}
