import { type CaseGroup, isLive, type ServiceRequest } from './case-group.ts'
import type { SrNumber, StaffNumber } from './ids.ts'
import type { Incident } from './incident.ts'
import { isOpenIncident } from './incident-steps.ts'
import { isOpenRequest } from './open-work.ts'
import type { OrganisationIndex } from './organisation-index.ts'
import { type Orphaning, orphaningOf, requestOrphaningOf } from './orphan.ts'
import { askedNumberOf, type RecoveryEnd, type RecoveryRequest } from './recovery-request.ts'
import { requestNamed } from './request-named.ts'
import { type RequestPlace, requestPlaceOf } from './request-place.ts'
import { type Instant, londonDate } from './time.ts'

/** What a recovery request asks for, lost: the group or case-owning work on it, or a specialist's request (ORPH-1). */
export function lostOf(
  group: CaseGroup,
  request: SrNumber | null,
  index: OrganisationIndex,
): Orphaning | null {
  if (request !== null) {
    const found = specialistRequest(group, request)
    return found ? requestOrphaningOf(found, group, index) : null
  }
  const own = group.serviceRequests.filter(({ kind }) => kind === 'case-owning')
  return (
    orphaningOf(group, index) ??
    own.map(each => requestOrphaningOf(each, group, index)).find(each => each !== null) ??
    null
  )
}

/** Whose it is: the group's team, or the specialist team that was left (ORPH-2). */
export function recoveryPlaceOf(
  group: CaseGroup,
  request: SrNumber | null,
  index: OrganisationIndex,
): RequestPlace {
  const found = request === null ? undefined : specialistRequest(group, request)
  return found ? requestPlaceOf(found, group, index) : { team: group.team, segment: group.segment }
}

/** An incident that is open on the case group, or on the specialist's request that is lost (INC-18). */
export function openIncidentOf(group: CaseGroup, request: SrNumber | null): Incident | null {
  const number = requestNamed(group, request)?.number ?? request
  const isOn = ({ serviceRequest }: Incident) => number === null || serviceRequest === number
  return group.incidents.find(incident => isOpenIncident(incident) && isOn(incident)) ?? null
}

/**
 * The request after its group changed: it goes where the group went, out of the sight of all others when that became
 * nationally sensitive (ORPH-7), and ends with the orphanhood (ORPH-5). The same value where nothing of it changed.
 */
export function followRecovery(
  recovery: RecoveryRequest,
  group: CaseGroup,
  index: OrganisationIndex,
  { by, at }: { readonly by: StaffNumber | null; readonly at: Instant },
): RecoveryRequest {
  const { sensitive } = group
  // One that has ended stays where it is read; only who may read it at all can change.
  if (recovery.end && index.segments.has(recovery.segment))
    return recovery.sensitive === sensitive ? recovery : { ...recovery, sensitive }
  const request = askedNumberOf(recovery)
  const { team, segment } = recoveryPlaceOf(group, request, index)
  if (recovery.end) return { ...recovery, sensitive, team, segment }
  const serviceRequest = withNumber(recovery, group)
  const passes = sensitive && !recovery.sensitive
  const kind = endOf(recovery, group, passes, index)
  const holder = passes ? holderOf(recovery, group) : recovery.holder
  const end: RecoveryEnd | null = kind && { kind, by, at, reason: null }
  const incidentOpen = openIncidentOf(group, request) !== null
  const same =
    end === null &&
    recovery.incidentOpen === incidentOpen &&
    recovery.sensitive === sensitive &&
    recovery.team === team &&
    recovery.segment === segment &&
    recovery.holder === holder &&
    recovery.serviceRequest === serviceRequest
  return same
    ? recovery
    : { ...recovery, serviceRequest, sensitive, incidentOpen, team, segment, holder, end }
}

// Local IT knows a request by its number in CMS2012; the record stays the one that was asked for (IMP-6).
function withNumber(
  { serviceRequest }: RecoveryRequest,
  group: CaseGroup,
): RecoveryRequest['serviceRequest'] {
  const number = serviceRequest && specialistRequest(group, serviceRequest.number)?.number
  if (!number || number === serviceRequest.number) return serviceRequest
  return { ...serviceRequest, number, askedAs: serviceRequest.askedAs ?? serviceRequest.number }
}

function endOf(
  recovery: RecoveryRequest,
  group: CaseGroup,
  passes: boolean,
  index: OrganisationIndex,
): RecoveryEnd['kind'] | null {
  const request = askedNumberOf(recovery)
  if (lostOf(group, request, index)) return null
  const open = request === null || isOpen(specialistRequest(group, request))
  if (!isLive(group) || !open || wasClosed(recovery, group)) return 'closed'
  if (holderOf(recovery, group) !== null) return 'assigned'
  // Rank 1 took it from everybody, which is not to recover it: that is SCR's to do (ORPH-7).
  return passes || recovery.holder === null ? null : 'returned'
}

// Case-owning work that somebody else left on a group which has its holder still: nobody was given it since, so that
// what ended is the work.
function wasClosed({ serviceRequest, holder, requestedAt }: RecoveryRequest, group: CaseGroup): boolean {
  if (serviceRequest !== null || group.holder === holder) return false
  const since = londonDate(requestedAt)
  const own = group.serviceRequests.filter(({ kind }) => kind === 'case-owning')
  const days = [group.assignedOn, ...own.map(({ here }) => here?.assignedOn ?? null)]
  if (days.some(day => day !== null && day >= since)) return false
  return own.some(request => request.holder === holder && !isOpenRequest(request))
}

const holderOf = ({ serviceRequest }: RecoveryRequest, group: CaseGroup): StaffNumber | null =>
  serviceRequest === null ? group.holder : (specialistRequest(group, serviceRequest.number)?.holder ?? null)

function specialistRequest(group: CaseGroup, number: SrNumber): ServiceRequest | undefined {
  const found = requestNamed(group, number)
  return found?.kind === 'functionally-unique' ? found : undefined
}

const isOpen = (request: ReturnType<typeof specialistRequest>) =>
  request !== undefined && isOpenRequest(request)
