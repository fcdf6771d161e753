import type { StaffNumber, TeamId } from './ids.ts'
import type { PlainDate } from './time.ts'

/** Somebody is away, whole days, both included; never why (TEAM-2). */
export interface Absence {
  readonly staff: StaffNumber
  readonly from: PlainDate
  readonly to: PlainDate
}

/** Another team leader of the segment does all that the leader could, whole days, both included (TEAM-3). */
export interface Deputyship {
  readonly leader: StaffNumber
  readonly deputy: StaffNumber
  readonly from: PlainDate
  readonly to: PlainDate
}

/** Who of a team is away and who stands in. One document a team: a day off is not sent with the whole staff. */
export interface Rota {
  readonly kind: 'rota'
  readonly id: TeamId
  readonly absences: readonly Absence[]
  readonly deputyships: readonly Deputyship[]
}
