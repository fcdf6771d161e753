import type { Logger } from 'pino'
import type { Decision, Snapshot } from '../../shared/commands/command.ts'
import type { Envelope } from '../../shared/commands/envelope.ts'
import { run } from '../../shared/commands/run.ts'
import type { CaseGroup } from '../../shared/domain/case-group.ts'
import type { ClientId, CommandId, MasterCaseNumber } from '../../shared/domain/ids.ts'
import type { OrganisationIndex } from '../../shared/domain/organisation-index.ts'
import type { Instant } from '../../shared/domain/time.ts'
import type { CommandResult, PushRequest } from '../../shared/sync/push.ts'
import { traceOf } from '../http/errors.ts'
import type { Session } from '../session/session.ts'
import type { AuditEntry } from '../store/audit-entry.ts'
import { auditEntriesOf } from './audit-entries.ts'
import type { StoredResult } from './push-client.ts'

export interface Facts {
  readonly session: Session
  readonly clientId: ClientId
  readonly index: OrganisationIndex
  /** All groups that the commands read, locked. */
  readonly groups: ReadonlyMap<MasterCaseNumber, CaseGroup | undefined>
  /** What became of those that came before through another client. */
  readonly earlier: ReadonlyMap<CommandId, CommandResult>
  readonly now: Instant
  readonly log: Logger
}

export interface Decided {
  readonly results: readonly StoredResult[]
  readonly puts: readonly CaseGroup[]
  readonly entries: readonly AuditEntry[]
}

/** Decides commands one after the other, each on what those before it left. */
export function decideCommands(commands: PushRequest['commands'], facts: Facts): Decided {
  const groups = new Map(facts.groups)
  const known = new Map(facts.earlier)
  const puts = new Map<MasterCaseNumber, CaseGroup>()
  const entries: AuditEntry[] = []
  const results = commands.map(({ seq, envelope }): StoredResult => {
    const repeated = known.get(envelope.id)
    if (repeated) return { seq, id: envelope.id, result: repeated }
    const decision = decide(envelope, groups, facts)
    if (decision.ok) {
      entries.push(...auditEntriesOf(envelope, decision.puts, groups, facts))
      for (const group of decision.puts) {
        groups.set(group.id, group)
        puts.set(group.id, group)
      }
    }
    const result = resultOf(decision)
    known.set(envelope.id, result)
    return { seq, id: envelope.id, result }
  })
  return { results, puts: [...puts.values()], entries }
}

// A command only decides: one that throws has changed nothing, so that no savepoint needs undoing.
function decide(
  envelope: Envelope,
  groups: ReadonlyMap<MasterCaseNumber, CaseGroup | undefined>,
  { session, index, now, log }: Facts,
): Decision {
  try {
    const decision = run(envelope, session.staffNumber, now, snapshotOf(groups, index))
    if (decision.ok) for (const { id } of decision.puts) assertRead(groups, id)
    return decision
  } catch (problem) {
    log.error({ ...traceOf(problem), command: envelope.name }, 'A command threw.')
    const reason = 'The hub could not do this: it made a mistake, which has been logged.'
    return { ok: false, refusal: { kind: 'not-understood', reason } }
  }
}

function snapshotOf(
  groups: ReadonlyMap<MasterCaseNumber, CaseGroup | undefined>,
  index: OrganisationIndex,
): Snapshot {
  return {
    organisation: () => index,
    caseGroup: id => {
      assertRead(groups, id)
      return groups.get(id)
    },
  }
}

function assertRead(groups: ReadonlyMap<MasterCaseNumber, unknown>, id: MasterCaseNumber): void {
  if (!groups.has(id)) throw new Error('A command touched a group that it did not say it reads.')
}

function resultOf(decision: Decision): CommandResult {
  if (decision.ok) return { kind: 'accepted' }
  const { kind, reason } = decision.refusal
  return { kind: 'refused', refusal: { kind, reason } }
}
