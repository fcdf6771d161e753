import { accept, defineCommand } from './command.ts'
import {
  isRefusal,
  objectionToAsker,
  openRecovery,
  readsRecovery,
  recoveryArgs,
  sawRecovery,
  teamOfRecovery,
} from './recovery.ts'

/** Whoever asked needs it no more. */
export const withdrawRecovery = defineCommand({
  name: 'withdraw-recovery',
  label: 'Withdraw the request to IT',
  args: recoveryArgs,
  saw: sawRecovery,

  reads: readsRecovery,

  teamOf: teamOfRecovery,
  authorise: objectionToAsker,

  decide(args, saw, before, { actor, now }) {
    const recovery = openRecovery(args, saw, before)
    return isRefusal(recovery)
      ? { ok: false, refusal: recovery }
      : accept({ ...recovery, end: { kind: 'withdrawn', by: actor, at: now, reason: null } })
  },
})
