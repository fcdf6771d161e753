import type { ServiceRequest } from '../domain/case-group.ts'
import { isMadeHere } from '../domain/request-here.ts'

/** Its number in CMS2012; one raised here has none there yet, and is told apart by the end of its id. */
export function requestNumber(request: ServiceRequest): string {
  return isMadeHere(request) ? madeUpNumber(request) : request.number
}

/** What a request without a number is called here. */
export const madeUpNumber = ({ number }: Pick<ServiceRequest, 'number'>): string => `new-${number.slice(-4)}`
