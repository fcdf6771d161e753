import { accept, defineCommand, refuse } from './command.ts'
import { words } from './envelope.ts'
import {
  isRefusal,
  objectionToIt,
  openRecovery,
  readsRecovery,
  recoveryArgs,
  sawRecovery,
} from './recovery.ts'

const REFERENCE_LIMIT = 60

/** Local IT takes it on, under its own reference (ORPH-4). */
export const acknowledgeRecovery = defineCommand({
  name: 'acknowledge-recovery',
  label: 'Acknowledge',
  args: recoveryArgs.extend({ reference: words.trim().min(1).max(REFERENCE_LIMIT) }),
  saw: sawRecovery,

  reads: readsRecovery,

  authorise: (args, before, { actor }) => objectionToIt(args, before, actor),

  decide(args, saw, before, { actor, now }) {
    const recovery = openRecovery(args, saw, before)
    if (isRefusal(recovery)) return { ok: false, refusal: recovery }
    if (recovery.acknowledged)
      return refuse('changed', `It is acknowledged already, as ${recovery.acknowledged.reference}.`)
    return accept({ ...recovery, acknowledged: { by: actor, at: now, reference: args.reference } })
  },
})
