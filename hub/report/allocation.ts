import { placementOf } from '../../shared/domain/allocation.ts'
import { liveCaseGroups } from './live-case-groups.ts'
import type { ReportContext, ReportRow } from './report.ts'

/** Where every group belongs, and whether applying allocation drift would move it (IMP-8). */
export async function* allocationReport(context: ReportContext): AsyncGenerator<ReportRow> {
  for await (const group of liveCaseGroups(context)) {
    const { rank, segment, wouldMove, heldByLock, obstacle } = placementOf(group, context.index.bom)
    yield {
      masterCaseNumber: group.id,
      currentSegment: group.segment,
      rank,
      belongsTo: segment,
      wouldMove,
      heldByLock,
      obstacle,
    }
  }
}
