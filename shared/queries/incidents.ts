import { leadsTeam } from '../commands/authority.ts'
import { objectionToStep } from '../commands/incident-authority.ts'
import type { AdviceRequest } from '../domain/advice.ts'
import { type CaseGroup, isLive } from '../domain/case-group.ts'
import type { SegmentName, StaffNumber, TeamId } from '../domain/ids.ts'
import { answersAac, type Incident } from '../domain/incident.ts'
import { waitsForAnotherLeader } from '../domain/incident-approver.ts'
import type { IncidentClock } from '../domain/incident-clock.ts'
import { isOpenIncident } from '../domain/incident-steps.ts'
import type { OrganisationIndex } from '../domain/organisation-index.ts'
import type { OwnIncident } from '../domain/own-incident.ts'
import { addDays, londonDate, type PlainDate } from '../domain/time.ts'
import { adviceStanding, clockWithAdvice } from './incident-advice.ts'
import {
  type IncidentSection,
  type IncidentTurn,
  isTurnOf,
  sectionOf,
  type Turn,
  turnOfIncident,
} from './incident-turn.ts'
import { retriesUnseen } from './retries-unseen.ts'
import { type Changes, rowsAfter } from './rows-after.ts'
import { foldWords } from './search.ts'
import { isOfTeam, isOverseen, type Viewpoint } from './viewpoint.ts'

export interface IncidentRow {
  /** Null: it affects no case. */
  readonly group: CaseGroup | null
  readonly incident: Incident
  readonly team: TeamId | null
  readonly segment: SegmentName
  readonly section: IncidentSection
  readonly turn: Turn
  /** Whoever reads it can do what is next. */
  readonly yours: boolean
  /** Whoever reads it raised it, has its retries, or leads its team: who only joined it sees to nothing of it (INC-2). */
  readonly isHis: boolean
  readonly answering: IncidentTurn['answering']
  /** Who was handed the retries and is not sent the group; null: nobody such (INC-11). */
  readonly retriesUnseen: StaffNumber | null
  readonly clock: IncidentClock
  /** What it is found by besides its group. */
  readonly ownText: string
}

/** Retries are with somebody whom nobody tells of them, and the reader can hand them on or see to the group (INC-11). */
export const hasRetriesUnseen = ({ isHis, retriesUnseen }: IncidentRow): boolean =>
  isHis && retriesUnseen !== null

export type GroupIncidentRow = IncidentRow & { readonly group: CaseGroup }

const leadersOrder: readonly IncidentSection[] = [
  'answer',
  'consult',
  'decide',
  'advised',
  'check',
  'close',
  'call-back',
  'raise',
  'inform',
  'refer',
  'ask',
  'advice',
  'aac',
  'check-later',
  'ended',
]
const raisersOrder: readonly IncidentSection[] = [
  'answer',
  'raise',
  'inform',
  'advised',
  'ask',
  'refer',
  'call-back',
  'check',
  'close',
  'consult',
  'decide',
  'advice',
  'aac',
  'check-later',
  'ended',
]

/** One that ended is listed for as long. */
export const SHOWN_DAYS = 28

/** The incidents of the groups that a person oversees, or that are his, by what is to be done, the oldest clock first. */
export function groupIncidentsAfter(
  rows: readonly GroupIncidentRow[],
  changes: Changes,
  view: Viewpoint,
  index: OrganisationIndex,
  today: PlainDate,
): readonly GroupIncidentRow[] {
  return rowsAfter(rows, changes, group => rowsOfGroup(group, view, index, today), inOrderFor(view))
}

const rowsOfGroup = (
  group: CaseGroup,
  view: Viewpoint,
  index: OrganisationIndex,
  today: PlainDate,
): readonly GroupIncidentRow[] =>
  group.incidents
    .filter(
      incident =>
        isShown(incident, today) &&
        (oversees(group, incident, view) ||
          hasOrJoined(incident, view) ||
          mayAuthorise(incident, group, view, index)),
    )
    .map(incident => ({ ...rowOfIncident(incident, group, [], view, index, today), group }))

/** The same as they will be with what waits: a step that waits is drawn where it leads; and those that affect no case. */
export function incidentRows(
  rows: readonly GroupIncidentRow[],
  asIntended: readonly CaseGroup[],
  own: Iterable<OwnIncident>,
  advice: readonly AdviceRequest[],
  view: Viewpoint,
  index: OrganisationIndex,
  today: PlainDate,
): readonly IncidentRow[] {
  const waiting = new Set(asIntended.map(({ id }) => id))
  const intended = asIntended.flatMap(group => rowsOfGroup(group, view, index, today))
  const ofNoCase = [...own]
    .filter(({ incident }) => isShown(incident, today))
    .filter(
      each =>
        isOfViews(each, view) ||
        hasOrJoined(each.incident, view) ||
        mayAuthorise(each.incident, each, view, index),
    )
    .map(each => rowOfIncident(each.incident, each, advice, view, index, today))
  if (waiting.size === 0 && ofNoCase.length === 0) return rows
  const settled = rows.filter(({ group }) => !waiting.has(group.id))
  return [...settled, ...intended, ...ofNoCase].sort(inOrderFor(view))
}

