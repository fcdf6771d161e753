import type { CaseGroup } from '../domain/case-group.ts'
import { type DecidedField, decidedFields, decidedOf } from '../domain/difference.ts'
import type { Instant } from '../domain/time.ts'
import { oursSince } from './ours-since.ts'
import { type Changes, rowsAfter } from './rows-after.ts'
import { isOverseen, type Viewpoint } from './viewpoint.ts'

/** Whose doing it is: the source's, to be settled; the source's while locked; ours, to be carried (IMP-6, IMP-9). */
export const differenceKinds = ['drift', 'moved-while-locked', 'to-carry'] as const
export type DifferenceKind = (typeof differenceKinds)[number]

/** Both values of a field, each with its time; null: not known. */
export interface ComparedField {
  readonly field: DecidedField
  readonly kind: DifferenceKind
  readonly ours: string | null
  readonly source: string | null
  readonly oursSince: Instant | null
  readonly sourceSince: Instant | null
}

/** What of a group differs in one way. */
export interface DifferenceRow {
  readonly group: CaseGroup
  readonly kind: DifferenceKind
  readonly fields: readonly ComparedField[]
}

/** Every field of a group that CMS2012 has otherwise, or moved while locked. */
export function comparedFields(group: CaseGroup): readonly ComparedField[] {
  if (group.differences.length === 0 && group.movedWhileLocked === null) return []
  const ours = decidedOf(group)
  return decidedFields.flatMap(field => {
    const difference = group.differences.find(each => each.field === field)
    const moved = field === 'segment' && group.movedWhileLocked !== null
    if (!difference && !moved) return []
    return {
      field,
      kind: moved ? 'moved-while-locked' : difference?.drifts ? 'drift' : 'to-carry',
      ours: ours[field],
      source: difference ? difference.source : ours[field],
      oursSince: oursSince(group, field),
      sourceSince: difference?.sourceSince ?? group.movedWhileLocked?.seenAt ?? null,
    }
  })
}

/** What differs in a manager's segment: what is to be settled first, what is to be carried last. */
export function differencesAfter(
  rows: readonly DifferenceRow[],
  changes: Changes,
  view: Viewpoint,
): readonly DifferenceRow[] {
  if (view.kind !== 'segment') return rows
  const read = (group: CaseGroup) => (isOverseen(group, view) ? rowsOf(group) : null)
  return rowsAfter(rows, changes, read, byKind)
}

function rowsOf(group: CaseGroup): readonly DifferenceRow[] {
  const compared = comparedFields(group)
  return differenceKinds.flatMap(kind => {
    const fields = compared.filter(each => each.kind === kind)
    return fields.length === 0 ? [] : { group, kind, fields }
  })
}

function byKind(a: DifferenceRow, b: DifferenceRow): number {
  if (a.kind !== b.kind) return differenceKinds.indexOf(a.kind) - differenceKinds.indexOf(b.kind)
  return a.group.id < b.group.id ? -1 : 1
}
