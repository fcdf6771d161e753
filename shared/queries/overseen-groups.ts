import { type CaseGroup, isLive } from '../domain/case-group.ts'
import { openWorkCount } from '../domain/open-work.ts'
import { type Due, nextDueOf } from './due.ts'
import { isOverseen, type Viewpoint } from './viewpoint.ts'

/** One group of the whole caseload, with what every list shows of it. */
export interface OverseenGroup {
  readonly group: CaseGroup
  readonly openWork: number
  readonly due: Due | null
}

const known = new WeakMap<CaseGroup, OverseenGroup>()

/** Every live group a person oversees or finds in a queue of his segment, by number. */
export function overseenGroupsOf(groups: Iterable<CaseGroup>, view: Viewpoint): readonly OverseenGroup[] {
  const found: OverseenGroup[] = []
  for (const group of groups) {
    if (isOverseen(group, view) || isInSegmentQueue(group, view)) found.push(overseen(group))
  }
  return found.sort((a, b) => (a.group.id < b.group.id ? -1 : a.group.id > b.group.id ? 1 : 0))
}

function isInSegmentQueue(group: CaseGroup, view: Viewpoint): boolean {
  return view.kind === 'team' && group.team === null && group.segment === view.segment.name && isLive(group)
}

// Documents never change, so what is read off one holds for as long as it lives.
function overseen(group: CaseGroup): OverseenGroup {
  const found = known.get(group)
  if (found) return found
  const made = { group, openWork: openWorkCount(group), due: nextDueOf(group) }
  known.set(group, made)
  return made
}
