import { type CaseGroup, isLive } from '../domain/case-group.ts'
import type { HistoryEvent } from '../domain/history.ts'
import { openWorkCount } from '../domain/open-work.ts'
import type { Instant } from '../domain/time.ts'
import { type Due, nextDueOf } from './due.ts'
import { type Changes, rowsAfter } from './rows-after.ts'
import { isOfTeam, type Viewpoint } from './viewpoint.ts'

/** A group that waits for a caseworker (TEAM-1). */
export interface QueuedGroup {
  readonly group: CaseGroup
  readonly queue: 'team' | 'segment'
  /** When it landed here; null where that happened before the first extract. */
  readonly since: Instant | null
  readonly openWork: number
  readonly due: Due | null
}

/** What waits to be allocated: in the team's queues first, then the segment's; next due first. */
export function queueAfter(
  queue: readonly QueuedGroup[],
  changes: Changes,
  view: Viewpoint,
): readonly QueuedGroup[] {
  return rowsAfter(queue, changes, group => (isQueued(group, view) ? queued(group) : null), dueFirst)
}

function queued(group: CaseGroup): QueuedGroup {
  return {
    group,
    queue: group.team === null ? 'segment' : 'team',
    since: landedAt(group),
    openWork: openWorkCount(group),
    due: nextDueOf(group),
  }
}

function isQueued(group: CaseGroup, view: Viewpoint): boolean {
  if (group.holder !== null || !isLive(group) || view.kind === 'person') return false
  if (group.segment !== view.segment.name) return false
  return view.kind === 'segment' || group.team === null || isOfTeam(group.team, view)
}

function landedAt({ history }: CaseGroup): Instant | null {
  return history.find(({ event }) => landsInQueue(event))?.at ?? null
}

function landsInQueue(event: HistoryEvent): boolean {
  if (event.kind === 'drift-settled') return event.took === 'source'
  return event.kind === 'allocated' ? event.to === null : event.kind === 'returned' || event.kind === 'moved'
}

function dueFirst(a: QueuedGroup, b: QueuedGroup): number {
  if (a.queue !== b.queue) return a.queue === 'team' ? -1 : 1
  const [left, right] = [a.due?.on ?? '9999', b.due?.on ?? '9999']
  if (left !== right) return left < right ? -1 : 1
  return b.openWork - a.openWork || (a.group.id < b.group.id ? -1 : 1)
}
