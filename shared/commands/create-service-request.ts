import { z } from 'zod'
import { ADVICE_TYPE } from '../domain/advice.ts'
import { type CaseGroup, isLive, type RequestHere, type ServiceRequest } from '../domain/case-group.ts'
import { remember } from '../domain/history.ts'
import { caseNumber, masterCaseNumber, type SrNumber, scin } from '../domain/ids.ts'
import type { OrganisationIndex } from '../domain/organisation-index.ts'
import { orphaningOf } from '../domain/orphan.ts'
import { withHere } from '../domain/request-here.ts'
import { waitsWith } from '../domain/request-place.ts'
import { type RequestType, requestType } from '../domain/request-types.ts'
import { addDays, londonDate } from '../domain/time.ts'
import { holdsOrDirects } from './authority.ts'
import {
  accept,
  type Context,
  type Decision,
  defineCommand,
  readsGroup,
  refuse,
  type Snapshot,
} from './command.ts'
import { personEntry } from './destination.ts'
import { note } from './service-request.ts'

/** Every field is mandatory (SR-3); the background only for a specialist (SR-4). */
const args = z.strictObject({
  masterCaseNumber,
  type: z.string().min(1).max(120),
  raisedAgainst: scin,
  case: caseNumber.nullable(),
  dueOn: z.iso.date(),
  background: note.nullable(),
  /** One of those that its type may change, as the extract writes it (ALLOC-6). */
  flipsTo: z.string().max(60).nullable(),
})
type Args = z.output<typeof args>

const LATEST_DAYS = 731

/** Raises a service request on a case group; a specialist's goes where the person it is about lives (ALLOC-9). */
export const createServiceRequest = defineCommand({
  name: 'create-service-request',
  label: 'New service request',
  args,
  saw: z.strictObject({}),

  reads: readsGroup,

  authorise(request, before, { actor, today }) {
    const group = before.caseGroup(request.masterCaseNumber)
    if (!group || holdsOrDirects(actor, group, before.organisation(), today)) return undefined
    return 'You see this case group read-only: only its holder, the leader of its team and the segment manager raise service requests on it.'
  },

  decide: (request, _, before, context) =>
    request.type === ADVICE_TYPE
      ? refuse(
          'not-possible',
          'Ask for advice instead: it says where you looked first, and when the answer is due.',
        )
      : raised(request, before, context),
})

/** The group with one more request, with what else the desk knows of it. */
export function raised(
  request: Args,
  before: Snapshot,
  context: Context,
  more: Partial<RequestHere> = {},
): Decision {
  const group = before.caseGroup(request.masterCaseNumber)
  const index = before.organisation()
  if (!group) return refuse('not-found', 'There is no such case group.')
  if (!isLive(group)) return refuse('not-possible', 'The case group is closed; no work is raised on it.')
  if (orphaningOf(group, index) !== null)
    return refuse('not-possible', 'It is orphaned: allocate it first, so that somebody does the work.')
  const type = requestType(request.type, index.bom)
  if (!type) return refuse('not-possible', 'Choose a type: no segment of the operating model does this one.')
  const objection =
    objectionToFacts(request, group, type, context) ?? objectionToRoute(request, group, type, index)
  if (objection) return refuse('not-possible', objection)
  const entry = personEntry({ kind: 'request-raised', type: request.type, work: type.kind }, context)
  const made = serviceRequest(request, group, type, context)
  return accept({
    ...group,
    serviceRequests: [...group.serviceRequests, withHere(made, more)],
    history: remember(group.history, entry),
  })
}

function objectionToFacts(
  { raisedAgainst, case: number, dueOn, flipsTo }: Args,
  group: CaseGroup,
  { mayChange }: RequestType,
  { issuedAt }: Context,
): string | undefined {
  const raisedOn = londonDate(issuedAt)
  if (!group.people.some(person => person.scin === raisedAgainst))
    return 'Choose a person of this case group: the paying parent or one of its receiving parents.'
  if (number !== null && !group.cases.some(each => each.number === number))
    return 'That case is not in this case group.'
  if (dueOn < raisedOn) return 'The due date has passed already; choose today or later.'
  if (dueOn > addDays(raisedOn, LATEST_DAYS))
    return 'The due date is more than two years ahead; check the year.'
  if (flipsTo !== null && !mayChange.includes(flipsTo))
    return 'A service request of this type does not change that when it completes.'
  return undefined
}

function objectionToRoute(
  request: Args,
  group: CaseGroup,
  { kind }: RequestType,
  index: OrganisationIndex,
): string | undefined {
  if (kind === 'case-owning') return undefined
  if (request.background === null) return 'Write a note of background: the specialist starts from it.'
  if (group.sensitive || waitsWith({ ...request, kind }, group, index) !== null) return undefined
  const { postcode } = group.people.find(({ scin: number }) => number === request.raisedAgainst) ?? {}
  return postcode
    ? `No segment does this type at ${postcode}, where the person it is raised against lives.`
    : 'The postcode of the person it is raised against is not known, so it cannot be routed. Complete the address first.'
}

function serviceRequest(
  { type, raisedAgainst, case: number, dueOn, background, flipsTo }: Args,
  group: CaseGroup,
  { kind }: RequestType,
  { actor, command, today }: Context,
): ServiceRequest {
  const request: ServiceRequest = {
    number: command as string as SrNumber,
    case: number,
    type,
    kind,
    status: 'Not Started',
    raisedAgainst,
    holder: kind === 'case-owning' ? group.holder : null,
    createdOn: today,
    dueOn,
    flipsTo,
    activities: [],
    here: null,
  }
  return withHere(request, { raisedBy: actor, background: kind === 'case-owning' ? null : background })
}
