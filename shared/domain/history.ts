import type { SrKind } from './case-group.ts'
import type { DecidedField } from './difference.ts'
import type { FactorChange } from './factor.ts'
import type { BatchId, IncidentId, SegmentName, StaffNumber, TeamId } from './ids.ts'
import type { IncidentState, IncidentStepName } from './incident-steps.ts'
import type { LockCategory } from './lock.ts'
import type { Instant, PlainDate } from './time.ts'

/** Who did it: a person, a rule or the system, never mixed (ACC-5). */
export type Actor =
  | {
      readonly kind: 'person'
      readonly staff: StaffNumber
      /** The absent leader whose place he took (TEAM-3). */
      readonly onBehalfOf?: StaffNumber
    }
  | { readonly kind: 'rule'; readonly rule: string }
  | { readonly kind: 'system'; readonly system: string }

/** Which lock it was: whoever set it is told what became of it (LOCK-11). */
export interface LockMark {
  readonly setBy: StaffNumber | null
  readonly since: Instant
}

/** Work that leaves the group where it is; of all of it only the last is remembered. */
export type WorkDone =
  | 'request-started'
  | 'activity-completed'
  | 'activity-reopened'
  | 'carried-on'
  | 'post-done'

export type HistoryEvent =
  | {
      readonly kind: 'returned'
      readonly from: StaffNumber | null
      /** Whose it was then; those who had it move on. Entries from before this was kept have none. */
      readonly team?: TeamId | null
      readonly segment: SegmentName
      readonly lockCleared: LockMark | null
    }
  | {
      readonly kind: 'allocated'
      readonly from: StaffNumber | null
      readonly to: StaffNumber | null
      readonly team: TeamId
    }
  | { readonly kind: 'lock-set'; readonly category: LockCategory; readonly reviewOn: PlainDate }
  | ({ readonly kind: 'lock-kept'; readonly until: PlainDate } & LockMark)
  | ({ readonly kind: 'lock-cleared' | 'lock-overruled' } & LockMark)
  | { readonly kind: 'moved'; readonly from: SegmentName; readonly to: SegmentName; readonly rank: number }
  | { readonly kind: 'moved-while-locked'; readonly from: SegmentName; readonly to: SegmentName }
  | {
      readonly kind: 'drift-settled'
      readonly fields: readonly DecidedField[]
      readonly took: 'ours' | 'source'
    }
  | { readonly kind: 'request-raised'; readonly type: string; readonly work: SrKind }
  | {
      readonly kind: 'request-assigned'
      readonly type: string
      readonly from: StaffNumber | null
      readonly to: StaffNumber
    }
  | { readonly kind: 'worked'; readonly work: WorkDone; readonly on: string }
  | {
      readonly kind: 'incident'
      readonly incident: IncidentId
      readonly step: IncidentStepName
      readonly to: IncidentState
    }
  | { readonly kind: 'request-closed'; readonly type: string; readonly changed: FactorChange | null }

export interface HistoryEntry {
  readonly at: Instant
  readonly actor: Actor
  readonly event: HistoryEvent
  readonly reason: string | null
  readonly batch: BatchId | null
}

const KEPT = 20

/**
 * The history with newer entries put in front, the last 20 kept. Work takes the place of the work before it, and a step
 * of an incident, which has a history of its own, of the step before it, so that a busy day pushes out nothing that
 * was decided.
 */
export function remember(
  history: readonly HistoryEntry[],
  ...newestFirst: readonly HistoryEntry[]
): readonly HistoryEntry[] {
  const older = history.filter(entry => !newestFirst.some(newer => succeeds(newer, entry)))
  return [...newestFirst, ...older].slice(0, KEPT)
}

const succeeds = ({ event: newer }: HistoryEntry, { event: older }: HistoryEntry): boolean => {
  if (newer.kind === 'worked') return older.kind === 'worked'
  return newer.kind === 'incident' && older.kind === 'incident' && newer.incident === older.incident
}
