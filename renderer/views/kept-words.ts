import { counted } from '../../shared/queries/date-words.ts'
import type { OutboxEntry } from '../desk/desk.ts'

/** Of a change that this device may not have (ACC-3). */
export const WAITS_IN_MEMORY =
  'Not saved on this device, which may not keep it: it is in memory only until the hub has it, and lost if the desk closes before.'

/** What is safe of what was asked and is not done, while the hub takes nothing. Empty: nothing was asked. */
export function safeWords(outbox: readonly OutboxEntry[]): string {
  const passing = outbox.filter(({ state }) => !state.kept).length
  if (outbox.length === 0) return ''
  if (passing === 0) return 'Changes you have made are kept on this device.'
  const others = passing < outbox.length ? ' The others are kept on this device.' : ''
  return `${counted(passing, 'change')} you made ${passing === 1 ? 'is' : 'are'} in memory only, and lost if the desk closes.${others}`
}

/** How long a refused change stays, and when one that waits goes. */
export function stayWords(outbox: readonly OutboxEntry[]): string {
  const refused = outbox.filter(({ state }) => state.kind === 'refused')
  if (refused.length === 0) return 'A change that waits is sent as soon as the hub can be reached.'
  const stays = refused.every(({ state }) => state.kept)
    ? 'A refused change is kept on this device until you deal with it.'
    : 'A refused change stays until you deal with it; one that this device may not keep is lost if the desk closes before.'
  return `${stays} One that waits is sent as soon as the hub can be reached.`
}
