import { type CaseGroup, isLive } from '../../shared/domain/case-group.ts'
import { eachCaseGroup } from '../store/load-case-groups.ts'
import type { ReportContext } from './report.ts'

/** All groups but the closed ones, which are in no report (ALLOC-13), in the order of their numbers. */
export async function* liveCaseGroups({ tx }: ReportContext): AsyncGenerator<CaseGroup> {
  for await (const group of eachCaseGroup(tx)) if (isLive(group)) yield group
}
