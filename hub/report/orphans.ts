import { openWorkOf } from '../../shared/domain/open-work.ts'
import { orphaningOf } from '../../shared/domain/orphan.ts'
import { liveCaseGroups } from './live-case-groups.ts'
import type { ReportContext, ReportRow } from './report.ts'

/** The case groups that nobody sees in CMS2012 any more (ORPH-1). */
export async function* orphansReport(context: ReportContext): AsyncGenerator<ReportRow> {
  for await (const group of liveCaseGroups(context)) {
    const orphaning = orphaningOf(group, context.index)
    if (!orphaning) continue
    const { serviceRequests, post } = openWorkOf(group)
    yield {
      masterCaseNumber: group.id,
      staffNumber: orphaning.holder,
      cause: orphaning.cause,
      leftOn: orphaning.leftOn,
      openServiceRequests: serviceRequests.length,
      openPost: post.length,
    }
  }
}
