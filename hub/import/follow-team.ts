import type { Aggregate } from '../../shared/domain/aggregate.ts'
import { type OrganisationIndex, segmentOf } from '../../shared/domain/organisation-index.ts'
import type { OwnIncident } from '../../shared/domain/own-incident.ts'

/** An incident without a case is where its team is now, so that somebody can authorise it; without its team, where its raiser is (INC-16). */
export function followTeam(aggregate: Aggregate, index: OrganisationIndex): Aggregate {
  return aggregate.kind === 'incident' ? withTeam(aggregate, index) : aggregate
}

function withTeam(own: OwnIncident, index: OrganisationIndex): OwnIncident {
  const segment = index.teams.get(own.team)?.segment
  if (segment) return segment === own.segment ? own : { ...own, segment }
  const raiser = index.staff.get(own.incident.raisedBy)
  const now = raiser ? segmentOf(raiser, index) : null
  return now !== null && raiser?.team ? { ...own, team: raiser.team, segment: now } : own
}
