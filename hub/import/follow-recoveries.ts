import type { Aggregate } from '../../shared/domain/aggregate.ts'
import type { CaseGroup } from '../../shared/domain/case-group.ts'
import { followRecovery } from '../../shared/domain/follow-recovery.ts'
import { groupBy } from '../../shared/domain/group-by.ts'
import type { MasterCaseNumber } from '../../shared/domain/ids.ts'
import type { OrganisationIndex } from '../../shared/domain/organisation-index.ts'
import type { RecoveryRequest } from '../../shared/domain/recovery-request.ts'
import type { Instant } from '../../shared/domain/time.ts'

export type Recoveries = ReadonlyMap<MasterCaseNumber, readonly RecoveryRequest[]>

export function recoveriesAmong(aggregates: readonly Aggregate[]): Recoveries {
  return groupBy(
    aggregates.filter(aggregate => aggregate.kind === 'recovery-request'),
    ({ masterCaseNumber }) => masterCaseNumber,
  )
}

/** The recovery requests that change with their groups: into Special Client Records (ORPH-7), or to their end (ORPH-5). */
export function recoveriesAfter(
  groups: readonly CaseGroup[],
  recoveries: Recoveries,
  index: OrganisationIndex,
  now: Instant,
): readonly RecoveryRequest[] {
  return groups.flatMap(group =>
    (recoveries.get(group.id) ?? []).flatMap(recovery => {
      const followed = followRecovery(recovery, group, index, { by: null, at: now })
      return followed === recovery ? [] : [followed]
    }),
  )
}
