import { z } from 'zod'
import { type CaseGroup, isLive, type ServiceRequest } from '../domain/case-group.ts'
import { remember } from '../domain/history.ts'
import { type StaffNumber, staffNumber } from '../domain/ids.ts'
import { isOpenRequest } from '../domain/open-work.ts'
import type { OrganisationIndex } from '../domain/organisation-index.ts'
import { orphaningOf, requestOrphaningOf } from '../domain/orphan.ts'
import { withHere } from '../domain/request-here.ts'
import { requestNamed } from '../domain/request-named.ts'
import { isOfSpecialists, requestPlaceOf, specialistsToChoose, waitsWith } from '../domain/request-place.ts'
import { routeOf } from '../domain/routing.ts'
import type { PlainDate } from '../domain/time.ts'
import { objectionToAbsence } from './absence.ts'
import {
  directs,
  directsPlace,
  directsRequest,
  isCaseworkerOf,
  leadsTeam,
  managesSegment,
} from './authority.ts'
import { accept, type Context, defineCommand, refuse, type Snapshot } from './command.ts'
import { personEntry } from './destination.ts'
import { noSuchRequest, readsRequest, requestArgs, teamOfRequest, withRequest } from './service-request.ts'

/**
 * Gives a specialist's request to a specialist, out of the queue, from a colleague or out of orphanhood (ORPH-5). A
 * case-owning one follows the holder of its group and can only be brought back to him (SR-1).
 */
export const assignServiceRequest = defineCommand({
  name: 'assign-service-request',
  label: 'Assign',
  args: requestArgs.extend({ holder: staffNumber }),
  saw: z.strictObject({ holder: staffNumber.nullable() }),

  reads: readsRequest,
  // What waits in a queue is in no team yet: it is given to one (TEAM-3).
  teamOf: (args, before, actor) =>
    teamOfRequest(args, before, actor) ??
    (isWaiting(args, before) ? (before.organisation().staff.get(args.holder)?.team ?? null) : null),

  authorise({ masterCaseNumber, request: number }, before, { actor, today }) {
    const group = before.caseGroup(masterCaseNumber)
    const request = requestNamed(group, number)
    const index = before.organisation()
    if (!group || !request || mayAssign(actor, request, group, index, today)) return undefined
    return request.kind === 'case-owning'
      ? 'Only the leader of the group’s team and the segment manager can bring it back to the holder of the group.'
      : 'Only the leader of the specialist team and the segment manager of the specialists can assign it.'
  },

  decide({ masterCaseNumber, request: number, holder }, saw, before, context) {
    const group = before.caseGroup(masterCaseNumber)
    const request = requestNamed(group, number)
    const index = before.organisation()
    if (!group || !request) return { ok: false, refusal: noSuchRequest }
    if (!isLive(group) || !isOpenRequest(request))
      return refuse('not-possible', 'It is closed; there is nothing left to assign.')
    if (request.holder !== saw.holder) return refuse('changed', 'Somebody else has it since you looked.')
    const objection =
      objectionToHolder(holder, request, group, index, context) ??
      (request.kind === 'functionally-unique' ? objectionToAbsence(holder, index, context.today) : undefined)
    if (objection) return refuse('not-possible', objection)
    const { type } = request
    const entry = personEntry({ kind: 'request-assigned', type, from: request.holder, to: holder }, context)
    return accept({
      ...withRequest(group, withHere({ ...request, holder }, { assignedOn: context.today })),
      history: remember(group.history, entry),
    })
  },
})

const isWaiting = (args: z.output<typeof requestArgs>, before: Snapshot) =>
  requestNamed(before.caseGroup(args.masterCaseNumber), args.request)?.holder === null

function mayAssign(
  actor: StaffNumber,
  request: ServiceRequest,
  group: CaseGroup,
  index: OrganisationIndex,
  today: PlainDate,
): boolean {
  // SCR does all work of a sensitive group, its specialists' too (ALLOC-12).
  if (request.kind === 'case-owning' || group.sensitive)
    return directs(actor, group, index, today) || directsRequest(actor, request, group, index, today)
  return directsRequest(actor, request, group, index, today)
}

function objectionToHolder(
  holder: StaffNumber,
  request: ServiceRequest,
  group: CaseGroup,
  index: OrganisationIndex,
  context: Context,
): string | undefined {
  // What an older move left with the holder of its group is given to him anew: nobody else could have it (SR-1, ORPH-5).
  const isAnew = request.kind === 'case-owning' && requestOrphaningOf(request, group, index) !== null
  if (request.holder === holder && !isAnew) return 'That is who has it already.'
  if (request.kind === 'case-owning') {
    if (orphaningOf(group, index) !== null) return 'The case group is orphaned: allocate it instead.'
    return holder === group.holder
      ? undefined
      : 'Case-owning work is done by the holder of the case group: allocate the case group instead.'
  }
  if (group.sensitive && !index.staff.get(holder)?.scrNominated)
    return 'A nationally sensitive group is only worked by nominated people; choose one who is.'
  if (isWithinReach(holder, request, group, index, context)) return undefined
  if (specialistsToChoose(request, group, index) === null)
    return 'Choose an active specialist: a team leader one of his own team, a segment manager any of his segment.'
  return waitsWith(request, group, index) === null
    ? 'The address of the person it is raised against leads to no specialist: choose an active one of any segment that does this type.'
    : 'Choose an active specialist of the segment that the address of the person it is raised against leads to.'
}

/**
 * Whom he may choose: a team leader from his own team, a segment manager from his whole segment (TEAM-1); where no address
 * leads to specialists, from all of them.
 */
function isWithinReach(
  holder: StaffNumber,
  request: ServiceRequest,
  group: CaseGroup,
  index: OrganisationIndex,
  { actor, today }: Context,
): boolean {
  const team = index.staff.get(holder)?.team ?? null
  const segment = team === null ? undefined : index.teams.get(team)?.segment
  if (team === null || segment === undefined || !isCaseworkerOf(holder, team, index)) return false
  // SCR gives it to its own, or to somebody nominated among the specialists (ALLOC-12).
  if (group.sensitive && directsPlace(actor, group, index, today))
    return segment === group.segment || segment === routeOf(request, group, index.bom)?.name
  const choice = specialistsToChoose(request, group, index)
  if (choice !== null) return choice.includes(segment)
  const place = requestPlaceOf(request, group, index)
  if (!isOfSpecialists(place, index) || segment !== place.segment) return false
  return leadsTeam(actor, team, index, today) || managesSegment(actor, segment, index)
}
