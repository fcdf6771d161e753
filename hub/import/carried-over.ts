import type { CaseGroup, ServiceRequest } from '../../shared/domain/case-group.ts'
import type { SrNumber } from '../../shared/domain/ids.ts'
import type { Incident } from '../../shared/domain/incident.ts'
import { isDetailed, isOpenIncident } from '../../shared/domain/incident-steps.ts'
import { isMadeHere, isMadeUp, withHere } from '../../shared/domain/request-here.ts'

/**
 * The group with the source's numbers on what was raised here and carried into it since, so that it is not there twice:
 * of the same type about the same person, created on that day or later, where exactly one fits and it fits no other.
 */
export function carriedOver(present: CaseGroup, told: readonly ServiceRequest[]): CaseGroup {
  const known = new Set(present.serviceRequests.map(({ number }) => number))
  const listed = new Set(told.map(({ number }) => number))
  const ours = present.serviceRequests.filter(request => isMadeHere(request) && !listed.has(request.number))
  const fresh = told.filter(({ number }) => !known.has(number))
  const twins = ours.length === 0 ? new Map() : twinsOf(ours, fresh)
  return twins.size === 0 ? present : withNumbers(present, twins)
}

type Twins = ReadonlyMap<SrNumber, ServiceRequest>

function twinsOf(ours: readonly ServiceRequest[], fresh: readonly ServiceRequest[]): Twins {
  return new Map(
    ours.flatMap(our => {
      const [twin, another] = fresh.filter(each => isAlike(our, each))
      const isOurs = twin && !another && ours.filter(each => isAlike(each, twin)).length === 1
      return isOurs ? [[our.number, twin] as const] : []
    }),
  )
}

// One that came after ours was closed is new work: nobody carries in what is done.
function isAlike(our: ServiceRequest, { type, kind, raisedAgainst, createdOn }: ServiceRequest): boolean {
  const closedOn = our.here?.closedOn ?? null
  return (
    our.type === type &&
    our.kind === kind &&
    our.raisedAgainst === raisedAgainst &&
    createdOn >= our.createdOn &&
    (closedOn === null || createdOn <= closedOn)
  )
}

function withNumbers(group: CaseGroup, twins: Twins): CaseGroup {
  const serviceRequests = group.serviceRequests.map(request => {
    const twin = twins.get(request.number)
    return twin ? numbered(request, twin) : request
  })
  const incidents = group.incidents.map(incident => {
    const twin = incident.serviceRequest === null ? undefined : twins.get(incident.serviceRequest)
    return twin ? withNumber(incident, twin.number) : incident
  })
  return { ...group, serviceRequests, incidents }
}

/**
 * AAC is told the source's number, save where somebody has given another meanwhile (INC-6). What was told is as it was (INC-13):
 * the record says by itself what it has otherwise.
 */
function withNumber(incident: Incident, serviceRequest: SrNumber): Incident {
  if (isTold(incident)) return { ...incident, serviceRequest }
  const { serviceRequest: told = '', ...details } = incident.details
  const isKnown = told.trim() !== '' && !isMadeUp(told)
  return { ...incident, serviceRequest, details: isKnown ? incident.details : { ...details, serviceRequest } }
}

const isTold = (incident: Incident): boolean =>
  !isDetailed(incident) &&
  (!isOpenIncident(incident) || incident.history.some(({ step }) => step === 'raise-with-aac'))

// The number it had is kept: commands, incidents and a recovery that were begun under it go on.
const numbered = (request: ServiceRequest, twin: ServiceRequest): ServiceRequest =>
  withHere({ ...request, number: twin.number, holder: holderOf(request, twin) }, { raisedAs: request.number })

// A specialist's that waits here the source may have given to somebody; case-owning work follows its group (SR-1).
const holderOf = ({ kind, holder }: ServiceRequest, twin: ServiceRequest) =>
  kind === 'functionally-unique' ? (holder ?? twin.holder) : holder
