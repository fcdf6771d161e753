import type { CommandId } from '../../shared/domain/ids.ts'
import type { Desk, OutboxEntry } from '../desk/desk.ts'

type Asked = Pick<OutboxEntry['envelope'], 'name' | 'args'>

// What names one thing of a case group; the rest of the args is what was asked about it.
const subjects = [
  'masterCaseNumber',
  'request',
  'sequence',
  'post',
  'incident',
  'type',
  'raisedAgainst',
  'case',
] as const

/** What a refused change and one that asks for the same again have in common; without a case group, all of it. */
function subjectOf({ name, args }: Asked): string {
  const said = Object(args) as Partial<Record<(typeof subjects)[number], unknown>>
  return JSON.stringify(said.masterCaseNumber ? [name, ...subjects.map(each => said[each])] : [name, args])
}

/** The last that was refused of the same on the same, so that what was written with it is not written again. */
export function refusedEarlier({ replica }: Desk, asked: Asked): OutboxEntry | undefined {
  const subject = subjectOf(asked)
  return replica
    .outbox()
    .findLast(({ state, envelope }) => state.kind === 'refused' && subjectOf(envelope) === subject)
}

/**
 * What the last refused of each said, where each has one and all said the same: what was written about one is not shown
 * with others. Undefined: there is no such thing.
 */
export function refusedAlike<Said>(
  { replica }: Desk,
  asked: readonly Asked[],
  saidIn: (envelope: OutboxEntry['envelope']) => Said,
): Said | undefined {
  const refused = replica.outbox().filter(({ state }) => state.kind === 'refused')
  if (refused.length === 0) return undefined
  const last = new Map(refused.map(({ envelope }) => [subjectOf(envelope), envelope]))
  const earlier = asked.flatMap(each => last.get(subjectOf(each)) ?? []).map(saidIn)
  const isSame = (said: Said) => JSON.stringify(said) === JSON.stringify(earlier[0])
  return earlier.length === asked.length && earlier.every(isSame) ? earlier[0] : undefined
}

// Another of the same is not the refused one again: which one is, only whoever opened that says (`dealWith`).
const makesAnother = ({ name }: Asked) => name === 'create-service-request'

/** Asked again: the earlier refusals of the same are dealt with, where it was stored. */
export async function settleEarlier(desk: Desk, stored: readonly CommandId[]): Promise<void> {
  const ids = new Set(stored)
  const outbox = desk.replica.outbox()
  const again = new Set(
    outbox
      .filter(({ envelope }) => ids.has(envelope.id) && !makesAnother(envelope))
      .map(each => subjectOf(each.envelope)),
  )
  for (const { envelope, state } of outbox) {
    if (state.kind !== 'refused' || ids.has(envelope.id) || !again.has(subjectOf(envelope))) continue
    await dealWith(desk, envelope.id)
  }
}

/** It is asked again or dismissed: what was begun of asking it again goes with it. */
export async function dealWith({ drafts, settle }: Desk, id: CommandId): Promise<void> {
  await settle(id)
  for (const { place } of drafts.all()) if (place.endsWith(againIn(id))) drafts.forget(place)
}

/** Where a form that asks for something keeps its draft; that which asks again keeps its own, over the refused text. */
export const draftPlace = (place: string, again: CommandId | undefined): string =>
  again === undefined ? place : `${place}${againIn(again)}`

const againIn = (id: CommandId) => `/again/${id}`
