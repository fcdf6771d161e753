import type { Activity, CaseGroup, Post, ServiceRequest } from '../../shared/domain/case-group.ts'
import { valueOfFactor, withChange } from '../../shared/domain/factor.ts'
import { withHere } from '../../shared/domain/request-here.ts'
import { londonDate } from '../../shared/domain/time.ts'
import type { ActivityRow, RequestRow, SourceGroup } from './load-source.ts'

/**
 * The facts of the source with the work done here put back: holder and status of a service request, its activities and
 * what its completion changed, and post that was dealt with, each until the source changes it (IMP-6). What was raised
 * here stays.
 */
export function keepWork(
  facts: CaseGroup,
  present: CaseGroup,
  source: SourceGroup,
  takenAt: string,
): CaseGroup {
  const rows = new Map(source.requests.map(row => [row.sr_number, row]))
  const ours = new Map(present.serviceRequests.map(request => [request.number, request]))
  const told = facts.serviceRequests.map(request => {
    const known = ours.get(request.number)
    const row = rows.get(request.number)
    if (!known || !row) return request
    return keepRequest(request, known, row, source.activities.get(row.sr_number) ?? [], takenAt)
  })
  const listed = new Set(facts.serviceRequests.map(({ number }) => number))
  const raisedHere = present.serviceRequests.filter(
    ({ number, here }) => here?.raisedBy != null && !listed.has(number),
  )
  const serviceRequests = [...told, ...raisedHere]
  return keepChanges({ ...facts, serviceRequests, post: keepPost(facts.post, present.post, source, takenAt) })
}

function keepRequest(
  told: ServiceRequest,
  ours: ServiceRequest,
  row: RequestRow,
  activities: readonly ActivityRow[],
  takenAt: string,
): ServiceRequest {
  const given = row.holder_changed_at === takenAt
  // What was said here when it was raised holds until the source says something; by when Advice and Guidance answers is
  // reckoned here (ADV-1).
  const said = ours.here?.raisedBy ? ours : { dueOn: null, flipsTo: null }
  const dueOn = ours.here?.advice ? ours.dueOn : (told.dueOn ?? said.dueOn)
  const flipsTo = told.flipsTo ?? said.flipsTo
  const decided = { ...told, dueOn, flipsTo, holder: given ? told.holder : ours.holder, here: ours.here }
  const isTaken = given && told.holder !== ours.holder && ours.here?.assignedOn
  const held = isTaken ? withHere(decided, { assignedOn: null }) : decided
  if (isItsWord(row, told, ours, takenAt)) return toldStatus(held, ours, takenAt)
  if (ours.status === 'Closed') return { ...held, status: 'Closed', activities: ours.activities }
  return { ...held, status: ours.status, activities: keepActivities(told, ours, activities, takenAt) }
}

const statuses: readonly ServiceRequest['status'][] = ['Not Started', 'Started', 'Closed']

// What is closed here, the source opens only where it had closed it too; otherwise it is still catching up.
function isItsWord(row: RequestRow, told: ServiceRequest, ours: ServiceRequest, takenAt: string): boolean {
  if (told.status === ours.status) return false
  // It came with that status: one that was raised here and carried in, and worked there since.
  if (row.status_changed_at === null) return statuses.indexOf(told.status) > statuses.indexOf(ours.status)
  if (row.status_changed_at !== takenAt) return false
  return ours.status !== 'Closed' || row.status_before === 'Closed'
}

// The source closed, started or reopened it: the closing here no longer holds; what was found stays to be read. A
// specialist's that it closed is news to the case owner (SR-7).
function toldStatus(told: ServiceRequest, ours: ServiceRequest, takenAt: string): ServiceRequest {
  const isNews = told.status === 'Closed' && told.kind === 'functionally-unique'
  if (!ours.here && !isNews) return told
  const closedOn = told.status === 'Closed' ? londonDate(takenAt) : null
  return withHere(told, { closedOn, carriedOnOn: null, changed: null, closing: null })
}

// Where the source lists activities, its list is the plan; one done here stays done until the source says otherwise.
function keepActivities(
  told: ServiceRequest,
  ours: ServiceRequest,
  rows: readonly ActivityRow[],
  takenAt: string,
): readonly Activity[] {
  if (told.activities.length === 0) return ours.activities
  const changed = new Set(
    rows.filter(row => row.status_changed_at === takenAt).map(row => Number(row.sequence)),
  )
  const known = new Map(ours.activities.map(activity => [activity.sequence, activity]))
  return told.activities.map(activity => {
    const our = known.get(activity.sequence)
    if (our?.name !== activity.name || changed.has(activity.sequence)) return activity
    return { ...activity, status: our.status, doneOn: our.doneOn }
  })
}

function keepPost(
  told: readonly Post[],
  ours: readonly Post[],
  source: SourceGroup,
  takenAt: string,
): readonly Post[] {
  const changed = new Set(
    source.post.filter(row => row.status_changed_at === takenAt).map(row => row.post_number as string),
  )
  const known = new Map(ours.map(item => [item.number, item]))
  return told.map(item => {
    const our = known.get(item.number)
    return our && !changed.has(item.number) ? { ...item, status: our.status } : item
  })
}

/**
 * What completed requests changed, one after the other, over the columns of the source: while it still says what it said before. Once it says
 * otherwise it has changed the factor itself, and the change is spent.
 */
function keepChanges(group: CaseGroup): CaseGroup {
  const closed = group.serviceRequests
    .filter(({ here }) => here?.changed)
    .sort((a, b) => (a.here?.closing ?? 0) - (b.here?.closing ?? 0))
  let after = group
  const spent = new Set<ServiceRequest>()
  for (const request of closed) {
    const changed = request.here?.changed
    if (!changed) continue
    if (valueOfFactor(after, changed.factor) === changed.from) after = withChange(after, changed)
    else spent.add(request)
  }
  if (spent.size === 0) return after
  const serviceRequests = after.serviceRequests.map(request =>
    spent.has(request) ? withHere(request, { changed: null }) : request,
  )
  return { ...after, serviceRequests }
}
