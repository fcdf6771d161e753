import type { StaffNumber, TeamId } from '../../../shared/domain/ids.ts'
import type { OrganisationIndex } from '../../../shared/domain/organisation-index.ts'
import type { PlainDate } from '../../../shared/domain/time.ts'
import type { CommandRequest, OutboxEntry } from '../../desk/desk.ts'
import { endAbsenceRequest, endDeputyshipRequest, markAbsentRequest } from '../team/rota-requests.ts'

interface Args {
  readonly team: TeamId
  readonly staff: StaffNumber
  readonly leader: StaffNumber
  readonly from: PlainDate
  readonly to: PlainDate
  readonly replaces: PlainDate | null
}

/**
 * What was asked of a rota, asked of the same absence or deputyship as it is now; undefined: that is over, or it is no
 * change of a rota (TEAM-2, TEAM-3). Dates that somebody else gave meanwhile are changed by hand, by whoever has seen them.
 */
export function rotaAgain(
  { name, args, saw }: OutboxEntry['envelope'],
  index: OrganisationIndex,
): CommandRequest | undefined {
  const asked = args as Args
  const { absences = [], deputyships = [] } = index.rotas.get(asked.team) ?? {}
  const absenceFrom = (day: PlainDate) =>
    absences.find(({ staff, from }) => staff === asked.staff && from === day)
  switch (name) {
    case 'mark-absent': {
      const replaced = asked.replaces === null ? null : absenceFrom(asked.replaces)
      return replaced === undefined ? undefined : markAbsentRequest(asked.team, asked.staff, asked, replaced)
    }
    case 'end-absence': {
      const absence = absenceFrom(asked.from)
      return absence && endAbsenceRequest(asked.team, absence)
    }
    case 'end-deputyship': {
      const { deputy } = saw as { readonly deputy: StaffNumber }
      const deputyship = deputyships.find(
        each => each.leader === asked.leader && each.from === asked.from && each.deputy === deputy,
      )
      return deputyship && endDeputyshipRequest(asked.team, deputyship)
    }
    default:
      return undefined
  }
}
