import type { RequestHere, ServiceRequest } from './case-group.ts'

const untouched: RequestHere = {
  raisedBy: null,
  background: null,
  assignedOn: null,
  startedOn: null,
  closedOn: null,
  advice: null,
  outcome: null,
  carriedOnOn: null,
  changed: null,
  closing: null,
  heldBefore: [],
}

/** The request with more of what the desk knows of it. */
export function withHere(request: ServiceRequest, more: Partial<RequestHere>): ServiceRequest {
  return { ...request, here: { ...(request.here ?? untouched), ...more } }
}

/** Whether CMS2012 has no number of it yet: it was raised here, and is named by its command until an extract has it (IMP-6). */
export const isMadeHere = ({ number, here }: Pick<ServiceRequest, 'number' | 'here'>): boolean =>
  here?.raisedBy != null && isMadeUp(number)

/** A number that the desk made, as a command has it or as it is shown. */
export const isMadeUp = (number: string): boolean =>
  /^(?:new-[0-9a-f]{4}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i.test(number.trim())

/** A specialist's answer that the case owner has not carried on from (SR-7). */
export function isNews({ kind, status, here }: ServiceRequest): boolean {
  if (kind !== 'functionally-unique' || status !== 'Closed') return false
  return here !== null && here.closedOn !== null && here.carriedOnOn === null
}
