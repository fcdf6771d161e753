import type { OrganisationIndex } from '../domain/organisation-index.ts'
import type { PlainDate } from '../domain/time.ts'
import type { Caseload } from './caseload.ts'
import { type LockedGroup, locksOf } from './locks.ts'
import { type Orphan, orphansOf } from './orphans.ts'
import { type OverseenGroup, overseenGroupsOf } from './overseen-groups.ts'
import { type QueuedGroup, queueOf } from './queue.ts'
import { type ReturnDue, returnsDueOf } from './returns-due.ts'
import { type Load, loadsOf } from './team-load.ts'
import type { Viewpoint } from './viewpoint.ts'

/** Every list of the desk, read once for each revision of what is held. */
export interface Readings {
  readonly view: Viewpoint
  readonly index: OrganisationIndex
  readonly today: PlainDate
  readonly caseload: Caseload
  readonly orphans: readonly Orphan[]
  readonly locks: readonly LockedGroup[]
  readonly groups: readonly OverseenGroup[]
  readonly queue: readonly QueuedGroup[]
  readonly returns: readonly ReturnDue[]
  readonly loads: readonly Load[]
}

export function readingsOf(
  caseload: Caseload,
  view: Viewpoint,
  index: OrganisationIndex,
  today: PlainDate,
): Readings {
  const { groups } = caseload
  return {
    view,
    index,
    today,
    caseload,
    orphans: orphansOf(groups, view, index, today),
    locks: locksOf(groups, view, index, today),
    groups: overseenGroupsOf(groups, view),
    queue: queueOf(groups, view),
    returns: returnsDueOf(groups, view, index, today),
    loads: loadsOf(groups, view, index, today),
  }
}
