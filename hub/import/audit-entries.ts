import type { Aggregate } from '../../shared/domain/aggregate.ts'
import type { CaseGroup } from '../../shared/domain/case-group.ts'
import { type AuditEntry, auditedAggregate, auditedChange } from '../store/audit-entry.ts'

/** What nobody said with it. */
export const unspoken = {
  args: null,
  aggregates: [],
  role: null,
  onBehalfOf: null,
  issuedAt: null,
  reason: null,
  batch: null,
  command: null,
  client: null,
  device: null,
}

/** What the audit trail says of a move by the import: its actor is the rule (ACC-5). */
export function moveEntry(before: CaseGroup, after: CaseGroup, rule: string, now: string): AuditEntry {
  return {
    ...unspoken,
    actor: { kind: 'rule', rule },
    action: 'moved',
    acceptedAt: now,
    changes: [auditedChange(before, after)],
    details: null,
  }
}

/** What it says of the incidents without a case that went with their teams: one entry for all (ACC-5, INC-16). */
export function followEntries(
  before: readonly Aggregate[],
  after: readonly Aggregate[],
  now: string,
): readonly AuditEntry[] {
  const aggregates = after.flatMap((aggregate, at) =>
    aggregate === before[at] ? [] : [auditedAggregate(before[at], aggregate)],
  )
  if (aggregates.length === 0) return []
  const actor = { kind: 'rule', rule: 'INC-16' } as const
  return [{ ...unspoken, actor, action: 'moved', acceptedAt: now, changes: [], aggregates, details: null }]
}

/** What it says of the import itself. */
export function importEntry(system: string, details: AuditEntry['details'], now: string): AuditEntry {
  return {
    ...unspoken,
    actor: { kind: 'system', system },
    action: 'import',
    acceptedAt: now,
    changes: [],
    details,
  }
}
