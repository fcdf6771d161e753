import type { StaffNumber, TeamId } from '../../../shared/domain/ids.ts'
import type { Absence, Deputyship } from '../../../shared/domain/rota.ts'
import type { PlainDate } from '../../../shared/domain/time.ts'
import type { CommandRequest } from '../../desk/desk.ts'

export interface Dates {
  readonly from: PlainDate
  readonly to: PlainDate
}

/** Marks somebody absent; with an absence given, changes its dates. */
export const markAbsentRequest = (
  team: TeamId,
  staff: StaffNumber,
  { from, to }: Dates,
  replaced: Absence | null,
): CommandRequest => ({
  name: 'mark-absent',
  args: { team, staff, from, to, replaces: replaced?.from ?? null },
  saw: { until: replaced?.to ?? null },
})

export const endAbsenceRequest = (team: TeamId, { staff, from, to }: Absence): CommandRequest => ({
  name: 'end-absence',
  args: { team, staff, from },
  saw: { until: to },
})

export const nameDeputyRequest = (
  team: TeamId,
  leader: StaffNumber,
  deputy: StaffNumber,
  { from, to }: Dates,
): CommandRequest => ({ name: 'name-deputy', args: { team, leader, deputy, from, to }, saw: {} })

export const endDeputyshipRequest = (team: TeamId, { leader, from, deputy }: Deputyship): CommandRequest => ({
  name: 'end-deputyship',
  args: { team, leader, from },
  saw: { deputy },
})
