import type { CaseGroup, Post, ServiceRequest } from '../domain/case-group.ts'
import type { IncidentId, MasterCaseNumber, PostNumber, SrNumber } from '../domain/ids.ts'

// No number holds a control character, so a line break parts the two for certain.
const BREAK = '\n'

/** Names a row of a list: its group, or one service request of a group. */
export function rowKeyOf(group: CaseGroup, request: ServiceRequest | null): string {
  return request === null ? group.id : requestKeyOf(request.number, group.id)
}

export const requestKeyOf = (request: SrNumber, group: MasterCaseNumber): string =>
  `${request}${BREAK}${group}`

const POST = 'post '

/** Names the row of an item of post: its number may be a request's, too. */
export function postKeyOf(group: CaseGroup, { number }: Post): string {
  return `${POST}${number}${BREAK}${group.id}`
}

const INCIDENT = 'incident '

/** Names the row of an incident; of one that affects no case the group is empty, and is no group's. */
export const incidentKeyOf = (incident: IncidentId, group: MasterCaseNumber | null): string =>
  `${INCIDENT}${incident}${BREAK}${group ?? ''}`

/** Names the row of one of several things that run for an incident, and leads to that. */
export const incidentPartKeyOf = (
  incident: IncidentId,
  part: string,
  group: MasterCaseNumber | null,
): string => `${INCIDENT}${incident} ${part}${BREAK}${group ?? ''}`

const CLOCK = 'clock '

/** Names the row of something that is due and is no service request. */
export const clockKeyOf = (kind: string, { id }: { readonly id: string }): string =>
  `${CLOCK}${kind}${BREAK}${id}`

/** What of its group a row is about; null: the whole group. */
export type RowItem =
  | { readonly kind: 'request'; readonly number: SrNumber }
  | { readonly kind: 'post'; readonly number: PostNumber }
  | { readonly kind: 'incident'; readonly id: IncidentId }

export function itemOfRow(key: string): RowItem | null {
  const end = key.lastIndexOf(BREAK)
  if (end < 0 || key.startsWith(CLOCK)) return null
  const number = key.slice(0, end)
  if (number.startsWith(INCIDENT))
    return { kind: 'incident', id: number.slice(INCIDENT.length).replace(/ .*$/, '') as IncidentId }
  return number.startsWith(POST)
    ? { kind: 'post', number: number.slice(POST.length) as PostNumber }
    : { kind: 'request', number: number as SrNumber }
}

/** The group of a row. */
export function groupOfRow(key: string): MasterCaseNumber {
  return key.slice(key.lastIndexOf(BREAK) + 1) as MasterCaseNumber
}

/** The groups of some rows, each once. */
export function groupsOfRows(keys: readonly string[]): readonly MasterCaseNumber[] {
  return [...new Set(keys.map(groupOfRow))]
}
