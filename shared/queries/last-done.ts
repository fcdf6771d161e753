import type { CaseGroup, Post, ServiceRequest } from '../domain/case-group.ts'
import type { HistoryEntry, HistoryEvent } from '../domain/history.ts'
import { londonDate } from '../domain/time.ts'

// The history names a request by its type and a letter by its subject: where it could mean another one, nothing is said.

/** What was done last to the request, and by whom; undefined: the history does not say it for certain. */
export function lastDoneToRequest(request: ServiceRequest, group: CaseGroup): HistoryEntry | undefined {
  const { type, status, here } = request
  const { serviceRequests, history } = group
  const alike = serviceRequests.filter(each => each.type === type)
  if (status !== 'Closed') return alike.length === 1 ? lastGivenOrWorked(request, group) : undefined
  const closedOn = here?.closedOn ?? null
  if (alike.filter(each => each.here?.closedOn === closedOn).length !== 1) return undefined
  return history.find(
    ({ at, event }) => event.kind === 'request-closed' && event.type === type && londonDate(at) === closedOn,
  )
}

// Of all work the history keeps the last alone: where that is another's, what came before it is not known.
function lastGivenOrWorked(request: ServiceRequest, group: CaseGroup): HistoryEntry | undefined {
  const last = group.history.find(
    ({ event }) =>
      event.kind === 'worked' || (event.kind === 'request-assigned' && event.type === request.type),
  )
  return last && (last.event.kind !== 'worked' || isWorkOn(last.event, request, group)) ? last : undefined
}

function isWorkOn(
  { work, on }: Extract<HistoryEvent, { readonly kind: 'worked' }>,
  { type, activities }: ServiceRequest,
  { serviceRequests }: CaseGroup,
): boolean {
  if (work === 'post-done') return false
  if (work === 'request-started' || work === 'carried-on') return on === type
  const named = serviceRequests.flatMap(each => each.activities.filter(({ name }) => name === on))
  return named.length === 1 && activities.some(({ name }) => name === on)
}

/** Who dealt with the letter; undefined: the history does not say it for certain. */
export function lastDoneToLetter({ subject, status }: Post, group: CaseGroup): HistoryEntry | undefined {
  if (status === 'Open' || group.post.filter(each => each.subject === subject).length !== 1) return undefined
  return group.history.find(
    ({ event }) => event.kind === 'worked' && event.work === 'post-done' && event.on === subject,
  )
}
