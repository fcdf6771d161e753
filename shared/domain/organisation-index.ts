import type { Aggregate } from './aggregate.ts'
import { type BomIndex, indexBom } from './bom-index.ts'
import { type Calendar, emptyCalendar } from './calendar.ts'
import { groupBy } from './group-by.ts'
import type { SegmentName, StaffNumber, TeamId } from './ids.ts'
import type { Organisation, Segment, StaffMember, Team } from './organisation.ts'
import type { Absence, Rota } from './rota.ts'

export interface OrganisationIndex {
  readonly organisation: Organisation
  readonly bom: BomIndex
  readonly segments: ReadonlyMap<SegmentName, Segment>
  readonly teams: ReadonlyMap<TeamId, Team>
  readonly teamsOfSegment: ReadonlyMap<SegmentName, readonly Team[]>
  readonly staff: ReadonlyMap<StaffNumber, StaffMember>
  readonly staffOfTeam: ReadonlyMap<TeamId, readonly StaffMember[]>
  /** Of the teams that have one. */
  readonly rotas: ReadonlyMap<TeamId, Rota>
  /** Who is away, in whichever team's rota it stands: a move loses no absence (TEAM-2). */
  readonly absences: ReadonlyMap<StaffNumber, readonly KnownAbsence[]>
  readonly calendar: Calendar
}

export interface KnownAbsence extends Absence {
  /** In whose rota it stands. */
  readonly team: TeamId
}

const known = new WeakMap<Organisation, OrganisationIndex>()

/** Look-ups over the organisation, made once for each value of it. */
export function indexOrganisation(organisation: Organisation): OrganisationIndex {
  const found = known.get(organisation)
  if (found) return found
  const made = build(organisation)
  known.set(organisation, made)
  return made
}

/** The index with these rotas and this calendar in it; itself where there are none among them. */
export function indexWith(index: OrganisationIndex, aggregates: readonly Aggregate[]): OrganisationIndex {
  const rotas = aggregates.filter(aggregate => aggregate.kind === 'rota')
  const calendar = aggregates.find(aggregate => aggregate.kind === 'calendar')
  if (rotas.length === 0 && !calendar) return index
  const known = new Map([...index.rotas, ...rotas.map(rota => [rota.id, rota] as const)])
  return {
    ...index,
    rotas: known,
    absences: groupBy([...known.values()].flatMap(absencesIn), ({ staff }) => staff),
    calendar: calendar ?? index.calendar,
  }
}

const absencesIn = ({ id, absences }: Rota): readonly KnownAbsence[] =>
  absences.map(absence => ({ ...absence, team: id }))

/** Whether documents of this kind are part of the index. */
export const isIndexed = (kind: string): boolean => kind === 'rota' || kind === 'calendar'

function build(organisation: Organisation): OrganisationIndex {
  const { bom, staff, teams } = organisation
  return {
    organisation,
    bom: indexBom(bom),
    segments: new Map(bom.segments.map(segment => [segment.name, segment])),
    teams: new Map(teams.map(team => [team.id, team])),
    teamsOfSegment: groupBy(teams, team => team.segment),
    staff: new Map(staff.map(member => [member.number, member])),
    staffOfTeam: groupBy(
      staff.filter(member => member.team !== null),
      member => member.team as TeamId,
    ),
    rotas: new Map(),
    absences: new Map(),
    calendar: emptyCalendar,
  }
}

/** The segment a person works in: that of his team. */
export function segmentOf(staff: StaffMember, { teams }: OrganisationIndex): SegmentName | null {
  return (staff.team && teams.get(staff.team)?.segment) ?? null
}
