import type { DocumentKey } from '../../shared/commands/command.ts'
import { readsOf } from '../../shared/commands/run.ts'
import { documentName } from '../../shared/domain/aggregate.ts'
import type { ClientId } from '../../shared/domain/ids.ts'
import type { OrganisationIndex } from '../../shared/domain/organisation-index.ts'
import { type Instant, londonDate, type PlainDate } from '../../shared/domain/time.ts'
import { grantsOf } from '../../shared/sync/buckets.ts'
import { PROTOCOL } from '../../shared/sync/protocol-version.ts'
import type { CommandResult, PushReply, PushRequest } from '../../shared/sync/push.ts'
import { ask } from '../database/ask.ts'
import type { HubTransaction } from '../database/database.ts'
import { transact } from '../database/transact.ts'
import { Refusal } from '../http/refusal.ts'
import type { Hub } from '../hub.ts'
import { personMark, type Telling } from '../operations/person-mark.ts'
import type { Session } from '../session/session.ts'
import { lockCaseGroups } from '../store/load-case-groups.ts'
import { holdOrganisation, organisationOf, organisationStamps } from '../store/load-organisation.ts'
import { openVersion } from '../store/open-version.ts'
import { type Decided, decideCommands, type Facts } from './decide-commands.ts'
import { exceptionsAfter } from './exceptions-after.ts'
import { type Documents, groupsAmong, lockDocuments } from './lock-documents.ts'
import { lockClients, resultsById, storeResults } from './push-client.ts'

type Commands = PushRequest['commands']

export interface Asked {
  readonly session: Session
  readonly request: PushRequest
  /** Who may do what is otherwise after it. */
  readonly changesOrganisation: boolean
}

export const asked = (session: Session, request: PushRequest): Asked => ({
  session,
  request,
  changesOrganisation: keysOf(request.commands).some(changesOrganisation),
})

/** What of a push has not come before. */
interface Fresh extends Asked {
  readonly commands: Commands
  /** That of its last command, or of what came before. */
  readonly lastSeq: number
}

// No more commands are taken together: whoever waits for one waits for all.
const TOGETHER = 100

/** Whether a push may share a transaction: a person's follow one another, and what says who may do what comes alone. */
export function fitsBeside(one: Asked, others: readonly Asked[]): boolean {
  const all = [one, ...others]
  const count = all.reduce((sum, { request }) => sum + request.commands.length, 0)
  const { staffNumber, clientId } = one.request
  return (
    count <= TOGETHER &&
    !all.some(each => each.changesOrganisation) &&
    others.every(({ request }) => request.staffNumber !== staffNumber && request.clientId !== clientId)
  )
}

const keysOf = (commands: Commands) => commands.flatMap(({ envelope }) => readsOf(envelope))

// A rota says who may do what, so whoever writes one holds it as an import holds the organisation.
const changesOrganisation = ([kind]: DocumentKey) => kind === 'rota'

/**
 * Takes pushes that fit beside each other (`fitsBeside`), one after the other, in one transaction and as one version.
 * What has come before is passed over, a gap is refused whole; a command that is refused counts as taken. Locks: the
 * organisation, the people, their clients, the groups in the order of their numbers, the aggregates in the order of
 * theirs, the data exceptions of what moves, the version last.
 */
export function push(hub: Hub, all: readonly Asked[]): Promise<readonly (PushReply | Refusal)[]> {
  return transact(hub.database.db, async (tx, withCommit) => {
    const { stamps, ...held } = await hold(tx, all)
    const index = await organisationOf(tx, stamps)
    if (!index) return all.map(() => new Refusal('not-signed-in'))
    const taken = take(all, held.lastSeqs, index, londonDate(hub.clock()))
    const fresh = taken.filter(isFresh)
    if (fresh.length > 0) withCommit((await perform(hub, tx, { ...held, index }, fresh)).written)
    return taken.map(each => (each instanceof Refusal ? each : { protocol: PROTOCOL, lastSeq: each.lastSeq }))
  })
}

const isFresh = (taken: Fresh | Refusal): taken is Fresh =>
  !(taken instanceof Refusal) && taken.commands.length > 0

