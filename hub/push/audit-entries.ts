import { leadsInSegment, leadsTeam, managesSegment } from '../../shared/commands/authority.ts'
import { groupsIn, type Put } from '../../shared/commands/command.ts'
import type { Envelope } from '../../shared/commands/envelope.ts'
import { documentName } from '../../shared/domain/aggregate.ts'
import type { CaseGroup } from '../../shared/domain/case-group.ts'
import type { HistoryEntry } from '../../shared/domain/history.ts'
import type { ClientId, SegmentName, SrNumber, StaffNumber, TeamId } from '../../shared/domain/ids.ts'
import type { Role } from '../../shared/domain/organisation.ts'
import type { OrganisationIndex } from '../../shared/domain/organisation-index.ts'
import { requestNamed } from '../../shared/domain/request-named.ts'
import { requestPlaceOf } from '../../shared/domain/request-place.ts'
import { type Instant, londonDate, type PlainDate } from '../../shared/domain/time.ts'
import type { Session } from '../session/session.ts'
import { type AuditEntry, auditedAggregate, auditedChange } from '../store/audit-entry.ts'
import type { Documents } from './lock-documents.ts'

interface Circumstances {
  readonly session: Session
  readonly clientId: ClientId
  readonly index: OrganisationIndex
  /** The absent leader whose place the person took (TEAM-3). */
  readonly onBehalfOf: StaffNumber | null
  readonly now: Instant
}

const groupBefore = (before: Documents, { id }: CaseGroup) =>
  before.get(documentName('case-group', id)) as CaseGroup | undefined

/** What the trail says of an accepted command: one entry, and one for each move that a rule made of it (ACC-5). */
export function auditEntriesOf(
  envelope: Envelope,
  puts: readonly Put[],
  before: Documents,
  circumstances: Circumstances,
): readonly AuditEntry[] {
  const person = personEntry(envelope, puts, before, circumstances)
  return [person, ...groupsIn(puts).flatMap(put => ruleEntries(person, groupBefore(before, put), put))]
}

function personEntry(
  envelope: Envelope,
  puts: readonly Put[],
  before: Documents,
  { session, clientId, index, onBehalfOf, now }: Circumstances,
): AuditEntry {
  const { staffNumber, device } = session
  const groups = groupsIn(puts)
  const [first] = groups
  return {
    actor: { kind: 'person', staff: staffNumber },
    role: first
      ? roleOn(envelope, groupBefore(before, first) ?? first, staffNumber, index, londonDate(now))
      : roleBeside(puts, staffNumber, index, londonDate(now)),
    onBehalfOf,
    action: envelope.name,
    args: envelope.args,
    issuedAt: envelope.issuedAt,
    acceptedAt: now,
    changes: groups.map(put => auditedChange(groupBefore(before, put), put)),
    aggregates: puts
      .filter(({ kind }) => kind !== 'case-group')
      .map(put => auditedAggregate(before.get(documentName(put.kind, put.id)), put)),
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
    onBehalfOf: null,
    action: event.kind,
    args: null,
    issuedAt: null,
    changes: [auditedChange(before, after)],
    aggregates: [],
    reason: null,
    details: event.kind === 'moved' ? { from: event.from, to: event.to, rank: event.rank } : null,
  }))
}

function newEntries(before: CaseGroup | undefined, after: CaseGroup): readonly HistoryEntry[] {
  const known = new Set(before?.history)
  return after.history.filter(entry => !known.has(entry))
}

// A request is directed from where it is, which may be another team's than its group's (SR-5).
function roleOn(
  { args }: Envelope,
  group: CaseGroup,
  number: StaffNumber,
  index: OrganisationIndex,
  today: PlainDate,
): Role | null {
  const { request: named = null } = args as { readonly request?: SrNumber | null }
  const request = requestNamed(group, named)
  const place = request && requestPlaceOf(request, group, index)
  const leading = place && overseesAs(number, place.team, place.segment, index, today)
  return leading ?? roleIn(group, number, index, today)
}

/** The role that lets him act on the group: what leads, before what holds. */
export function roleIn(
  { team, segment }: Pick<CaseGroup, 'team' | 'segment'>,
  number: StaffNumber,
  index: OrganisationIndex,
  today: PlainDate,
): Role | null {
  return overseesAs(number, team, segment, index, today) ?? index.staff.get(number)?.roles[0] ?? null
}

function overseesAs(
  number: StaffNumber,
  team: TeamId | null,
  segment: SegmentName,
  index: OrganisationIndex,
  today: PlainDate,
): Role | null {
  if (leadsTeam(number, team, index, today)) return 'team-leader'
  if (managesSegment(number, segment, index)) return 'segment-manager'
  // Of a queue, and where another leader than the team's own decides (TEAM-1, INC-16).
  return leadsInSegment(number, segment, index) ? 'team-leader' : null
}

/** The role in which he writes what is no case group. Whoever oversees none of a recovery request is local IT. */
function roleBeside(
  [put]: readonly Put[],
  number: StaffNumber,
  index: OrganisationIndex,
  today: PlainDate,
): Role | null {
  if (put?.kind === 'recovery-request')
    return overseesAs(number, put.team, put.segment, index, today) ?? 'local-it'
  if (put?.kind === 'incident') return roleIn(put, number, index, today)
  const team = put?.kind === 'rota' ? index.teams.get(put.id) : undefined
  const oversees = team && overseesAs(number, team.id, team.segment, index, today)
  return oversees ?? index.staff.get(number)?.roles[0] ?? null
}
