import type { Logger } from 'pino'
import type { Decision, Put, Snapshot } from '../../shared/commands/command.ts'
import type { Envelope } from '../../shared/commands/envelope.ts'
import { onBehalfOf, run } from '../../shared/commands/run.ts'
import { type AggregateKind, type AggregateOf, documentName } from '../../shared/domain/aggregate.ts'
import type { CaseGroup } from '../../shared/domain/case-group.ts'
import type { CommandId, StaffNumber } from '../../shared/domain/ids.ts'
import { indexWith, type OrganisationIndex } from '../../shared/domain/organisation-index.ts'
import type { Instant } from '../../shared/domain/time.ts'
import type { CommandResult, PushRequest } from '../../shared/sync/push.ts'
import { traceOf } from '../http/errors.ts'
import type { Session } from '../session/session.ts'
import type { AuditEntry } from '../store/audit-entry.ts'
import { auditEntriesOf } from './audit-entries.ts'
import type { Documents } from './lock-documents.ts'
import type { StoredResult } from './push-client.ts'

/** Commands, whose they are and from where. */
interface Sent {
  readonly session: Session
  readonly request: Pick<PushRequest, 'clientId'>
  readonly commands: PushRequest['commands']
}

export interface Facts {
  readonly index: OrganisationIndex
  /** All that the commands read, locked. */
  readonly documents: Documents
  /** What became of those that a person sent before through another client. */
  readonly earlier: ReadonlyMap<StaffNumber, ReadonlyMap<CommandId, CommandResult>>
  readonly now: Instant
  readonly log: Logger
}

export interface Decided {
  readonly results: readonly StoredResult[]
  readonly puts: readonly Put[]
  readonly entries: readonly AuditEntry[]
  /** As they are after it. */
  readonly documents: Documents
  readonly index: OrganisationIndex
}

/** Decides commands one after the other, each on what those before it left. */
export function decideCommands({ session, request, commands }: Sent, facts: Facts): Decided {
  const { staffNumber } = session
  const { now, log } = facts
  const documents = new Map(facts.documents)
  const known = new Map(facts.earlier.get(staffNumber))
  const puts = new Map<string, Put>()
  const entries: AuditEntry[] = []
  let index = facts.index
  const results = commands.map(({ seq, envelope }): StoredResult => {
    const repeated = known.get(envelope.id)
    if (repeated) return { seq, id: envelope.id, result: repeated }
    const decision = decide(envelope, documents, { session, index, now, log })
    if (decision.ok) {
      const snapshot = snapshotOf(documents, index)
      const standsInFor = onBehalfOf(envelope, staffNumber, now, snapshot)
      const circumstances = { session, clientId: request.clientId, index, onBehalfOf: standsInFor, now }
      entries.push(...auditEntriesOf(envelope, decision.puts, documents, circumstances))
      for (const put of decision.puts) {
        const name = documentName(put.kind, put.id)
        documents.set(name, put)
        puts.set(name, put)
        if (put.kind !== 'case-group') index = indexWith(index, [put])
      }
    }
    const result = resultOf(decision)
    known.set(envelope.id, result)
    return { seq, id: envelope.id, result }
  })
  return { results, puts: [...puts.values()], entries, documents, index }
}

function decide(
  envelope: Envelope,
  documents: Documents,
  { session, index, now, log }: Pick<Sent & Facts, 'session' | 'index' | 'now' | 'log'>,
): Decision {
  try {
    const decision = run(envelope, session.staffNumber, now, snapshotOf(documents, index))
    if (decision.ok) for (const { kind, id } of decision.puts) read(documents, kind, id)
    return decision
  } catch (problem) {
    log.error({ ...traceOf(problem), command: envelope.name }, 'A command threw.')
    const reason = 'The hub could not do this: it made a mistake, which has been logged.'
    return { ok: false, refusal: { kind: 'not-understood', reason } }
  }
}

function snapshotOf(documents: Documents, index: OrganisationIndex): Snapshot {
  return {
    organisation: () => index,
    caseGroup: id => read(documents, 'case-group', id) as CaseGroup | undefined,
    aggregate: <Kind extends AggregateKind>(kind: Kind, id: AggregateOf<Kind>['id']) =>
      read(documents, kind, id) as AggregateOf<Kind> | undefined,
  }
}

function read(documents: Documents, kind: string, id: string): Put | undefined {
  const name = documentName(kind, id)
  if (!documents.has(name)) throw new Error('A command touched a document that it did not say it reads.')
  return documents.get(name)
}

function resultOf(decision: Decision): CommandResult {
  if (decision.ok) return { kind: 'accepted' }
  const { kind, reason } = decision.refusal
  return { kind: 'refused', refusal: { kind, reason } }
}
