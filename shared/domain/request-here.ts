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

/** A specialist's answer that the case owner has not carried on from (SR-7). */
export function isNews({ kind, status, here }: ServiceRequest): boolean {
  if (kind !== 'functionally-unique' || status !== 'Closed') return false
  return here !== null && here.closedOn !== null && here.carriedOnOn === null
}
