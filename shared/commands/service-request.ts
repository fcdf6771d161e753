import { z } from 'zod'
import type { CaseGroup, ServiceRequest } from '../domain/case-group.ts'
import { masterCaseNumber, type StaffNumber, srNumber, type TeamId } from '../domain/ids.ts'
import type { OrganisationIndex } from '../domain/organisation-index.ts'
import { recoveryIdOf } from '../domain/recovery-request.ts'
import { requestNamed } from '../domain/request-named.ts'
import { requestPlaceOf } from '../domain/request-place.ts'
import { worksRequest } from './authority.ts'
import { type Context, type DocumentKey, type Refusal, readsGroup, type Snapshot } from './command.ts'
import { words } from './envelope.ts'

export const NOTE_LIMIT = 2000

/** What a person writes on a request. */
export const note = words.trim().min(1).max(NOTE_LIMIT)

export const requestArgs = z.strictObject({ masterCaseNumber, request: srNumber })
type RequestArgs = z.output<typeof requestArgs>

/** The group, and what follows one of its requests. */
export const readsRequest = (args: RequestArgs): readonly DocumentKey[] => [
  ...readsGroup(args),
  ['recovery-request', recoveryIdOf(args.masterCaseNumber, args.request)],
]

/** The group with one of its requests as it is now. */
export function withRequest(group: CaseGroup, changed: ServiceRequest): CaseGroup {
  return {
    ...group,
    serviceRequests: group.serviceRequests.map(request =>
      request.number === changed.number ? changed : request,
    ),
  }
}

/** Who may work a request (SR-1, SR-5): a sentence where he may not. */
export function objectionToWorking(
  { masterCaseNumber: id, request: number }: RequestArgs,
  before: Snapshot,
  { actor, today }: Context,
): string | undefined {
  const group = before.caseGroup(id)
  const request = requestNamed(group, number)
  if (!group || !request || worksRequest(actor, request, group, before.organisation(), today))
    return undefined
  return request.holder === null
    ? 'Nobody holds it. It has to be assigned first, by whoever leads the team or segment it waits in.'
    : notHis(request.holder, before.organisation())
}

/** The team from which the request is directed; null where the actor has it himself (TEAM-3). */
export function teamOfRequest(
  { masterCaseNumber: id, request: number }: RequestArgs,
  before: Snapshot,
  actor: StaffNumber,
): TeamId | null {
  const group = before.caseGroup(id)
  const request = requestNamed(group, number)
  if (!group || !request || request.holder === actor) return null
  return requestPlaceOf(request, group, before.organisation()).team
}

function notHis(holder: StaffNumber, { staff }: OrganisationIndex): string {
  const name = staff.get(holder)?.name ?? `staff number ${holder}`
  return `${name} holds it: only ${name}, the leader of that team and its segment manager can work it. You see it read-only.`
}

export const noSuchRequest: Refusal = {
  kind: 'not-found',
  reason: 'The case group has no such service request.',
}
