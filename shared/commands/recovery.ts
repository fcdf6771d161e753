import { z } from 'zod'
import type { StaffNumber, TeamId } from '../domain/ids.ts'
import { commandId, masterCaseNumber, srNumber } from '../domain/ids.ts'
import { type RecoveryRequest, recoveryIdOf } from '../domain/recovery-request.ts'
import { directsPlace, isLocalIt, managesSegment } from './authority.ts'
import type { Context, DocumentKey, Refusal, Snapshot } from './command.ts'

/** Which orphan: the case group with its case-owning requests, or a specialist's request on it. */
export const recoveryArgs = z.strictObject({ masterCaseNumber, request: srNumber.nullable() })
type RecoveryArgs = z.output<typeof recoveryArgs>

/** Which request for it was looked at: the command that asked. */
export const sawRecovery = z.strictObject({ asked: commandId })
type SawRecovery = z.output<typeof sawRecovery>

/** The request alone: local IT never sees the case group (ORPH-4). */
export const readsRecovery = (args: RecoveryArgs): readonly DocumentKey[] => [
  ['recovery-request', recoveryIdOf(args.masterCaseNumber, args.request)],
  ['organisation', 'organisation'],
]

export function recoveryOf(args: RecoveryArgs, before: Snapshot): RecoveryRequest | undefined {
  return before.aggregate('recovery-request', recoveryIdOf(args.masterCaseNumber, args.request))
}

/** Whose leader asks, chases and withdraws (TEAM-3). */
export const teamOfRecovery = (args: RecoveryArgs, before: Snapshot): TeamId | null =>
  recoveryOf(args, before)?.team ?? null

export function objectionToAsker(
  args: RecoveryArgs,
  before: Snapshot,
  { actor, today }: Context,
): string | undefined {
  const recovery = recoveryOf(args, before)
  if (!recovery || directsPlace(actor, recovery, before.organisation(), today)) return undefined
  return 'Only the leader of the team that misses it and the segment manager can do that.'
}

/** Local IT; in Special Client Records a nominated one, and where nobody is, the segment manager, who asks IT himself. */
export function objectionToIt(args: RecoveryArgs, before: Snapshot, actor: StaffNumber): string | undefined {
  const recovery = recoveryOf(args, before)
  const index = before.organisation()
  if (!recovery || isLocalIt(actor, recovery.sensitive, index)) return undefined
  if (!recovery.sensitive) return 'Only local IT can say that.'
  const someone = index.organisation.staff.some(({ number }) => isLocalIt(number, true, index))
  if (someone) return 'Only a nominated member of local IT can say that.'
  return managesSegment(actor, recovery.segment, index)
    ? undefined
    : 'No member of local IT is nominated, so the segment manager asks IT and says here what came of it.'
}

/** Whether it is still the request that was looked at, and open. */
export function openRecovery(
  args: RecoveryArgs,
  { asked }: SawRecovery,
  before: Snapshot,
): RecoveryRequest | Refusal {
  const recovery = recoveryOf(args, before)
  if (!recovery) return { kind: 'not-found', reason: 'There is no such recovery request.' }
  if (recovery.asked !== asked)
    return { kind: 'changed', reason: 'It has ended since you looked, and was asked for again.' }
  return recovery.end ? { kind: 'changed', reason: endedWords[recovery.end.kind] } : recovery
}

export const isRefusal = (found: RecoveryRequest | Refusal): found is Refusal => 'reason' in found

const endedWords: Readonly<Record<NonNullable<RecoveryRequest['end']>['kind'], string>> = {
  'recovered-by-it': 'It has ended: local IT recovered it in CMS2012.',
  assigned: 'It has ended: it was given to somebody in the desk.',
  returned: 'It has ended: it was returned to its segment in the desk.',
  refused: 'It has ended: local IT refused.',
  withdrawn: 'It has ended: it was withdrawn.',
  closed: 'It has ended: it was closed, so there is nothing left to recover.',
}
