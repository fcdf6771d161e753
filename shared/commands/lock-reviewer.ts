import type { CaseGroup } from '../domain/case-group.ts'
import type { StaffNumber } from '../domain/ids.ts'
import { LEADERS_RENEWALS } from '../domain/lock.ts'
import type { OrganisationIndex } from '../domain/organisation-index.ts'
import type { PlainDate } from '../domain/time.ts'
import { leadsInSegment, leadsTeam, managesSegment } from './authority.ts'

/** Who may not review it, and who may instead (LOCK-8, LOCK-11, LOCK-12, INC-16). */
export function objectionToReviewer(
  actor: StaffNumber,
  group: CaseGroup,
  index: OrganisationIndex,
  today: PlainDate,
): string | undefined {
  const { by = null, reviews = [] } = group.lock ?? {}
  if (by === actor)
    return 'Nobody reviews a lock he set: another team leader of the segment or the segment manager does.'
  if (managesSegment(actor, group.segment, index)) return undefined
  if (!leadsTeam(actor, group.team, index, today) && !standsIn(actor, by, group, index, today))
    return 'Only the leader of the group’s team and the segment manager review its lock.'
  return reviews.length >= LEADERS_RENEWALS
    ? `It has been renewed ${reviews.length} times; only the segment manager renews it again.`
    : undefined
}

// The leader of the group's team set it himself: any other of the segment may review it (INC-16).
function standsIn(
  actor: StaffNumber,
  setter: StaffNumber | null,
  { team, segment }: CaseGroup,
  index: OrganisationIndex,
  today: PlainDate,
): boolean {
  return setter !== null && leadsTeam(setter, team, index, today) && leadsInSegment(actor, segment, index)
}
