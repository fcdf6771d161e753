import type { CommandId, MasterCaseNumber, SrNumber } from '../../../shared/domain/ids.ts'
import { numberWords } from '../../../shared/queries/date-words.ts'
import { requestKeyOf } from '../../../shared/queries/row-key.ts'
import type { CommandRequest, Desk, EntryState, OutboxEntry } from '../../desk/desk.ts'
import type { Receipt } from '../../store/panel.ts'
import { isAboutRecovery } from '../recovery/recovery-doings.ts'

type Performed = Pick<Awaited<ReturnType<Desk['perform']>>, 'stored' | 'refused'>

/** What was asked, row by row, with the command that each became. */
export function receiptOf(
  doing: Receipt['doing'],
  requests: readonly CommandRequest[],
  { stored, refused }: Performed,
  outbox: readonly OutboxEntry[],
): Receipt {
  const commands = new Map<string, CommandId>()
  const ids = new Set(stored)
  for (const { envelope } of outbox) {
    if (ids.has(envelope.id)) commands.set(rowOf(envelope), envelope.id)
  }
  const refusals = refused.flatMap(decision => (decision.ok ? [] : [decision.refusal.reason]))
  const asked = requests.map(request => {
    const row = rowOf(request)
    const command = commands.get(row) ?? null
    const refusal = command === null ? (refusals.shift() ?? 'It was refused.') : null
    return { row, command, refusal }
  })
  return { doing, asked }
}

interface About {
  readonly masterCaseNumber: MasterCaseNumber
  readonly request?: SrNumber | null
}

/** A case group; of what is recovered or assigned by itself, its service request. */
function rowOf({ name, args }: Pick<CommandRequest, 'args'> & { readonly name: string }): string {
  const { masterCaseNumber, request } = args as About
  return request && isAboutRequest(name) ? requestKeyOf(request, masterCaseNumber) : masterCaseNumber
}

const isAboutRequest = (command: string) => isAboutRecovery(command) || command === 'assign-service-request'

export type Fate =
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'in-doubt'; readonly reason: string; readonly kept: boolean }
  | { readonly kind: 'waiting'; readonly kept: boolean }
  | { readonly kind: 'done' | 'taken-back' }

/** What became of one command: as the outbox says; what is in it no more was taken back, or the hub accepted it. */
export function fateOf(state: EntryState | undefined, refusal: string | null, takenBack: boolean): Fate {
  if (refusal !== null) return { kind: 'refused', reason: refusal }
  if (!state) return { kind: takenBack ? 'taken-back' : 'done' }
  if (state.kind === 'refused') return { kind: 'refused', reason: state.result.refusal.reason }
  return state
}

const order: Readonly<Record<Fate['kind'], number>> = {
  refused: 0,
  'in-doubt': 1,
  waiting: 2,
  'taken-back': 3,
  done: 4,
}

export const failuresFirst = (a: Fate, b: Fate) => order[a.kind] - order[b.kind]

const IN_MEMORY = 'Not saved on this device, which may not keep it; waits in memory to be sent.'

/** What became of one, in a sentence. */
export function fateWords(fate: Fate): string {
  switch (fate.kind) {
    case 'refused':
      return `Refused. ${fate.reason}`
    case 'in-doubt':
      return `In doubt: ${fate.reason} It is still sent.${fate.kept ? '' : ` ${IN_MEMORY}`}`
    case 'waiting':
      return fate.kept ? 'Saved on this device; waits to be sent.' : IN_MEMORY
    case 'taken-back':
      return 'Taken back.'
    case 'done':
      return 'Done: the hub has it.'
  }
}

/** `2 refused, 3 waiting to be sent.` */
export function summary(fates: readonly Fate[]): string {
  const count = (...kinds: readonly Fate['kind'][]) => fates.filter(({ kind }) => kinds.includes(kind)).length
  const parts = [
    [count('refused'), 'refused'],
    [count('waiting', 'in-doubt'), 'waiting to be sent'],
    [count('taken-back'), 'taken back'],
    [count('done'), 'done'],
  ] as const
  const said = parts
    .filter(([number]) => number > 0)
    .map(([number, word]) => `${numberWords(number)} ${word}`)
  return `${said.join(', ')}.`
}
