import { seenForClosing } from '../../../shared/commands/close-service-request.ts'
import type { CaseGroup, ServiceRequest } from '../../../shared/domain/case-group.ts'
import type { PostNumber, StaffNumber } from '../../../shared/domain/ids.ts'
import type { StaffMember } from '../../../shared/domain/organisation.ts'
import type { OrganisationIndex } from '../../../shared/domain/organisation-index.ts'
import { requestPlaceOf, specialistsToChoose } from '../../../shared/domain/request-place.ts'
import { routeOf } from '../../../shared/domain/routing.ts'
import type { CommandRequest, Desk } from '../../desk/desk.ts'
import { reasonObjection } from '../while-with-aac.ts'

// What each command is asked with. Whether it may be asked, and why not, the command itself says.

const about = (group: CaseGroup, request: ServiceRequest) => ({
  masterCaseNumber: group.id,
  request: request.number,
})

export const startRequest = (group: CaseGroup, request: ServiceRequest): CommandRequest => ({
  name: 'start-service-request',
  args: about(group, request),
  saw: {},
})

export const carryOnFrom = (group: CaseGroup, request: ServiceRequest): CommandRequest => ({
  name: 'carry-on',
  args: about(group, request),
  saw: {},
})

export const turnActivity = (
  group: CaseGroup,
  request: ServiceRequest,
  sequence: number,
  done: boolean,
): CommandRequest => ({
  name: done ? 'complete-activity' : 'reopen-activity',
  args: { ...about(group, request), sequence },
  saw: {},
})

export const closeRequest = (
  group: CaseGroup,
  request: ServiceRequest,
  outcome: string | null,
  index: OrganisationIndex,
): CommandRequest => ({
  name: 'close-service-request',
  args: { ...about(group, request), outcome },
  saw: seenForClosing(request, group, index),
})

export const assignRequest = (
  group: CaseGroup,
  request: ServiceRequest,
  holder: StaffNumber,
): CommandRequest => ({
  name: 'assign-service-request',
  args: { ...about(group, request), holder },
  saw: { holder: request.holder },
})

export const completePost = (group: CaseGroup, post: PostNumber): CommandRequest => ({
  name: 'complete-post',
  args: { masterCaseNumber: group.id, post },
  saw: {},
})

/** Null: it can be done. */
export function whyNot(desk: Desk, request: CommandRequest): string | null {
  return reasonObjection(desk, request).objection
}

// Whether it could be closed at all is asked as if the note were written: the form asks for the real one.
export const SOME_NOTE = 'A note to be written'

/** Whom it can be given to: those whom the command takes. */
export function assignees(
  desk: Desk,
  group: CaseGroup,
  request: ServiceRequest,
  index: OrganisationIndex,
): readonly StaffMember[] {
  return candidates(group, request, index).filter(
    ({ number }) => whyNot(desk, assignRequest(group, request, number)) === null,
  )
}

/** Why it cannot be given to anybody; null: it can. */
export function whyNotAssign(
  desk: Desk,
  group: CaseGroup,
  request: ServiceRequest,
  index: OrganisationIndex,
): string | null {
  let reason = 'There is nobody whom you could give it to.'
  for (const { number } of candidates(group, request, index)) {
    const objection = whyNot(desk, assignRequest(group, request, number))
    if (objection === null) return null
    reason = objection
  }
  return reason
}

// A case-owning one is its group's holder's; a specialist's his segment's, or SCR's own.
function candidates(
  group: CaseGroup,
  request: ServiceRequest,
  index: OrganisationIndex,
): readonly StaffMember[] {
  if (request.kind === 'case-owning') {
    const holder = group.holder === null ? undefined : index.staff.get(group.holder)
    return holder ? [holder] : []
  }
  const segments = [
    requestPlaceOf(request, group, index).segment,
    routeOf(request, group, index.bom)?.name,
    ...(group.sensitive ? [group.segment] : []),
    ...(specialistsToChoose(request, group, index) ?? []),
  ]
  return [...new Set(segments)]
    .flatMap(segment => (segment ? (index.teamsOfSegment.get(segment) ?? []) : []))
    .flatMap(team => index.staffOfTeam.get(team.id) ?? [])
    .filter(({ access, roles }) => access === 'active' && roles.includes('caseworker'))
}
