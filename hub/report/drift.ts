import { sql } from 'kysely'
import type { CaseGroup } from '../../shared/domain/case-group.ts'
import { type DecidedField, decidedFields, oursOf, sourcesOf } from '../import/drift.ts'
import type { GroupRow } from '../import/load-source.ts'
import { oursSince } from './ours-since.ts'
import type { ReportContext, ReportRow } from './report.ts'

type Row = Pick<
  GroupRow,
  | 'master_case_number'
  | 'segment_name'
  | 'assigned_to'
  | 'lock_on'
  | 'segment_drifts'
  | 'holder_drifts'
  | 'lock_drifts'
  | 'first_seen_at'
  | 'segment_changed_at'
  | 'holder_changed_at'
  | 'lock_changed_at'
> & { readonly document: string }

const PAGE = 1000

/** Where the source and we differ on what is decided here, and whose doing that is (IMP-6, IMP-9). */
export async function* driftReport({ tx }: ReportContext): AsyncGenerator<ReportRow> {
  let after = ''
  for (;;) {
    const { rows } = await sql<Row>`
      SELECT s.*, c.document FROM source_case_groups s JOIN case_group c ON c.id = s.master_case_number
      WHERE c.id > ${after} AND c.status <> 'Closed' AND (s.moved_while_locked OR c.segment <> s.segment_name
        OR c.holder IS DISTINCT FROM s.assigned_to OR c.locked <> (s.lock_on = 'Y'))
      ORDER BY c.id LIMIT ${PAGE}`.execute(tx)
    for (const row of rows) yield* rowsOf(row)
    const last = rows.at(-1)
    if (!last) return
    after = last.master_case_number
  }
}

function* rowsOf(row: Row): Generator<ReportRow> {
  const group = JSON.parse(row.document) as CaseGroup
  const ours = oursOf(group)
  const sources = sourcesOf(row)
  for (const field of decidedFields) {
    const kind = kindOf(field, ours[field] === sources[field], group, row)
    if (kind)
      yield {
        masterCaseNumber: group.id,
        field,
        ours: ours[field],
        source: sources[field],
        kind,
        oursSince: oursSince(group, field),
        sourceSince: sourceSince(field, row),
      }
  }
}

function kindOf(field: DecidedField, agree: boolean, group: CaseGroup, row: Row): string | undefined {
  if (field === 'segment' && group.movedWhileLocked) return 'moved while locked'
  if (agree) return undefined
  const drifts = { segment: row.segment_drifts, holder: row.holder_drifts, lock: row.lock_drifts }
  return drifts[field] ? 'drift' : 'to carry'
}

// The extract that changed it, else the first that had it.
function sourceSince(field: DecidedField, row: Row): string {
  const changedAt = {
    segment: row.segment_changed_at,
    holder: row.holder_changed_at,
    lock: row.lock_changed_at,
  }
  return changedAt[field] ?? row.first_seen_at
}
