import type { CaseGroup, ServiceRequest } from './case-group.ts'
import type { SrNumber } from './ids.ts'

/** The request of that number, or the one that had it here before CMS2012 gave it its own (IMP-6). */
export function requestNamed(
  group: Pick<CaseGroup, 'serviceRequests'> | undefined,
  number: SrNumber | null,
): ServiceRequest | undefined {
  if (number === null) return undefined
  return (
    group?.serviceRequests.find(request => request.number === number) ??
    group?.serviceRequests.find(({ here }) => here?.raisedAs === number)
  )
}

/** Its number when it came to be: what was begun about it then goes on under that. */
export const firstNumberOf = ({ number, here }: ServiceRequest): SrNumber => here?.raisedAs ?? number
