import type { OrganisationIndex } from '../domain/organisation-index.ts'
import type { PlainDate } from '../domain/time.ts'
import { allocationDriftAfter, type MisplacedGroup } from './allocation-drift.ts'
import type { Caseload } from './caseload.ts'
import { type DifferenceRow, differencesAfter } from './differences.ts'
import { type LockedGroup, locksAfter } from './locks.ts'
import { type Orphan, orphansAfter } from './orphans.ts'
import { type OverseenGroup, overseenGroupsAfter } from './overseen-groups.ts'
import { type QueuedGroup, queueAfter } from './queue.ts'
import type { RecoveryRow } from './recoveries.ts'
import { type RequestRow, requestsAfter } from './requests.ts'
import { type ReturnDue, returnsDueAfter } from './returns-due.ts'
import { changesBetween } from './rows-after.ts'
import { type Load, loadsAfter } from './team-load.ts'
import { type ToldOfLock, toldOfLocksAfter } from './told-of-locks.ts'
import type { Viewpoint } from './viewpoint.ts'

/** Every list of the desk, read once for each revision of what is held. */
export interface Readings {
  readonly view: Viewpoint
  readonly index: OrganisationIndex
  readonly today: PlainDate
  readonly caseload: Caseload
  readonly orphans: readonly Orphan[]
  readonly locks: readonly LockedGroup[]
  readonly toldOfLocks: readonly ToldOfLock[]
  readonly groups: readonly OverseenGroup[]
  readonly queue: readonly QueuedGroup[]
  readonly requests: readonly RequestRow[]
  readonly returns: readonly ReturnDue[]
  readonly loads: readonly Load[]
  readonly misplaced: readonly MisplacedGroup[]
  readonly differences: readonly DifferenceRow[]
  readonly recoveries: readonly RecoveryRow[]
}

/**
 * Every list of a person. With what was read before, of the same organisation and day, only the groups that
 * changed are read again: one change in fifty thousand costs little more than in a thousand.
 */
export function readingsOf(
  caseload: Caseload,
  view: Viewpoint,
  index: OrganisationIndex,
  today: PlainDate,
  before?: Readings,
  recoveries: readonly RecoveryRow[] = [],
): Readings {
  const last = before && before.index === index && before.today === today ? before : blank
  const changes = changesBetween(last.caseload.groups, caseload.groups)
  return {
    view,
    index,
    today,
    caseload,
    orphans: orphansAfter(last.orphans, changes, view, index, today),
    locks: locksAfter(last.locks, changes, view, index, today),
    toldOfLocks: toldOfLocksAfter(last.toldOfLocks, changes, view, today),
    groups: overseenGroupsAfter(last.groups, changes, view),
    queue: queueAfter(last.queue, changes, view),
    requests: requestsAfter(last.requests, changes, view, index, today),
    returns: returnsDueAfter(last.returns, changes, view, index, today),
    loads: loadsAfter(last.loads, changes, view, index, today),
    misplaced: allocationDriftAfter(last.misplaced, changes, view, index),
    differences: differencesAfter(last.differences, changes, view),
    recoveries,
  }
}

const blank: Omit<Readings, 'view' | 'index' | 'today'> = {
  caseload: { groups: [], intended: new Set() },
  orphans: [],
  locks: [],
  toldOfLocks: [],
  groups: [],
  queue: [],
  requests: [],
  returns: [],
  loads: [],
  misplaced: [],
  differences: [],
  recoveries: [],
}
