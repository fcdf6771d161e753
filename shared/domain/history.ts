import type { BatchId, SegmentName, StaffNumber, TeamId } from './ids.ts'
import type { Instant } from './time.ts'

/** Who did it: a person, a rule or the system, never mixed (ACC-5). */
export type Actor =
  | { readonly kind: 'person'; readonly staff: StaffNumber }
  | { readonly kind: 'rule'; readonly rule: string }
  | { readonly kind: 'system'; readonly system: string }

export type HistoryEvent =
  | {
      readonly kind: 'returned'
      readonly from: StaffNumber | null
      readonly segment: SegmentName
      readonly lockCleared: boolean
    }
  | {
      readonly kind: 'allocated'
      readonly from: StaffNumber | null
      readonly to: StaffNumber | null
      readonly team: TeamId
    }
  | { readonly kind: 'lock-cleared'; readonly setBy: StaffNumber | null; readonly since: Instant }
  | { readonly kind: 'lock-overruled'; readonly setBy: StaffNumber | null; readonly since: Instant }
  | { readonly kind: 'moved'; readonly from: SegmentName; readonly to: SegmentName; readonly rank: number }
  | { readonly kind: 'first-seen'; readonly source: string }
  | { readonly kind: 'moved-while-locked'; readonly from: SegmentName; readonly to: SegmentName }

export interface HistoryEntry {
  readonly at: Instant
  readonly actor: Actor
  readonly event: HistoryEvent
  readonly reason: string | null
  readonly batch: BatchId | null
}

const KEPT = 20

/** The history with newer entries put in front, the last 20 kept. */
export function remember(
  history: readonly HistoryEntry[],
  ...newestFirst: readonly HistoryEntry[]
): readonly HistoryEntry[] {
  return [...newestFirst, ...history].slice(0, KEPT)
}
