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

  // After a move it stands in the rota of the team that was left; whoever leads him now ends it too.
  authorise({ team, staff }, before, { actor, today }) {
    const index = before.organisation()
    const now = index.staff.get(staff)?.team ?? team
    return directsTeam(actor, team, index, today) || directsTeam(actor, now, index, today)
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
