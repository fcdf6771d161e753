import type { OutboxEntry } from '../../desk/desk.ts'

/** How many were refused, and how many still wait; an entry in doubt waits too. */
export function countsOf(outbox: readonly OutboxEntry[]) {
  const refused = outbox.filter(({ state }) => state.kind === 'refused').length
  return { refused, waiting: outbox.length - refused }
}
