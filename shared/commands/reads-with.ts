import type { AggregateKey } from '../domain/aggregate.ts'
import type { CaseGroup } from '../domain/case-group.ts'
import { recoveryIdOf } from '../domain/recovery-request.ts'
import { firstNumberOf, requestNamed } from '../domain/request-named.ts'

/**
 * What is read with a group, whatever is done to it: the recovery of each specialist's request that has an incident, which
 * says whether that is open (INC-18), and of each that has another number since (IMP-6).
 */
export function readsWith(group: CaseGroup): readonly AggregateKey[] {
  const withIncident = group.incidents.flatMap(({ serviceRequest }) => {
    const request = requestNamed(group, serviceRequest)
    return request ? firstNumberOf(request) : (serviceRequest ?? [])
  })
  const renamed = group.serviceRequests.flatMap(({ here }) => here?.raisedAs ?? [])
  return [...new Set([...withIncident, ...renamed])].map(request => [
    'recovery-request',
    recoveryIdOf(group.id, request),
  ])
}
