import type { CommandName } from '../../shared/commands/commands.ts'
import type { CaseGroup, ServiceRequest } from '../../shared/domain/case-group.ts'
import type { Organisation } from '../../shared/domain/organisation.ts'
import { aRequest } from './a-case-group.ts'
import { anEnvelope, decide, outcomeOf } from './a-command.ts'
import { anOrganisation } from './an-organisation.ts'

/** A specialist's request about the paying parent, in the north. */
export const aSpecialistRequest = (holder: string | null, more: Partial<ServiceRequest> = {}) =>
  aRequest('1', {
    kind: 'functionally-unique',
    type: 'Parentage dispute',
    holder: holder as ServiceRequest['holder'],
    ...more,
  })

/** Asks a command on the first request of a group; the group it leaves, or what it was refused for. */
export const askedOf =
  (name: CommandName, more: object = {}, saw: object = {}) =>
  (group: CaseGroup, actor: string, organisation: Organisation = anOrganisation()): CaseGroup | string => {
    const args = { masterCaseNumber: group.id, request: group.serviceRequests[0]?.number, ...more }
    return outcomeOf(decide(anEnvelope(name, args, saw, null), actor, group, organisation))
  }
