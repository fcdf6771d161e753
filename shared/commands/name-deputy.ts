import { z } from 'zod'
import { type StaffNumber, staffNumber, type TeamId } from '../domain/ids.ts'
import { type OrganisationIndex, segmentOf } from '../domain/organisation-index.ts'
import type { Deputyship, Rota } from '../domain/rota.ts'
import { activeWith, mayLeadIn } from '../domain/standing-in.ts'
import { managesSegment } from './authority.ts'
import { accept, defineCommand, refuse } from './command.ts'
import {
  objectionToDates,
  objectionToReason,
  overlaps,
  readsRota,
  rotaArgs,
  rotaOf,
  spanWords,
} from './rota.ts'

const args = rotaArgs.extend({ leader: staffNumber, deputy: staffNumber })
type Args = z.output<typeof args>

/** Names another team leader of the segment who, within the dates, does all that the leader could (TEAM-3). */
export const nameDeputy = defineCommand({
  name: 'name-deputy',
  label: 'Name deputy',
  args,
  saw: z.strictObject({}),

  reads: readsRota,
  // Nobody names his own deputy in somebody else's place.
  teamOf: () => null,

  authorise({ team, leader }, before, { actor }) {
    return namesDeputies(actor, leader, team, before.organisation())
      ? undefined
      : 'A team leader names his own deputy; for other teams the segment manager does.'
  },

  decide({ team, leader, deputy, from, to }, _, before, context) {
    const index = before.organisation()
    const deputyship: Deputyship = { leader, deputy, from, to }
    const objection =
      objectionToReason(context) ??
      objectionToPeople({ team, leader, deputy }, index) ??
      objectionToDates(deputyship, context) ??
      objectionToAbsentee(deputyship, index)
    if (objection) return refuse('not-possible', objection)
    const rota = rotaOf(team, before, context.today)
    const clash = rota.deputyships.find(each => each.leader === leader && overlaps(each, deputyship))
    if (clash)
      return refuse(
        'changed',
        `${index.staff.get(clash.deputy)?.name} is deputy ${spanWords(clash)} already; end that first, or choose other dates.`,
      )
    const deputyships = [...rota.deputyships, deputyship].sort((a, b) => (a.from < b.from ? -1 : 1))
    return accept({ ...rota, deputyships } satisfies Rota)
  },
})

/** A team leader for himself, the segment manager for any team of his (TEAM-3). */
export function namesDeputies(
  actor: StaffNumber,
  leader: StaffNumber,
  team: TeamId,
  index: OrganisationIndex,
): boolean {
  if (actor === leader) return activeWith('team-leader', actor, index)?.team === team
  const segment = index.teams.get(team)?.segment
  return segment !== undefined && managesSegment(actor, segment, index)
}

function objectionToPeople(
  { team, leader, deputy }: Pick<Args, 'team' | 'leader' | 'deputy'>,
  index: OrganisationIndex,
): string | undefined {
  if (activeWith('team-leader', leader, index)?.team !== team)
    return 'That person does not lead the team any more; without a leader it is the segment manager’s.'
  const other = activeWith('team-leader', deputy, index)
  const segment = index.teams.get(team)?.segment
  if (!other || segmentOf(other, index) !== segment) return 'Choose another team leader of the segment.'
  // Somebody else would be sent nothing of it, and the team would count as led (ACC-3).
  if (!mayLeadIn(other, segment, index))
    return `${other.name} is not nominated for Special Client Records; choose somebody who is, or leave it to the segment manager.`
  return other.team === team
    ? 'That person leads the team already; choose the leader of another team.'
    : undefined
}

function objectionToAbsentee(deputyship: Deputyship, index: OrganisationIndex): string | undefined {
  const { deputy } = deputyship
  const absence = index.absences.get(deputy)?.find(each => overlaps(each, deputyship))
  return (
    absence &&
    `${index.staff.get(deputy)?.name} is away ${spanWords(absence)}; choose somebody else, or other dates.`
  )
}
