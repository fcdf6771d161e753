import type { CaseGroup } from '../../shared/domain/case-group.ts'
import {
  type DecidedField,
  type Difference,
  decidedFields,
  decidedOf,
} from '../../shared/domain/difference.ts'
import { lockOf } from './build-case-group.ts'
import type { GroupRow } from './load-source.ts'

interface Imported {
  readonly group: CaseGroup
  /** The group before what the import itself overruled: that was changed here. */
  readonly kept: CaseGroup
  /** As it was before the import; undefined: it is new. */
  readonly known: CaseGroup | undefined
  readonly row: GroupRow
}

/**
 * Where the source and we differ after an import. It drifts where the source changed it since its own previous
 * extract, until both agree or it is settled (IMP-6).
 */
export function differencesAfter(imported: Imported, takenAt: string): readonly Difference[] {
  const sources = sourcesOf(imported.row)
  const ours = decidedOf(imported.group)
  return decidedFields.flatMap(field => {
    if (ours[field] === sources[field].value) return []
    const { value, changedAt } = sources[field]
    const drifted = imported.known?.differences.find(each => each.field === field)?.drifts ?? false
    const overruled = ours[field] !== decidedOf(imported.kept)[field]
    return {
      field,
      source: value,
      drifts: !overruled && (drifted || changedAt === takenAt),
      // The extract that changed it, else the first that had it.
      sourceSince: changedAt ?? imported.row.first_seen_at,
      sourceLock: field === 'lock' ? lockOf(imported.row) : null,
    }
  })
}

interface SourceValue {
  readonly value: string | null
  readonly changedAt: string | null
}

const sourcesOf = (row: GroupRow): Readonly<Record<DecidedField, SourceValue>> => ({
  segment: { value: row.segment_name, changedAt: row.segment_changed_at },
  holder: { value: row.assigned_to, changedAt: row.holder_changed_at },
  lock: { value: row.lock_on === 'Y' ? 'on' : 'off', changedAt: row.lock_changed_at },
})
