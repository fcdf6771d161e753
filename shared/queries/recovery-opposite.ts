import { assertNever } from '../domain/assert-never.ts'
import type { StaffNumber } from '../domain/ids.ts'
import type { RecoveryEndKind, RecoveryRequest } from '../domain/recovery-request.ts'
import type { Instant } from '../domain/time.ts'

/** How the last thing said about a recovery is undone: by asking or withdrawing, or not at all, and why (ORPH-4). */
export type RecoveryOpposite =
  | { readonly kind: 'command'; readonly name: 'request-recovery' | 'withdraw-recovery' }
  | { readonly kind: 'none'; readonly why: string }

interface LastStep {
  readonly kind: RecoveryEndKind | 'asked' | 'acknowledged' | 'chased'
  readonly by: StaffNumber | null
  readonly at: Instant
}

/** The last thing that was said about it. */
export function lastStepOf({ end, chases, acknowledged, ...asked }: RecoveryRequest): LastStep {
  if (end) return end
  const open: readonly LastStep[] = [
    { kind: 'asked', by: asked.requestedBy, at: asked.requestedAt },
    ...(acknowledged ? [{ kind: 'acknowledged' as const, ...acknowledged }] : []),
    ...chases.map(chase => ({ kind: 'chased' as const, ...chase })),
  ]
  return open.reduce((last, step) => (Date.parse(step.at) >= Date.parse(last.at) ? step : last))
}

export function recoveryOpposite(recovery: RecoveryRequest, actor: StaffNumber): RecoveryOpposite {
  const { kind, by } = lastStepOf(recovery)
  if (by !== actor)
    return none('The last thing done to this recovery was not done by you: speak with whoever did it.')
  switch (kind) {
    case 'asked':
      return { kind: 'command', name: 'withdraw-recovery' }
    case 'withdrawn':
      return { kind: 'command', name: 'request-recovery' }
    case 'chased':
      return none(
        'A chase is not unmade: withdraw the request where local IT is to do nothing about it any more.',
      )
    case 'acknowledged':
      return none('The teams have the reference, which stays: confirm the recovery, or refuse it.')
    case 'recovered-by-it':
    case 'refused':
      return none('What local IT answered is kept for good: the team asks anew where it is still needed.')
    case 'assigned':
    case 'returned':
      return none('It ended when the orphan was assigned or returned: undo that in the list where it is now.')
    case 'closed':
      return none('It ended with its case group or service request.')
    default:
      return assertNever(kind)
  }
}

const none = (why: string): RecoveryOpposite => ({ kind: 'none', why })
