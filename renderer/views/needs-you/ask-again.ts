import type { MasterCaseNumber, PostNumber, SrNumber } from '../../../shared/domain/ids.ts'
import { requestKeyOf } from '../../../shared/queries/row-key.ts'
import type { CommandRequest, Desk, OutboxEntry } from '../../desk/desk.ts'
import type { Panel } from '../../store/panel.ts'
import { adviceAgain } from '../advice-entry.ts'
import { allDoings } from '../doing/doings.ts'
import { panelAgain } from '../incident-entry.ts'
import { recoveryDoings, recoveryRequestFor } from '../recovery/recovery-doings.ts'
import { reasonObjection } from '../while-with-aac.ts'
import { rotaAgain } from './rota-again.ts'

/** How the same is asked again as things are now: in its form, or at once where it has none. */
export type Again = { readonly words: string } & (
  | { readonly kind: 'panel'; readonly panel: Panel }
  | { readonly kind: 'request'; readonly request: CommandRequest }
)

interface Args {
  readonly masterCaseNumber?: MasterCaseNumber
  readonly request?: SrNumber | null
  readonly post?: PostNumber
}

const ASK = 'Ask again as things are now'

/** Work that is asked for with nothing seen and nothing written. */
const plain = [
  'start-service-request',
  'carry-on',
  'complete-activity',
  'reopen-activity',
  'complete-post',
] as const

/** Undefined: there is nothing left to ask it of. */
export function askAgain(entry: OutboxEntry, desk: Desk): Again | undefined {
  const { envelope } = entry
  const { masterCaseNumber: group, request = null } = Object(envelope.args) as Args
  const isGone = typeof group === 'string' && !desk.replica.caseGroup(group)
  const step = isGone ? undefined : (panelAgain(entry) ?? adviceAgain(entry))
  if (step) return { kind: 'panel', panel: step, words: 'Write it again as things are now' }
  if (envelope.name === 'save-view')
    return { kind: 'panel', panel: { kind: 'views', again: envelope.id }, words: 'Save it again' }
  if (group === undefined) return withoutGroup(envelope, desk)
  const recovery = recoveryAgain(envelope.name, group, request, desk)
  if (recovery) return recovery
  if (isGone) return undefined
  const doing = allDoings.find(({ command }) => command === envelope.name)
  if (doing) return panel({ kind: 'doing', doing: doing.id, groups: [group] })
  if (envelope.name === 'create-service-request') return panel({ kind: 'raise', group, again: envelope.id })
  const name = plain.find(each => each === envelope.name)
  if (name) return atOnce({ name, args: envelope.args, saw: {} }, desk)
  if (request === null) return undefined
  if (envelope.name === 'close-service-request')
    return panel({ kind: 'request', doing: 'close', group, request })
  if (envelope.name === 'assign-service-request')
    return panel({ kind: 'request', doing: 'assign', group, request })
  return undefined
}

/** What names no case group and has nothing to be written. */
function withoutGroup(envelope: OutboxEntry['envelope'], desk: Desk): Again | undefined {
  const { name, args } = envelope
  if (name === 'remove-view' || name === 'name-deputy') return atOnce({ name, args, saw: {} }, desk)
  const index = desk.replica.organisation()
  const asked = index && rotaAgain(envelope, index)
  return asked && atOnce(asked, desk)
}

const atOnce = (request: CommandRequest, desk: Desk): Again | undefined =>
  reasonObjection(desk, request).objection === null ? { kind: 'request', request, words: ASK } : undefined

// Local IT holds no group, so that what it answers is looked for by itself (ORPH-4).
function recoveryAgain(
  command: string,
  masterCaseNumber: MasterCaseNumber,
  request: SrNumber | null,
  desk: Desk,
): Again | undefined {
  const doing = recoveryDoings.find(each => each.command === command)
  const key = request === null ? masterCaseNumber : requestKeyOf(request, masterCaseNumber)
  if (!doing || !recoveryRequestFor(doing, { key, masterCaseNumber, request }, desk, '')) return undefined
  return panel({ kind: 'recovery', doing: doing.id, rows: [key] })
}

const panel = (shown: Panel): Again => ({ kind: 'panel', panel: shown, words: ASK })
