import type { CaseGroup } from '../../shared/domain/case-group.ts'
import { type DecidedField, decidedFields, decidedOf } from '../../shared/domain/difference.ts'
import { oursSince } from '../../shared/queries/ours-since.ts'
import { liveCaseGroups } from './live-case-groups.ts'
import type { ReportContext, ReportRow } from './report.ts'

/** Where the source and we differ on what is decided here, and whose doing that is (IMP-6, IMP-9). */
export async function* driftReport(context: ReportContext): AsyncGenerator<ReportRow> {
  for await (const group of liveCaseGroups(context)) {
    for (const field of decidedFields) yield* rowsOf(group, field)
  }
}

function* rowsOf(group: CaseGroup, field: DecidedField): Generator<ReportRow> {
  const difference = group.differences.find(each => each.field === field)
  const moved = field === 'segment' && group.movedWhileLocked !== null
  if (!difference && !moved) return
  const ours = decidedOf(group)[field]
  yield {
    masterCaseNumber: group.id,
    field,
    ours,
    source: difference ? difference.source : ours,
    kind: moved ? 'moved while locked' : difference?.drifts ? 'drift' : 'to carry',
    oursSince: oursSince(group, field),
    sourceSince: difference?.sourceSince ?? null,
  }
}