/** An incident as a list has it; with what is asked without a case, as far as the reader is sent that. */
export function rowOfIncident(
  incident: Incident,
  subject: CaseGroup | OwnIncident,
  advice: readonly AdviceRequest[],
  { staff }: Viewpoint,
  index: OrganisationIndex,
  today: PlainDate,
): IncidentRow {
  const { number: actor } = staff
  const isSent = answersAac(incident) === actor || leadsTeam(actor, subject.team, index, today)
  const standing = adviceStanding(incident, subject, isSent ? advice : null)
  const section = sectionOf(incident, standing, today)
  const { turn, answering } = turnOfIncident(incident, subject, standing, index, today)
  const group = subject.kind === 'case-group' ? subject : null
  return {
    group,
    incident,
    team: subject.team,
    segment: subject.segment,
    section,
    turn,
    answering,
    retriesUnseen: retriesUnseen(incident, group, index, today),
    yours: isTurnOf(actor, { turn, section }, incident, subject, index, today),
    isHis: objectionToStep('either', { actor, incident, subject, index, today }) === undefined,
    clock: clockWithAdvice(incident, standing),
    ownText: foldWords(
      `${incident.number ?? ''} ${incident.details.errorMessage ?? ''} ${incident.description}`,
    ),
  }
}

function isShown(incident: Incident, today: PlainDate): boolean {
  const last = incident.history.at(-1)?.at ?? incident.raisedAt
  return isOpenIncident(incident) || londonDate(last) >= addDays(today, -SHOWN_DAYS)
}

// One of a group in the segment's queue waits for all its leaders (TEAM-1); what is open on a closed group goes on, with
// whoever is sent that still (ALLOC-13, INC-18).
function oversees(group: CaseGroup, incident: Incident, view: Viewpoint): boolean {
  if (!isLive(group)) return isOpenIncident(incident) && isOfViews(group, view)
  return (
    isOverseen(group, view) ||
    (view.kind === 'team' && group.team === null && group.segment === view.segment.name)
  )
}

function isOfViews({ team, segment }: Pick<IncidentRow, 'team' | 'segment'>, view: Viewpoint): boolean {
  if (view.kind === 'team') return isOfTeam(team, view)
  return view.kind === 'segment' && segment === view.segment.name
}

// A leader's own, and the manager's, waits for the other leaders of his segment, too (INC-16).
const mayAuthorise = (
  incident: Incident,
  place: Pick<IncidentRow, 'team' | 'segment'>,
  view: Viewpoint,
  index: OrganisationIndex,
): boolean =>
  view.kind === 'team' && view.segment.name === place.segment && waitsForAnotherLeader(incident, place, index)

function hasOrJoined(incident: Incident, { staff: { number } }: Viewpoint): boolean {
  return (
    incident.raisedBy === number ||
    answersAac(incident) === number ||
    incident.joined.some(({ by }) => by === number)
  )
}

/** The instant by which rows of a section stand: what is due first, or waits longest. */
export function orderOfClock(clock: IncidentClock): string {
  switch (clock.kind) {
    case 'answer':
    case 'call-back':
      return clock.due
    case 'check-back':
      return clock.on
    case 'advice':
      return clock.due ?? clock.on
    case 'since':
      return clock.from
  }
}

function inOrderFor({ kind }: Viewpoint) {
  const order = kind === 'person' ? raisersOrder : leadersOrder
  const places = new Map(order.map((section, place) => [section, place]))
  const placeOf = (section: IncidentSection) => places.get(section) ?? order.length
  return (one: IncidentRow, other: IncidentRow): number => {
    const [a, b] = [orderOfClock(one.clock), orderOfClock(other.clock)]
    const ended = one.section === 'ended' ? -1 : 1
    return (
      placeOf(one.section) - placeOf(other.section) ||
      Number(other.yours) - Number(one.yours) ||
      (a < b ? -ended : a > b ? ended : 0) ||
      (one.incident.id < other.incident.id ? -1 : one.incident.id > other.incident.id ? 1 : 0)
    )
  }
}

/** What an incident needs of whoever reads it: an answer to AAC, a decision, or its next step. */
export type IncidentToDo = 'answer' | 'decide' | 'go-on'

export function incidentToDo({ section, yours }: IncidentRow): IncidentToDo | null {
  if (!yours) return null
  if (section === 'answer') return 'answer'
  return section === 'consult' || section === 'decide' || section === 'advised' ? 'decide' : 'go-on'
}

/** How many need something of whoever reads them. */
export const incidentsToDo = (rows: readonly IncidentRow[]): number =>
  rows.filter(({ yours }) => yours).length
