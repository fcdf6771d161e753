import { overlaps } from '../../../shared/commands/rota.ts'
import type { StaffNumber, TeamId } from '../../../shared/domain/ids.ts'
import type { OrganisationIndex } from '../../../shared/domain/organisation-index.ts'
import type { PlainDate } from '../../../shared/domain/time.ts'
import type { CommandRequest, OutboxEntry } from '../../desk/desk.ts'
import { endAbsenceRequest, endDeputyshipRequest, markAbsentRequest } from '../team/rota-requests.ts'

interface Span {
  readonly from: PlainDate
  readonly to: PlainDate
}

interface Args extends Span {
  readonly team: TeamId
  readonly staff: StaffNumber
  readonly leader: StaffNumber
  readonly replaces: PlainDate | null
}

/** What was asked of a rota, asked of the dates as they are now; undefined: it is over, or no change of a rota (TEAM-2, TEAM-3). */
export function rotaAgain(
  { name, args, saw }: OutboxEntry['envelope'],
  index: OrganisationIndex,
): CommandRequest | undefined {
  const asked = args as Args
  const { absences = [], deputyships = [] } = index.rotas.get(asked.team) ?? {}
  const his = absences.filter(({ staff }) => staff === asked.staff)
  switch (name) {
    case 'mark-absent': {
      const replaced = named(his, asked.replaces, asked)
      return markAbsentRequest(asked.team, asked.staff, asked, replaced ?? null)
    }
    case 'end-absence': {
      const { until } = saw as { readonly until: PlainDate }
      const absence = named(his, asked.from, { from: asked.from, to: until })
      return absence && endAbsenceRequest(asked.team, absence)
    }
    case 'end-deputyship': {
      const deputyship = deputyships.find(
        ({ leader, from }) => leader === asked.leader && from === asked.from,
      )
      return deputyship && endDeputyshipRequest(asked.team, deputyship)
    }
    default:
      return undefined
  }
}

/** The one that begins on that day, or else the one that is on those days by now. */
function named<Each extends Span>(
  spans: readonly Each[],
  from: PlainDate | null,
  days: Span,
): Each | undefined {
  const [only, another] = spans.filter(each => overlaps(each, days))
  return spans.find(each => each.from === from) ?? (another ? undefined : only)
}
