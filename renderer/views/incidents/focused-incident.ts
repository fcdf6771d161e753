import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import type { IncidentId, MasterCaseNumber } from '../../../shared/domain/ids.ts'
import type { Incident } from '../../../shared/domain/incident.ts'
import type { OwnIncident } from '../../../shared/domain/own-incident.ts'
import { groupOfRow, itemOfRow } from '../../../shared/queries/row-key.ts'
import type { Replica } from '../../desk/desk.ts'

/** An incident with the document that it is in. */
export interface FoundIncident {
  readonly incident: Incident
  readonly group: CaseGroup | null
  readonly own: OwnIncident | null
}

export function findIncident(
  replica: Replica,
  group: MasterCaseNumber | null,
  id: IncidentId,
): FoundIncident | undefined {
  if (group === null) {
    const own = replica.aggregates('incident').get(id)
    return own && { incident: own.incident, group: null, own }
  }
  const found = replica.caseGroup(group)
  const incident = found?.incidents.find(each => each.id === id)
  return found && incident && { incident, group: found, own: null }
}

/** The incident of the focused row, as it will be with what waits; of a group's row none. */
export function focusedIncident(focused: string | null, replica: Replica): FoundIncident | undefined {
  const item = focused === null ? null : itemOfRow(focused)
  if (focused === null || item?.kind !== 'incident') return undefined
  return findIncident(replica, groupOfRow(focused) || null, item.id)
}
