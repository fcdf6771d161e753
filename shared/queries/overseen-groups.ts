import { type CaseGroup, isLive } from '../domain/case-group.ts'
import { openWorkCount } from '../domain/open-work.ts'
import { type Due, nextDueOf } from './due.ts'
import { type Changes, rowsAfter } from './rows-after.ts'
import { isOverseen, type Viewpoint } from './viewpoint.ts'

/** One group of the whole caseload, with what every list shows of it. */
export interface OverseenGroup {
  readonly group: CaseGroup
  readonly openWork: number
  readonly due: Due | null
}

/** Every live group a person oversees or finds in a queue of his segment, by number. */
export function overseenGroupsAfter(
  rows: readonly OverseenGroup[],
  changes: Changes,
  view: Viewpoint,
): readonly OverseenGroup[] {
  const read = (group: CaseGroup) =>
    isOverseen(group, view) || isInSegmentQueue(group, view) ? overseen(group) : null
  return rowsAfter(rows, changes, read, byNumber)
}

const byNumber = ({ group: a }: OverseenGroup, { group: b }: OverseenGroup) =>
  a.id < b.id ? -1 : a.id > b.id ? 1 : 0

function isInSegmentQueue(group: CaseGroup, view: Viewpoint): boolean {
  return view.kind === 'team' && group.team === null && group.segment === view.segment.name && isLive(group)
}

function overseen(group: CaseGroup): OverseenGroup {
  return { group, openWork: openWorkCount(group), due: nextDueOf(group) }
}
