import { chaseDueOn } from '../domain/recovery-dates.ts'
import { longDate } from '../queries/date-words.ts'
import { accept, defineCommand, refuse } from './command.ts'
import {
  isRefusal,
  objectionToAsker,
  openRecovery,
  readsRecovery,
  recoveryArgs,
  sawRecovery,
  teamOfRecovery,
} from './recovery.ts'

/** Reminds local IT, from two working days on (ORPH-4). */
export const chaseRecovery = defineCommand({
  name: 'chase-recovery',
  label: 'Chase IT',
  args: recoveryArgs,
  saw: sawRecovery,

  reads: readsRecovery,

  teamOf: teamOfRecovery,
  authorise: objectionToAsker,

  decide(args, saw, before, { actor, now, today }) {
    const recovery = openRecovery(args, saw, before)
    if (isRefusal(recovery)) return { ok: false, refusal: recovery }
    const { on } = chaseDueOn(recovery, before.organisation())
    if (today < on) return refuse('not-possible', `It can be chased from ${longDate(on)}.`)
    return accept({ ...recovery, chases: [...recovery.chases, { by: actor, at: now }] })
  },
})
