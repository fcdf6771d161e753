import type { Advice, AdviceId } from '../../../shared/domain/advice.ts'
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
  /** What Advice and Guidance was asked for it last; null: nothing, or nothing that one sees. */
  readonly asked: AskedFor | null
}

export interface AskedFor {
  readonly advice: Advice
  /** Of what was asked without a case. */
  readonly id: AdviceId | null
}

export function findIncident(
  replica: Replica,
  group: MasterCaseNumber | null,
  id: IncidentId,
): FoundIncident | undefined {
  if (group === null) {
    const own = replica.aggregates('incident').get(id)
    return own && { incident: own.incident, group: null, own, asked: askedWithoutCase(replica, id) }
  }
  const found = replica.caseGroup(group)
  const incident = found?.incidents.find(each => each.id === id)
  return found && incident && { incident, group: found, own: null, asked: askedOn(found, id) }
}

function askedOn({ serviceRequests }: CaseGroup, incident: IncidentId): AskedFor | null {
  const advice = serviceRequests.findLast(({ here }) => here?.advice?.incident === incident)?.here?.advice
  return advice ? { advice, id: null } : null
}

function askedWithoutCase(replica: Replica, incident: IncidentId): AskedFor | null {
  const [last] = [...replica.aggregates('advice-request').values()]
    .filter(({ advice }) => advice.incident === incident)
    .sort((one, other) => (one.advice.askedAt < other.advice.askedAt ? 1 : -1))
  return last ? { advice: last.advice, id: last.id } : null
}

/** The incident of the focused row, as it will be with what waits; of a group's row none. */
export function focusedIncident(focused: string | null, replica: Replica): FoundIncident | undefined {
  const item = focused === null ? null : itemOfRow(focused)
  if (focused === null || item?.kind !== 'incident') return undefined
  return findIncident(replica, groupOfRow(focused) || null, item.id)
}
