import { accept, defineCommand, refuse } from './command.ts'
import {
  isRefusal,
  objectionToIt,
  openRecovery,
  readsRecovery,
  recoveryArgs,
  sawRecovery,
} from './recovery.ts'

/** Local IT has recovered it in CMS2012; the team still assigns or returns it (ORPH-5). */
export const confirmRecovery = defineCommand({
  name: 'confirm-recovery',
  label: 'Recovered in CMS2012',
  args: recoveryArgs,
  saw: sawRecovery,

  reads: readsRecovery,

  authorise: (args, before, { actor }) => objectionToIt(args, before, actor),

  decide(args, saw, before, { actor, now }) {
    const recovery = openRecovery(args, saw, before)
    if (isRefusal(recovery)) return { ok: false, refusal: recovery }
    if (!recovery.acknowledged) return refuse('not-possible', 'Acknowledge it first, with the IT reference.')
    return accept({ ...recovery, end: { kind: 'recovered-by-it', by: actor, at: now, reason: null } })
  },
})
