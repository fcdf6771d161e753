import { z } from 'zod'
import { staffNumber, teamId } from '../domain/ids.ts'
import { accept, defineCommand, refuse } from './command.ts'
import { directsTeam, objectionToReason, readsRota, rotaOf } from './rota.ts'

/** The person is back, or will not be away after all; nothing went from him, so nothing comes back (TEAM-2). */
export const endAbsence = defineCommand({
  name: 'end-absence',
  label: 'End absence',
  args: z.strictObject({ team: teamId, staff: staffNumber, from: z.iso.date() }),
  saw: z.strictObject({ until: z.iso.date() }),

  reads: readsRota,
  teamOf: ({ team }) => team,

  authorise({ team }, before, { actor, today }) {
    return directsTeam(actor, team, before.organisation(), today)
      ? undefined
      : 'Only the leader of the team, his deputy and the segment manager can end an absence.'
  },

  decide({ team, staff, from }, { until }, before, context) {
    const objection = objectionToReason(context)
    if (objection) return refuse('not-possible', objection)
    const rota = rotaOf(team, before, context.today)
    const absence = rota.absences.find(each => each.staff === staff && each.from === from)
    if (absence?.to !== until)
      return refuse('changed', 'That absence has been changed, or is over, since you looked.')
    return accept({ ...rota, absences: rota.absences.filter(each => each !== absence) })
  },
})
