import type { AggregateKey } from '../domain/aggregate.ts'
import type { CaseGroup } from '../domain/case-group.ts'
import { recoveryIdOf } from '../domain/recovery-request.ts'

/**
 * What is read with a group, whatever is done to it: the recovery of each specialist's request that has an incident, which
 * says whether that is open (INC-18).
 */
export function readsWith({ id, incidents }: CaseGroup): readonly AggregateKey[] {
  const requests = new Set(incidents.flatMap(({ serviceRequest }) => serviceRequest ?? []))
  return [...requests].map(request => ['recovery-request', recoveryIdOf(id, request)])
}
