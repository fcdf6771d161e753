import type { Put } from '../../shared/commands/command.ts'
import type { CaseGroup, ServiceRequest } from '../../shared/domain/case-group.ts'
import type { Actor } from '../../shared/domain/history.ts'
import type {
  BatchId,
  ClientId,
  CommandId,
  IncidentId,
  MasterCaseNumber,
  PostNumber,
  SrNumber,
  StaffNumber,
} from '../../shared/domain/ids.ts'
import type { Incident } from '../../shared/domain/incident.ts'
import type { Lock } from '../../shared/domain/lock.ts'
import { openWorkOf } from '../../shared/domain/open-work.ts'
import type { Instant, PlainDate } from '../../shared/domain/time.ts'

/** The facts of a group that an entry shows before and after: what people and rules change. */
export interface AuditedFacts {
  readonly segment: string
  readonly team: string | null
  readonly holder: string | null
  readonly assignedOn: PlainDate | null
  readonly requests: Readonly<Record<SrNumber, AuditedRequest>>
  readonly openPost: readonly PostNumber[]
  readonly incidents: Readonly<Record<IncidentId, AuditedIncident>>
  readonly lock: AuditedLock | null
  /** What decides where the group belongs and a service request may change (ALLOC-6). */
  readonly factors: Pick<
    CaseGroup,
    'compliant' | 'complex' | 'complaint' | 'appeal' | 'stage' | 'incomeSource'
  >
  readonly sensitive: boolean
}

export interface AuditedRequest {
  readonly holder: StaffNumber | null
  readonly status: ServiceRequest['status']
  /** By their sequence. */
  readonly openActivities: readonly number[]
}

/** What was said and filled in is in the args of its command. */
export type AuditedIncident = Pick<
  Incident,
  'state' | 'turn' | 'number' | 'authorised' | 'retriesBy' | 'direction'
>

export type AuditedLock = Pick<Lock, 'since' | 'by' | 'category' | 'reviewOn'> & { readonly reviews: number }

/** A document that is no case group, whole: it is small. */
export interface AuditedAggregate {
  readonly kind: string
  readonly id: string
  /** Null: it was not there before. */
  readonly before: unknown
  readonly after: unknown
}

export interface AuditedChange {
  readonly group: MasterCaseNumber
  /** Null: it was not there before. */
  readonly before: AuditedFacts | null
  readonly after: AuditedFacts
}

/** What the audit trail says of one thing that happened (ACC-5). It is kept as this JSON text, and chained by hash. */
export interface AuditEntry {
  readonly actor: Actor
  /** In which role a person acted; null for a rule or the system. */
  readonly role: string | null
  /** Whose place a deputy took. */
  readonly onBehalfOf: string | null
  /** A command's name, `import`, or `moved`. */
  readonly action: string
  /** What the command was given, as it came; null for a rule or the system. */
  readonly args: unknown
  /** When the person acted, by the desk's clock. */
  readonly issuedAt: Instant | null
  readonly acceptedAt: Instant
  readonly changes: readonly AuditedChange[]
  readonly aggregates: readonly AuditedAggregate[]
  readonly reason: string | null
  readonly batch: BatchId | null
  readonly command: CommandId | null
  readonly client: ClientId | null
  readonly device: string | null
  /** What else is to be said: an import's counts. */
  readonly details: Readonly<Record<string, string | number | null>> | null
}

export function auditedChange(before: CaseGroup | undefined, after: CaseGroup): AuditedChange {
  return { group: after.id, before: before ? auditedFacts(before) : null, after: auditedFacts(after) }
}

export function auditedAggregate(before: Put | undefined, after: Put): AuditedAggregate {
  return { kind: after.kind, id: after.id, before: before ?? null, after }
}

function auditedFacts(group: CaseGroup): AuditedFacts {
  const { segment, team, holder, assignedOn, sensitive } = group
  const { compliant, complex, complaint, appeal, stage, incomeSource } = group
  return {
    segment,
    team,
    holder,
    assignedOn,
    requests: Object.fromEntries(group.serviceRequests.map(each => [each.number, auditedRequest(each)])),
    openPost: openWorkOf(group).post.map(({ number }) => number),
    incidents: Object.fromEntries(group.incidents.map(each => [each.id, auditedIncident(each)])),
    lock: group.lock && auditedLock(group.lock),
    factors: { compliant, complex, complaint, appeal, stage, incomeSource },
    sensitive,
  }
}

function auditedRequest({ holder, status, activities }: ServiceRequest): AuditedRequest {
  const open = activities.filter(activity => activity.status === 'Open')
  return { holder, status, openActivities: open.map(({ sequence }) => sequence) }
}

function auditedIncident({
  state,
  turn,
  number,
  authorised,
  retriesBy,
  direction,
}: Incident): AuditedIncident {
  return { state, turn, number, authorised, retriesBy, direction }
}

function auditedLock({ since, by, category, reviewOn, reviews }: Lock): AuditedLock {
  return { since, by, category, reviewOn, reviews: reviews.length }
}
