import { z } from 'zod'
import { staffNumber, teamId } from '../domain/ids.ts'
import { accept, defineCommand, refuse } from './command.ts'
import { namesDeputies } from './name-deputy.ts'
import { objectionToReason, readsRota, rotaOf } from './rota.ts'

/** Ends a deputyship at once, or before it began (TEAM-3). */
export const endDeputyship = defineCommand({
  name: 'end-deputyship',
  label: 'End deputyship',
  args: z.strictObject({ team: teamId, leader: staffNumber, from: z.iso.date() }),
  saw: z.strictObject({ deputy: staffNumber }),

  reads: readsRota,
  teamOf: () => null,

  authorise({ team, leader }, before, { actor }) {
    return namesDeputies(actor, leader, team, before.organisation())
      ? undefined
      : 'A team leader ends his own deputy’s time; for other teams the segment manager does.'
  },

  decide({ team, leader, from }, saw, before, context) {
    const objection = objectionToReason(context)
    if (objection) return refuse('not-possible', objection)
    const rota = rotaOf(team, before, context.today)
    const deputyship = rota.deputyships.find(each => each.leader === leader && each.from === from)
    if (deputyship?.deputy !== saw.deputy)
      return refuse('changed', 'That deputyship has been ended, or is over, since you looked.')
    return accept({ ...rota, deputyships: rota.deputyships.filter(each => each !== deputyship) })
  },
})
