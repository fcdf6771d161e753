import { placementOf } from '../../shared/domain/allocation.ts'
import { openWorkCount } from '../../shared/domain/open-work.ts'
import { liveCaseGroups } from './live-case-groups.ts'
import type { ReportContext, ReportRow } from './report.ts'

/** Every lock that is on, and where its group would go without it (LOCK-5, LOCK-7). */
export async function* locksReport(context: ReportContext): AsyncGenerator<ReportRow> {
  for await (const group of liveCaseGroups(context)) {
    const { lock } = group
    if (!lock) continue
    const { segment } = placementOf({ ...group, lock: null }, context.index.bom)
    yield {
      masterCaseNumber: group.id,
      since: lock.since,
      noReason: lock.reason === null,
      pendingSegment: segment,
      wouldMoveIfUnlocked: segment !== null && segment !== group.segment,
      openWork: openWorkCount(group),
    }
  }
}
