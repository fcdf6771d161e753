import type { TeamId } from './ids.ts'
import type { Incident } from './incident.ts'
import type { OrganisationIndex } from './organisation-index.ts'
import { leadersOf } from './standing-in.ts'

/**
 * Referred by the leader of its team himself: another team leader of the segment or its manager authorises it, so that
 * all of them are sent it as long as it waits (INC-16).
 */
export function waitsForAnotherLeader(
  { state, raisedBy }: Pick<Incident, 'state' | 'raisedBy'>,
  team: TeamId | null,
  index: OrganisationIndex,
): boolean {
  if (state !== 'referred' || team === null) return false
  return leadersOf(team, index).some(({ number }) => number === raisedBy)
}