/** Locks and reads what follows from the pushes themselves. */
async function hold(tx: HubTransaction, all: readonly Asked[]) {
  const ids = all.flatMap(({ request: { staffNumber, commands } }) =>
    commands.map(({ envelope: { id } }) => ({ staffNumber, id })),
  )
  const keys = all.flatMap(({ request }) => keysOf(request.commands))
  const [, stamps, lastSeqs, earlier, groups] = await ask(tx, [
    holdOrganisation(all.some(each => each.changesOrganisation) ? 'writing' : 'shared'),
    organisationStamps,
    lockClients(all.map(({ request }) => request)),
    resultsById(ids),
    lockCaseGroups(groupsAmong(keys)),
  ])
  return { stamps, lastSeqs, earlier, groups }
}

type Held = Omit<Awaited<ReturnType<typeof hold>>, 'stamps'> & { readonly index: OrganisationIndex }

function take(
  all: readonly Asked[],
  lastSeqs: ReadonlyMap<ClientId, number>,
  index: OrganisationIndex,
  today: PlainDate,
): readonly (Fresh | Refusal)[] {
  return all.map(each => {
    if (grantsOf(each.session.staffNumber, index, today).length === 0) return new Refusal('not-signed-in')
    const lastSeq = lastSeqs.get(each.request.clientId)
    return lastSeq === undefined ? new Refusal('foreign-client') : following(lastSeq, each)
  })
}

/** The commands after `lastSeq`; `out-of-order` where one is missing before or among them. */
function following(lastSeq: number, push: Asked): Fresh | Refusal {
  const { commands } = push.request
  const first = commands[0]?.seq ?? 0
  const contiguous = commands.every(({ seq }, place) => seq === first + place)
  if (!contiguous || first > lastSeq + 1) return new Refusal('out-of-order')
  const fresh = commands.filter(({ seq }) => seq > lastSeq)
  return { ...push, commands: fresh, lastSeq: fresh.at(-1)?.seq ?? lastSeq }
}

async function perform(
  hub: Hub,
  tx: HubTransaction,
  { index, earlier, groups }: Held,
  pushes: readonly Fresh[],
) {
  const keys = keysOf(pushes.flatMap(each => each.commands))
  const documents = await lockDocuments(tx, keys, groups)
  const now = hub.clock()
  const decided = decideInTurn(pushes, { index, documents, earlier, now, log: hub.log })
  for (const each of decided) await logRefused({ database: { db: tx }, log: hub.log }, each)
  return write(tx, index, documents, decided, now)
}

type DecidedPush = Fresh & Decided

function decideInTurn(pushes: readonly Fresh[], facts: Facts): readonly DecidedPush[] {
  let { documents, index } = facts
  return pushes.map(each => {
    const decided = decideCommands(each, { ...facts, documents, index })
    ;({ documents, index } = decided)
    return { ...each, ...decided }
  })
}

async function write(
  tx: HubTransaction,
  index: OrganisationIndex,
  before: Documents,
  decided: readonly DecidedPush[],
  now: Instant,
) {
  const version = openVersion(tx, index, now)
  const puts = decided.flatMap(each => each.puts)
  const last = [...new Map(puts.map(put => [documentName(put.kind, put.id), put])).values()]
  await version.put(last)
  await version.put(await exceptionsAfter(tx, before, last))
  await version.audit(decided.flatMap(({ entries }) => entries))
  const results = decided.flatMap(({ request, results }) => results.map(each => ({ ...request, ...each })))
  return version.send(storeResults(results, now))
}

/** Whoever asks for what he may not do has no desk that offered it to him, or his standing changed meanwhile (ACC-4). */
async function logRefused(
  { database, log }: Telling,
  { session, commands, results }: DecidedPush,
): Promise<void> {
  const refused = new Set(results.filter(({ result }) => isNotAllowed(result)).map(({ id }) => id))
  if (refused.size === 0) return
  const person = await personMark(database, session.staffNumber)
  for (const { envelope } of commands.filter(({ envelope }) => refused.has(envelope.id)))
    log.warn({ person, command: envelope.name }, 'A command was refused to somebody who may not do that.')
}

const isNotAllowed = (result: CommandResult) =>
  result.kind === 'refused' && result.refusal.kind === 'not-allowed'
