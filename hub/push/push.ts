import type { DocumentKey } from '../../shared/commands/command.ts'
import { readsOf } from '../../shared/commands/run.ts'
import { londonDate } from '../../shared/domain/time.ts'
import { grantsOf } from '../../shared/sync/buckets.ts'
import { PROTOCOL } from '../../shared/sync/protocol-version.ts'
import type { CommandResult, PushReply, PushRequest } from '../../shared/sync/push.ts'
import { Refusal } from '../http/refusal.ts'
import type { Hub } from '../hub.ts'
import { personMark, type Telling } from '../operations/person-mark.ts'
import type { Session } from '../session/session.ts'
import { loadOrganisation } from '../store/load-organisation.ts'
import { openVersion } from '../store/open-version.ts'
import { type Decided, decideCommands } from './decide-commands.ts'
import { exceptionsAfter } from './exceptions-after.ts'
import { lockDocuments } from './lock-documents.ts'
import { lockClient, resultsById, storeResults } from './push-client.ts'

type Commands = PushRequest['commands']

/**
 * Takes a push: one transaction, one version. What has come before is passed over, a gap is refused whole; a
 * command that is refused counts as taken. Locks: the organisation, the person, the groups in the order of their
 * numbers, the aggregates in the order of theirs, the data exceptions of what moves, the version last.
 */
export function push(hub: Hub, session: Session, request: PushRequest): Promise<PushReply> {
  return hub.database.db.transaction().execute(async tx => {
    const keys = request.commands.flatMap(({ envelope }) => readsOf(envelope))
    const index = await loadOrganisation(tx, keys.some(changesOrganisation) ? 'writing' : 'shared')
    const today = londonDate(hub.clock())
    if (!index || grantsOf(session.staffNumber, index, today).length === 0) throw new Refusal('not-signed-in')
    const lastSeq = await lockClient(tx, request.clientId, session.staffNumber)
    const fresh = following(lastSeq, request.commands)
    const last = fresh.at(-1)
    if (!last) return { protocol: PROTOCOL, lastSeq }

    const earlier = await resultsById(
      tx,
      session.staffNumber,
      fresh.map(({ envelope }) => envelope.id),
    )
    const documents = await lockDocuments(tx, keys)
    const now = hub.clock()
    const { clientId } = request
    const decided = decideCommands(fresh, { session, clientId, index, documents, earlier, now, log: hub.log })
    await storeResults(tx, clientId, session.staffNumber, decided.results, now)
    await logRefused({ database: { db: tx }, log: hub.log }, session, fresh, decided)
    const version = openVersion(tx, index, now)
    await version.put(decided.puts)
    await version.put(await exceptionsAfter(tx, documents, decided.puts))
    await version.audit(decided.entries)
    await version.finish()
    return { protocol: PROTOCOL, lastSeq: last.seq }
  })
}

/** Whoever asks for what he may not do has no desk that offered it to him, or his standing changed meanwhile (ACC-4). */
async function logRefused(
  { database, log }: Telling,
  { staffNumber }: Session,
  asked: Commands,
  { results }: Decided,
): Promise<void> {
  const refused = new Set(results.filter(({ result }) => isNotAllowed(result)).map(({ id }) => id))
  if (refused.size === 0) return
  const person = await personMark(database, staffNumber)
  for (const { envelope } of asked.filter(({ envelope }) => refused.has(envelope.id)))
    log.warn({ person, command: envelope.name }, 'A command was refused to somebody who may not do that.')
}

const isNotAllowed = (result: CommandResult) =>
  result.kind === 'refused' && result.refusal.kind === 'not-allowed'

/** The commands after `lastSeq`; `out-of-order` where one is missing before or among them. */
function following(lastSeq: number, commands: Commands): Commands {
  const first = commands[0]?.seq ?? 0
  const contiguous = commands.every(({ seq }, place) => seq === first + place)
  if (!contiguous || first > lastSeq + 1) throw new Refusal('out-of-order')
  return commands.filter(({ seq }) => seq > lastSeq)
}

// A rota says who may do what, so whoever writes one holds it as an import holds the organisation.
const changesOrganisation = ([kind]: DocumentKey) => kind === 'rota'
