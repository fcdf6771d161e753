import type { ServiceRequest } from '../domain/case-group.ts'

/** Its number in CMS2012; one raised here has none there yet, and is told apart by the end of its id. */
export function requestNumber({ number, here }: ServiceRequest): string {
  return here?.raisedBy == null ? number : `new-${number.slice(-4)}`
}
