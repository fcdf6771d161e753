import { leadsTeam, managesSegment } from '../../shared/commands/authority.ts'
import type { Envelope } from '../../shared/commands/envelope.ts'
import type { CaseGroup } from '../../shared/domain/case-group.ts'
import type { HistoryEntry } from '../../shared/domain/history.ts'
import type { ClientId, MasterCaseNumber, StaffNumber } from '../../shared/domain/ids.ts'
import type { Role } from '../../shared/domain/organisation.ts'
import type { OrganisationIndex } from '../../shared/domain/organisation-index.ts'
import type { Instant } from '../../shared/domain/time.ts'
import type { Session } from '../session/session.ts'
import { type AuditEntry, auditedChange } from '../store/audit-entry.ts'

interface Circumstances {
  readonly session: Session
  readonly clientId: ClientId
  readonly index: OrganisationIndex
  readonly now: Instant
}

type Before = ReadonlyMap<MasterCaseNumber, CaseGroup | undefined>

/** What the trail says of an accepted command: one entry, and one for each move that a rule made of it (ACC-5). */
export function auditEntriesOf(
  envelope: Envelope,
  puts: readonly CaseGroup[],
  before: Before,
  circumstances: Circumstances,
): readonly AuditEntry[] {
  const person = personEntry(envelope, puts, before, circumstances)
  return [person, ...puts.flatMap(put => ruleEntries(person, before.get(put.id), put))]
}

function personEntry(
  envelope: Envelope,
  puts: readonly CaseGroup[],
  before: Before,
  { session, clientId, index, now }: Circumstances,
): AuditEntry {
  const { staffNumber, device } = session
  const [first] = puts
  return {
    actor: { kind: 'person', staff: staffNumber },
    role: first ? roleIn(before.get(first.id) ?? first, staffNumber, index) : null,
    onBehalfOf: null,
    action: envelope.name,
    issuedAt: envelope.issuedAt,
    acceptedAt: now,
    changes: puts.map(put => auditedChange(before.get(put.id), put)),
    reason: envelope.reason,
    batch: envelope.batch,
    command: envelope.id,
    client: clientId,
    device,
    details: null,
  }
}

function ruleEntries(
  person: AuditEntry,
  before: CaseGroup | undefined,
  after: CaseGroup,
): readonly AuditEntry[] {
  const made = newEntries(before, after).filter(({ actor }) => actor.kind === 'rule')
  return made.map(({ actor, event }) => ({
    ...person,
    actor,
    role: null,
    action: event.kind,
    issuedAt: null,
    changes: [auditedChange(before, after)],
    reason: null,
    details: event.kind === 'moved' ? { from: event.from, to: event.to, rank: event.rank } : null,
  }))
}

// Newest first: what is before the newest one of before.
function newEntries(before: CaseGroup | undefined, after: CaseGroup): readonly HistoryEntry[] {
  const [known] = before?.history ?? []
  const place = known === undefined ? -1 : after.history.indexOf(known)
  return place < 0 ? after.history : after.history.slice(0, place)
}

/** The role that lets him act on the group: what leads, before what holds. */
function roleIn(group: CaseGroup, number: StaffNumber, index: OrganisationIndex): Role | null {
  if (leadsTeam(number, group.team, index)) return 'team-leader'
  if (managesSegment(number, group.segment, index)) return 'segment-manager'
  return index.staff.get(number)?.roles[0] ?? null
}
