import type { AdviceId } from '../../shared/domain/advice.ts'
import type { DataException } from '../../shared/domain/data-exception.ts'
import type { IncidentId, MasterCaseNumber, SrNumber } from '../../shared/domain/ids.ts'
import type { RecoveryId } from '../../shared/domain/recovery-request.ts'
import { rowOfRecovery } from '../../shared/queries/recoveries.ts'
import { groupOfRow, itemOfRow } from '../../shared/queries/row-key.ts'
import type { Replica } from '../desk/desk.ts'
import { focusedIncident } from '../views/incidents/focused-incident.ts'

/** One record, as it goes to paper. */
export type PrintRecord =
  | { readonly kind: 'case-group'; readonly id: MasterCaseNumber; readonly request: SrNumber | null }
  | { readonly kind: 'incident'; readonly id: IncidentId; readonly group: MasterCaseNumber | null }
  | { readonly kind: 'recovery'; readonly id: RecoveryId }
  | { readonly kind: 'advice'; readonly id: AdviceId }
  | { readonly kind: 'data-exception'; readonly id: DataException['id'] }

/** What the pane explains, where that is a record: what a row names depends on the list. */
export function recordBefore(focused: string | null, path: string, replica: Replica): PrintRecord | null {
  if (focused === null) return null
  if (path === '/recovery') return recoveryOf(focused, replica)
  const exception = replica.aggregates('data-exception').get(focused)
  if (exception) return { kind: 'data-exception', id: exception.id }
  const advice = replica.aggregates('advice-request').get(focused)
  if (advice) return { kind: 'advice', id: advice.id }
  return incidentOf(focused, replica) ?? groupOf(focused, replica)
}

function recoveryOf(row: string, replica: Replica): PrintRecord | null {
  const all = [...replica.aggregates('recovery-request').values()]
  const found = all.find(each => rowOfRecovery(each) === row)
  return found ? { kind: 'recovery', id: found.id } : null
}

/** The incident of the focused row, in whichever list. */
export function incidentOf(focused: string | null, replica: Replica): PrintRecord | null {
  const found = focusedIncident(focused, replica)
  return found ? { kind: 'incident', id: found.incident.id, group: found.group?.id ?? null } : null
}

/** The case group of the focused row, with the service request that the row is about. */
export function groupOf(focused: string | null, replica: Replica): PrintRecord | null {
  if (focused === null) return null
  const id = groupOfRow(focused)
  if (!replica.caseGroup(id) && !replica.confirmed(id)) return null
  const item = itemOfRow(focused)
  return { kind: 'case-group', id, request: item?.kind === 'request' ? item.number : null }
}
