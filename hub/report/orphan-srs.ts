import { requestOrphaningOf } from '../../shared/domain/orphan.ts'
import { liveCaseGroups } from './live-case-groups.ts'
import type { ReportContext, ReportRow } from './report.ts'

/** The open service requests that nobody sees in CMS2012 any more, whatever became of their groups (ORPH-1). */
export async function* orphanSrsReport(context: ReportContext): AsyncGenerator<ReportRow> {
  for await (const group of liveCaseGroups(context)) {
    for (const request of group.serviceRequests) {
      const orphaning = requestOrphaningOf(request, group, context.index)
      if (!orphaning) continue
      yield {
        srNumber: request.number,
        masterCaseNumber: group.id,
        kind: request.kind,
        staffNumber: orphaning.holder,
        cause: orphaning.cause,
        leftOn: orphaning.leftOn,
      }
    }
  }
}
