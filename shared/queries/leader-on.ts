import type { StaffNumber, TeamId } from '../domain/ids.ts'
import type { OrganisationIndex } from '../domain/organisation-index.ts'
import { absenceOf, leadingOn } from '../domain/standing-in.ts'
import type { PlainDate } from '../domain/time.ts'

/** His who took it on while he is there; else that of whoever leads the team by then (TEAM-2, TEAM-3). */
export const presentOr = (
  number: StaffNumber,
  team: TeamId | null,
  index: OrganisationIndex,
  today: PlainDate,
): StaffNumber | null => (absenceOf(number, index, today) ? leaderOn(team, index, today) : number)

/** Who leads a team on a day; null: it is the segment manager's (TEAM-3). */
export const leaderOn = (
  team: TeamId | null,
  index: OrganisationIndex,
  today: PlainDate,
): StaffNumber | null => (team === null ? null : (leadingOn(team, index, today)[0] ?? null))
