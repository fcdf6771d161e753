import type { StaffNumber, TeamId } from '../../../shared/domain/ids.ts'

/** Names the row of somebody in My team: whoever moved has one where he left work behind, too. */
export const loadKeyOf = (team: TeamId, staff: StaffNumber): string => `${team} ${staff}`
