import type { CaseGroup, Post, ServiceRequest } from '../domain/case-group.ts'
import type { HistoryEntry } from '../domain/history.ts'
import { londonDate } from '../domain/time.ts'

// The history names a request by its type and a letter by its subject: where it could mean another one, nothing is said.

/** What was done last to the request, and by whom; undefined: the history does not say it for certain. */
export function lastDoneToRequest(
  { type, status, here }: ServiceRequest,
  { serviceRequests, history }: CaseGroup,
): HistoryEntry | undefined {
  const alike = serviceRequests.filter(each => each.type === type)
  if (status !== 'Closed')
    return alike.length === 1 ? history.find(entry => isGivenOrWorked(entry, type)) : undefined
  const closedOn = here?.closedOn ?? null
  if (alike.filter(each => each.here?.closedOn === closedOn).length !== 1) return undefined
  return history.find(
    ({ at, event }) => event.kind === 'request-closed' && event.type === type && londonDate(at) === closedOn,
  )
}

const isGivenOrWorked = ({ event }: HistoryEntry, type: string): boolean =>
  (event.kind === 'request-assigned' && event.type === type) ||
  (event.kind === 'worked' && event.work !== 'post-done' && event.on === type)

/** Who dealt with the letter; undefined: the history does not say it for certain. */
export function lastDoneToLetter({ subject, status }: Post, group: CaseGroup): HistoryEntry | undefined {
  if (status === 'Open' || group.post.filter(each => each.subject === subject).length !== 1) return undefined
  return group.history.find(
    ({ event }) => event.kind === 'worked' && event.work === 'post-done' && event.on === subject,
  )
}
