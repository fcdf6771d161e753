import type { CommandId } from '../../shared/domain/ids.ts'
import type { Desk, OutboxEntry } from '../desk/desk.ts'

type Asked = Pick<OutboxEntry['envelope'], 'name' | 'args'>

/** What a refused change and one that asks for the same again have in common; without a case group, all of it. */
function subjectOf({ name, args }: Asked): string {
  const { masterCaseNumber, request, post, type, incident } = Object(args) as Readonly<
    Record<string, unknown>
  >
  return JSON.stringify(
    masterCaseNumber ? [name, masterCaseNumber, request, post, type, incident] : [name, args],
  )
}

/** The last that was refused of the same on the same, so that what was written with it is not written again. */
export function refusedEarlier({ replica }: Desk, asked: Asked): OutboxEntry | undefined {
  const subject = subjectOf(asked)
  return replica
    .outbox()
    .findLast(({ state, envelope }) => state.kind === 'refused' && subjectOf(envelope) === subject)
}

/** Asked again: the earlier refusals of the same are dealt with, where it was stored. */
export async function settleEarlier(desk: Desk, stored: readonly CommandId[]): Promise<void> {
  const ids = new Set(stored)
  const outbox = desk.replica.outbox()
  const again = new Set(
    outbox.filter(({ envelope }) => ids.has(envelope.id)).map(each => subjectOf(each.envelope)),
  )
  for (const { envelope, state } of outbox) {
    if (state.kind !== 'refused' || ids.has(envelope.id) || !again.has(subjectOf(envelope))) continue
    await desk.settle(envelope.id)
  }
}
