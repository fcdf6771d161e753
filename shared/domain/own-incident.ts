import type { IncidentId, SegmentName, TeamId } from './ids.ts'
import type { Incident } from './incident.ts'

/** An incident that affects no case: its raiser's team has it, wherever he goes. */
export interface OwnIncident {
  readonly kind: 'incident'
  readonly id: IncidentId
  readonly incident: Incident
  readonly team: TeamId
  readonly segment: SegmentName
}
