import type { CommandName } from '../../../shared/commands/commands.ts'
import { lostOf } from '../../../shared/domain/follow-recovery.ts'
import type { MasterCaseNumber, SrNumber } from '../../../shared/domain/ids.ts'
import { type RecoveryRequest, recoveryIdOf } from '../../../shared/domain/recovery-request.ts'
import { firstNumberOf, requestNamed } from '../../../shared/domain/request-named.ts'
import { counted } from '../../../shared/queries/date-words.ts'
import { groupOfRow, itemOfRow, requestKeyOf } from '../../../shared/queries/row-key.ts'
import type { CommandRequest, Desk, Replica } from '../../desk/desk.ts'
import type { RecoveryDoing } from '../../store/panel.ts'

/** One orphan: a case group with its case-owning requests, or a specialist's request on it. */
export interface Target {
  readonly key: string
  readonly masterCaseNumber: MasterCaseNumber
  readonly request: SrNumber | null
}

/** One thing a person can do about the recovery of orphans, on top of its command. */
export interface RecoveryDoingKind {
  readonly id: RecoveryDoing
  readonly command: CommandName
  readonly key: string
  /** What it is called for the focused one alone. */
  readonly name: string
  /** Where nothing around it says that it is about a recovery, as its command is called. */
  readonly fullName?: string
  /** `Confirm 3 recoveries`. */
  readonly verb: string
  readonly noun: readonly [one: string, more: string]
  /** What has to be written. */
  readonly writes: 'reference' | 'reason' | null
  /** What is said under the heading. */
  readonly note: string
}

export const recoveryDoings: readonly RecoveryDoingKind[] = [
  {
    id: 'ask-recovery',
    command: 'request-recovery',
    key: 'i',
    name: 'Ask IT to recover',
    verb: 'Ask IT to recover',
    noun: ['orphan', 'orphans'],
    writes: null,
    note: 'Local IT gets the numbers, the team and the staff number of who left; no name of a client, and no words of yours.',
  },
  {
    id: 'chase-recovery',
    command: 'chase-recovery',
    key: 'q',
    name: 'Chase IT',
    verb: 'Chase IT for',
    noun: ['orphan', 'orphans'],
    writes: null,
    note: 'Local IT finds it at the head of its list.',
  },
  {
    id: 'withdraw-recovery',
    command: 'withdraw-recovery',
    key: 'e',
    name: 'Withdraw request',
    fullName: 'Withdraw the request to IT',
    verb: 'Withdraw',
    noun: ['request', 'requests'],
    writes: null,
    note: 'Local IT is told that nothing is to be done any more.',
  },
  {
    id: 'acknowledge-recovery',
    command: 'acknowledge-recovery',
    key: 'y',
    name: 'Acknowledge',
    fullName: 'Acknowledge the recovery request',
    verb: 'Acknowledge',
    noun: ['request', 'requests'],
    writes: 'reference',
    note: 'The teams see the reference.',
  },
  {
    id: 'confirm-recovery',
    command: 'confirm-recovery',
    key: '.',
    name: 'Confirm recovery',
    fullName: 'Confirm recovery: recovered in CMS2012',
    verb: 'Confirm',
    noun: ['recovery', 'recoveries'],
    writes: null,
    note: 'It is back in CMS2012. The teams are told, and assign or return what is theirs.',
  },
  {
    id: 'refuse-recovery',
    command: 'refuse-recovery',
    key: 't',
    name: 'Refuse recovery',
    fullName: 'Refuse to recover',
    verb: 'Refuse',
    noun: ['recovery', 'recoveries'],
    writes: 'reason',
    note: 'The teams see the reason and have to do something else.',
  },
]

export const isRecoveryDoing = (id: string): id is RecoveryDoing =>
  recoveryDoings.some(doing => doing.id === id)

export const isAboutRecovery = (command: string): boolean =>
  recoveryDoings.some(doing => doing.command === command)

export function recoveryDoingOf(id: RecoveryDoing): RecoveryDoingKind {
  const found = recoveryDoings.find(doing => doing.id === id)
  if (!found) throw new Error(`Nobody does ${id}.`)
  return found
}

/** `Ask IT to recover 23 orphans`. */
export const recoveryName = ({ verb, noun }: RecoveryDoingKind, count: number): string =>
  `${verb} ${counted(count, ...noun)}`

/** The orphans of some rows, each once: a case-owning request comes back with its group. */
export function targetsOf(rows: readonly string[], { replica }: Desk): readonly Target[] {
  const targets = rows.map((row): Target => {
    const masterCaseNumber = groupOfRow(row)
    const item = itemOfRow(row)
    const request = item?.kind === 'request' ? item.number : null
    const found = requestNamed(replica.caseGroup(masterCaseNumber), request)
    // Local IT sees no group: what it was sent by number is a specialist's.
    if (request === null || found?.kind === 'case-owning')
      return { key: masterCaseNumber, masterCaseNumber, request: null }
    return {
      key: requestKeyOf(request, masterCaseNumber),
      masterCaseNumber,
      request: found ? firstNumberOf(found) : askedNumber(masterCaseNumber, request, replica),
    }
  })
  return [...new Map(targets.map(target => [target.key, target])).values()]
}

// Without its group, the number it was asked for by is known to the request alone.
function askedNumber(id: MasterCaseNumber, request: SrNumber, { aggregates }: Replica): SrNumber {
  const recoveries = aggregates('recovery-request')
  if (recoveries.has(recoveryIdOf(id, request))) return request
  const isIt = ({ masterCaseNumber, serviceRequest }: RecoveryRequest) =>
    masterCaseNumber === id && serviceRequest?.number === request
  return [...recoveries.values()].find(isIt)?.serviceRequest?.askedAs ?? request
}

/** What the command is asked with, as its person sees things now; undefined: there is nothing of the kind. */
export function recoveryRequestFor(
  { command, writes }: RecoveryDoingKind,
  { masterCaseNumber, request }: Target,
  { replica }: Desk,
  written: string,
): CommandRequest | undefined {
  const args = { masterCaseNumber, request, ...(writes === 'reference' ? { reference: written } : {}) }
  if (command === 'request-recovery') {
    const group = replica.caseGroup(masterCaseNumber)
    const index = replica.organisation()
    const lost = group && index ? lostOf(group, request, index) : null
    return lost ? { name: command, args, saw: { holder: lost.holder } } : undefined
  }
  const recovery = replica.aggregates('recovery-request').get(recoveryIdOf(masterCaseNumber, request))
  return recovery && { name: command, args, saw: { asked: recovery.asked } }
}

// Whether it could be done at all is asked as if it were written: the form asks for the real one.
export const SOMETHING_WRITTEN = 'To be written'

const nothing: Readonly<Record<'asking' | 'asked', string>> = {
  asking: 'It is not orphaned.',
  asked: 'IT has not been asked for it.',
}

/** Null: it can be done to one at least. */
export function whyNotRecover(
  doing: RecoveryDoingKind,
  targets: readonly Target[],
  desk: Desk,
): string | null {
  let why = 'Choose an orphan first.'
  for (const target of targets) {
    const request = recoveryRequestFor(doing, target, desk, SOMETHING_WRITTEN)
    if (request) {
      const decision = desk.preview(request, SOMETHING_WRITTEN)
      if (decision.ok) return null
      why = decision.refusal.reason
    } else why = nothing[doing.command === 'request-recovery' ? 'asking' : 'asked']
    // Of several, the panel says it of each.
    if (targets.length > 1) return null
  }
  return why
}
