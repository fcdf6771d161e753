import type { CaseGroup } from '../domain/case-group.ts'
import type { MasterCaseNumber } from '../domain/ids.ts'
import type { Changes } from './rows-after.ts'

export interface Caseload {
  /** In the order of their numbers. */
  readonly groups: readonly CaseGroup[]
  /** Groups with a change that waits: listed as the hub confirmed them, drawn as intended. */
  readonly intended: ReadonlySet<MasterCaseNumber>
  /** What is otherwise than in other groups, where that is known. */
  readonly since?: { readonly groups: readonly CaseGroup[]; readonly changes: Changes }
}

/** What a caseload is made of. */
export interface Held {
  /** As the person sees them. */
  readonly shown: ReadonlyMap<MasterCaseNumber, CaseGroup>
  /** The groups with a change that waits. */
  readonly pending: ReadonlySet<MasterCaseNumber>
  readonly confirmed: (id: MasterCaseNumber) => CaseGroup | undefined
}

/**
 * What lists show: a change that waits is intended, not done, so its group stands where the hub last had it,
 * even where the change takes it out of the list or out of sight.
 */
export function caseloadOf({ shown, pending, confirmed }: Held): Caseload {
  const groups: CaseGroup[] = []
  // Without a pair made for each of tens of thousands.
  shown.forEach((group, id) => {
    const listed = pending.has(id) ? confirmed(id) : group
    if (listed) groups.push(listed)
  })
  for (const id of pending) {
    const group = shown.has(id) ? undefined : confirmed(id)
    if (group) groups.push(group)
  }
  return { groups: groups.sort(byNumber), intended: pending }
}

const byNumber = ({ id: a }: CaseGroup, { id: b }: CaseGroup) => (a < b ? -1 : a > b ? 1 : 0)

/** The same, where only some of them can be others than before: all else is only copied. */
export function caseloadAfter(
  before: Caseload,
  changed: Iterable<MasterCaseNumber>,
  { shown, pending, confirmed }: Held,
): Caseload {
  const groups = [...before.groups]
  const gone = new Set<CaseGroup>()
  const come: CaseGroup[] = []
  for (const id of new Set([...changed, ...before.intended, ...pending])) {
    const place = placeOf(groups, id)
    const stood = groups[place]?.id === id ? groups[place] : undefined
    const stands = pending.has(id) ? confirmed(id) : shown.get(id)
    if (stood === stands) continue
    if (stood) gone.add(stood)
    if (stands) come.push(stands)
    if (stood && stands) groups[place] = stands
    else groups.splice(place, stood ? 1 : 0, ...(stands ? [stands] : []))
  }
  if (gone.size + come.length === 0) return { ...before, intended: pending }
  return { groups, intended: pending, since: { groups: before.groups, changes: { gone, come } } }
}

/** Where the group of a number stands, or would. */
function placeOf(groups: readonly CaseGroup[], id: MasterCaseNumber): number {
  let [low, high] = [0, groups.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((groups[middle] as CaseGroup).id < id) low = middle + 1
    else high = middle
  }
  return low
}
