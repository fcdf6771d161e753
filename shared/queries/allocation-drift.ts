import { placementOf } from '../domain/allocation.ts'
import type { CaseGroup } from '../domain/case-group.ts'
import type { SegmentName } from '../domain/ids.ts'
import { openWorkCount } from '../domain/open-work.ts'
import type { OrganisationIndex } from '../domain/organisation-index.ts'
import { type Due, nextDueOf } from './due.ts'
import { rankFact } from './rank-fact.ts'
import { type Changes, rowsAfter } from './rows-after.ts'
import { isOverseen, type Viewpoint } from './viewpoint.ts'

/** A group that is not where it belongs: it would move on applying allocation drift, or but for its lock (IMP-8). */
export interface MisplacedGroup {
  readonly group: CaseGroup
  readonly to: SegmentName
  /** The fact that decided. */
  readonly fact: string
  readonly heldByLock: boolean
  readonly openWork: number
  readonly due: Due | null
}

/** What is misplaced in a manager's segment, by where it belongs; what a lock holds comes last. */
export function allocationDriftAfter(
  rows: readonly MisplacedGroup[],
  changes: Changes,
  view: Viewpoint,
  index: OrganisationIndex,
): readonly MisplacedGroup[] {
  if (view.kind !== 'segment') return rows
  const read = (group: CaseGroup) => (isOverseen(group, view) ? misplaced(group, index) : null)
  return rowsAfter(rows, changes, read, byDestination)
}

function misplaced(group: CaseGroup, index: OrganisationIndex): MisplacedGroup | null {
  const { rank, segment, wouldMove, heldByLock } = placementOf(group, index.bom)
  if (segment === null || !(wouldMove || heldByLock)) return null
  return {
    group,
    to: segment,
    fact: rankFact(rank, group),
    heldByLock,
    openWork: openWorkCount(group),
    due: nextDueOf(group),
  }
}

function byDestination(a: MisplacedGroup, b: MisplacedGroup): number {
  if (a.heldByLock !== b.heldByLock) return a.heldByLock ? 1 : -1
  if (a.to !== b.to && !a.heldByLock) return a.to < b.to ? -1 : 1
  return a.group.id < b.group.id ? -1 : 1
}
