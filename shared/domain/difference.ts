import type { CaseGroup } from './case-group.ts'
import type { Lock } from './lock.ts'
import type { Instant } from './time.ts'

/** What is decided here and in the source, and can therefore differ (IMP-6). */
export const decidedFields = ['segment', 'holder', 'lock'] as const
export type DecidedField = (typeof decidedFields)[number]

/** A decided field that the source has otherwise. */
export interface Difference {
  readonly field: DecidedField
  /** The name of a segment, a staff number or null for nobody, `on` or `off`. */
  readonly source: string | null
  /** The source changed it, and nobody has settled that yet; otherwise it was changed here and is to be carried. */
  readonly drifts: boolean
  /** Null: since before it was changed here; no extract has been read since. */
  readonly sourceSince: Instant | null
  /** Of the lock: the one that the source has on. */
  readonly sourceLock: Lock | null
}

/** What we have, in the words of the differences. */
export const decidedOf = (group: CaseGroup): Readonly<Record<DecidedField, string | null>> => ({
  segment: group.segment,
  holder: group.holder,
  lock: group.lock ? 'on' : 'off',
})

/** What the source has of a field: what we have, where nothing says otherwise. */
export function sourceOf(group: CaseGroup, field: DecidedField): string | null {
  const difference = group.differences.find(each => each.field === field)
  return difference ? difference.source : decidedOf(group)[field]
}

/**
 * The group with its differences as they are after a change here: a field that the source had alike until now is to
 * be carried, and where both agree the difference ends, drift for good (IMP-6).
 */
export function trackDifferences(before: CaseGroup | undefined, after: CaseGroup): CaseGroup {
  const ours = decidedOf(after)
  const differences = decidedFields.flatMap(field => {
    const known = after.differences.find(each => each.field === field)
    if (known) return known.source === ours[field] ? [] : known
    return before ? changedHere(field, before, ours[field]) : []
  })
  return isSame(differences, after.differences) ? after : { ...after, differences }
}

function changedHere(field: DecidedField, before: CaseGroup, ours: string | null): readonly Difference[] {
  const source = decidedOf(before)[field]
  if (source === ours) return []
  const sourceLock = field === 'lock' ? before.lock : null
  return [{ field, source, drifts: false, sourceSince: null, sourceLock }]
}

const isSame = (some: readonly Difference[], others: readonly Difference[]) =>
  some.length === others.length && some.every((difference, place) => difference === others[place])
