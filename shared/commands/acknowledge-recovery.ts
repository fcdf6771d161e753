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

export const REFERENCE_LIMIT = 60

export const reference = words.trim().min(1).max(REFERENCE_LIMIT)

/** Local IT takes it on, under its own reference (ORPH-4). */
export const acknowledgeRecovery = defineCommand({
  name: 'acknowledge-recovery',
  label: 'Acknowledge the recovery request',
  args: recoveryArgs.extend({ reference }),
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
