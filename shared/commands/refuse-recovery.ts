import { accept, defineCommand, refuse } from './command.ts'
import {
  isRefusal,
  objectionToIt,
  openRecovery,
  readsRecovery,
  recoveryArgs,
  sawRecovery,
} from './recovery.ts'

/** Local IT will not recover it, and says why (ORPH-4). */
export const refuseRecovery = defineCommand({
  name: 'refuse-recovery',
  label: 'Refuse to recover',
  args: recoveryArgs,
  saw: sawRecovery,

  reads: readsRecovery,

  authorise: (args, before, { actor }) => objectionToIt(args, before, actor),

  decide(args, saw, before, { actor, now, reason }) {
    const recovery = openRecovery(args, saw, before)
    if (isRefusal(recovery)) return { ok: false, refusal: recovery }
    if (!recovery.acknowledged) return refuse('not-possible', 'Acknowledge it first, with the IT reference.')
    if (!reason) return refuse('not-possible', 'Say why: the team has to know what to do instead.')
    return accept({ ...recovery, end: { kind: 'refused', by: actor, at: now, reason } })
  },
})
