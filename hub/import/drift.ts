import type { CaseGroup } from '../../shared/domain/case-group.ts'
import type { GroupRow } from './load-source.ts'

/** What is decided here and in the source, and can therefore differ (IMP-6). */
export const decidedFields = ['segment', 'holder', 'lock'] as const
export type DecidedField = (typeof decidedFields)[number]

/** Whether a difference is the source's doing; where it is not, it was changed here and is to be carried. */
export type Drifting = Readonly<Record<DecidedField, boolean>>

/** What we have, in the words of the drift report. */
export const oursOf = (group: CaseGroup): Readonly<Record<DecidedField, string | null>> => ({
  segment: group.segment,
  holder: group.holder,
  lock: group.lock ? 'on' : 'off',
})

/** What the source has. */
export const sourcesOf = (row: Pick<GroupRow, 'segment_name' | 'assigned_to' | 'lock_on'>) => ({
  segment: row.segment_name,
  holder: row.assigned_to,
  lock: row.lock_on === 'Y' ? 'on' : 'off',
})

/**
 * Which fields drift after an import: the source changed one since its own previous extract, and it differs from
 * ours, until both agree. What the import itself overruled (`kept` is the group before that) was changed here.
 */
export function driftAfter(group: CaseGroup, kept: CaseGroup, row: GroupRow, takenAt: string): Drifting {
  const ours = oursOf(group)
  const before = oursOf(kept)
  const sources = sourcesOf(row)
  const drifts = (field: DecidedField, changedAt: string | null, drifted: boolean) =>
    ours[field] === before[field] && ours[field] !== sources[field] && (drifted || changedAt === takenAt)
  return {
    segment: drifts('segment', row.segment_changed_at, row.segment_drifts),
    holder: drifts('holder', row.holder_changed_at, row.holder_drifts),
    lock: drifts('lock', row.lock_changed_at, row.lock_drifts),
  }
}
