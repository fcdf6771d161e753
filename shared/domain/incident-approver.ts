import type { SegmentName, TeamId } from './ids.ts'
import type { Incident } from './incident.ts'
import { type OrganisationIndex, segmentOf } from './organisation-index.ts'
import { activeWith, leadersOf } from './standing-in.ts'

/**
 * Referred by the leader of its team himself, or by the segment manager, whose team may have no leader there: another
 * team leader of the segment or its manager authorises it, so that all of them are sent it as long as it waits (INC-16).
 */
export function waitsForAnotherLeader(
  { state, raisedBy }: Pick<Incident, 'state' | 'raisedBy'>,
  { team, segment }: { readonly team: TeamId | null; readonly segment: SegmentName },
  index: OrganisationIndex,
): boolean {
  if (state !== 'referred' || team === null) return false
  if (leadersOf(team, index).some(({ number }) => number === raisedBy)) return true
  const manager = activeWith('segment-manager', raisedBy, index)
  return manager !== undefined && segmentOf(manager, index) === segment
}
