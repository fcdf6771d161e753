import { holdsOrDirects, worksRequest } from '../commands/authority.ts'
import type { CaseGroup, ServiceRequest } from '../domain/case-group.ts'
import type { StaffNumber } from '../domain/ids.ts'
import { isOpenRequest } from '../domain/open-work.ts'
import type { OrganisationIndex } from '../domain/organisation-index.ts'
import { orphaningOf } from '../domain/orphan.ts'
import type { PlainDate } from '../domain/time.ts'
import { staffName, teamName } from './names.ts'
import { requestNumber } from './request-number.ts'

/**
 * Why a specialist or his team leader reads a whole case group that is not his to change (ACC-2). Null: he may change
 * it, or sees it for another reason.
 */
export function whyReadOnly(
  reader: StaffNumber,
  group: CaseGroup,
  index: OrganisationIndex,
  today: PlainDate,
): string | null {
  if (holdsOrDirects(reader, group, index, today)) return null
  const his = group.serviceRequests.find(
    request => isOpenRequest(request) && worksRequest(reader, request, group, index, today),
  )
  if (!his) return null
  return `You can read this case group, not change it: ${becauseOf(his, reader, index)} ${ownerWords(group, index)}`
}

function becauseOf(request: ServiceRequest, reader: StaffNumber, index: OrganisationIndex): string {
  const name = `its ${request.type} ${requestNumber(request)}`
  if (request.holder === null) return `${name} waits with you.`
  return request.holder === reader
    ? `you hold ${name}.`
    : `${staffName(request.holder, index)} holds ${name}.`
}

function ownerWords(group: CaseGroup, index: OrganisationIndex): string {
  const { holder, team } = group
  if (orphaningOf(group, index)) return 'The group itself is orphaned: it waits to be allocated again.'
  if (holder !== null) return `The group itself is ${staffName(holder, index)}’s.`
  return team === null
    ? 'The group itself waits in the queue of its segment.'
    : `The group itself waits in the queue of ${teamName(team, index)}.`
}
