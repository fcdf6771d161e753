import type { CaseGroup } from '../domain/case-group.ts'
import type { MasterCaseNumber } from '../domain/ids.ts'
import type { OrganisationIndex } from '../domain/organisation-index.ts'
import { orphaningOf, requestOrphaningOf } from '../domain/orphan.ts'
import { groupOfRow, groupsOfRows, itemOfRow } from './row-key.ts'

/** Which case groups are moved with some rows, and which of the rows are not about their group. */
export interface ToMove {
  readonly groups: readonly MasterCaseNumber[]
  readonly leftOut: readonly string[]
}

/** Why those are left out. */
export const ONLY_ITS_REQUEST =
  'Only a service request on it is orphaned: assign that, or ask IT to recover it. To move the case group, which is not orphaned, go to it in Case groups.'

/**
 * An orphaned service request is recovered by itself (ORPH-5): where its case group is no orphan, whoever has that keeps it,
 * and the row is not taken for the group.
 */
export function groupsToMove(
  rows: readonly string[],
  caseGroup: (id: MasterCaseNumber) => CaseGroup | undefined,
  index: OrganisationIndex,
): ToMove {
  const leftOut = rows.filter(row => isRequestAlone(row, caseGroup(groupOfRow(row)), index))
  const out = new Set(leftOut)
  return { groups: groupsOfRows(rows.filter(row => !out.has(row))), leftOut }
}

function isRequestAlone(row: string, group: CaseGroup | undefined, index: OrganisationIndex): boolean {
  const item = itemOfRow(row)
  if (item?.kind !== 'request' || !group || orphaningOf(group, index) !== null) return false
  const request = group.serviceRequests.find(({ number }) => number === item.number)
  return request !== undefined && requestOrphaningOf(request, group, index) !== null
}
