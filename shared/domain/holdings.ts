import type { CaseGroup, ServiceRequest } from './case-group.ts'
import type { StaffNumber } from './ids.ts'
import { isOpenRequest } from './open-work.ts'
import { withHere } from './request-here.ts'
import type { Instant } from './time.ts'

const KEPT = 5

/** The group with those noted who held its open requests until now and do not any more (RTS-8). */
export function noteHoldings(before: CaseGroup | undefined, after: CaseGroup, now: Instant): CaseGroup {
  if (!before || before.serviceRequests === after.serviceRequests) return after
  const held = new Map(before.serviceRequests.map(request => [request.number, request]))
  let noted = false
  const serviceRequests = after.serviceRequests.map(request => {
    // CMS2012 may have numbered it in the same extract that took it from him.
    const was = held.get(request.number) ?? held.get(request.here?.raisedAs ?? request.number)
    if (!was || was.holder === null || was.holder === request.holder || !isOpenRequest(was)) return request
    noted = true
    return left(request, was.holder, now)
  })
  return noted ? { ...after, serviceRequests } : after
}

function left(request: ServiceRequest, by: StaffNumber, until: Instant): ServiceRequest {
  return withHere(request, { heldBefore: [...(request.here?.heldBefore ?? []), { by, until }].slice(-KEPT) })
}

/** Whether he held the request when he acted, and it was taken from him only after that (RTS-8). */
export function heldAt(request: ServiceRequest, by: StaffNumber, at: Instant): boolean {
  const acted = Date.parse(at)
  return (request.here?.heldBefore ?? []).some(
    holding => holding.by === by && Date.parse(holding.until) > acted,
  )
}
