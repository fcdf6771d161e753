import type { CaseGroup } from '../domain/case-group.ts'
import type { MasterCaseNumber } from '../domain/ids.ts'

export interface Caseload {
  readonly groups: readonly CaseGroup[]
  /** Groups with a change that waits: listed as the hub confirmed them, drawn as intended. */
  readonly intended: ReadonlySet<MasterCaseNumber>
}

/**
 * What lists show: a change that waits is intended, not done, so its group stands where the hub last had it,
 * even where the change takes it out of the list or out of sight.
 */
export function caseloadOf(
  held: ReadonlyMap<MasterCaseNumber, CaseGroup>,
  pending: ReadonlySet<MasterCaseNumber>,
  confirmed: (id: MasterCaseNumber) => CaseGroup | undefined,
): Caseload {
  if (pending.size === 0) return { groups: [...held.values()], intended: pending }
  const groups: CaseGroup[] = []
  // Without a pair made for each of tens of thousands.
  held.forEach((group, id) => {
    const listed = pending.has(id) ? confirmed(id) : group
    if (listed) groups.push(listed)
  })
  for (const id of pending) {
    const group = held.has(id) ? undefined : confirmed(id)
    if (group) groups.push(group)
  }
  return { groups, intended: pending }
}
