import type { CaseGroup } from '../domain/case-group.ts'
import type { SegmentName, TeamId } from '../domain/ids.ts'
import { answersAac, type Incident } from '../domain/incident.ts'
import { clockOf, type IncidentClock } from '../domain/incident-clock.ts'
import { type IncidentState, isOpenIncident } from '../domain/incident-steps.ts'
import type { OwnIncident } from '../domain/own-incident.ts'
import { addDays, londonDate, type PlainDate } from '../domain/time.ts'
import { type Changes, rowsAfter } from './rows-after.ts'
import { foldWords } from './search.ts'
import { isOfTeam, isOverseen, type Viewpoint } from './viewpoint.ts'

/** By what is to be done (INC-3 to INC-12). */
export type IncidentSection =
  | 'answer'
  | 'consult'
  | 'decide'
  | 'check'
  | 'close'
  | 'raise'
  | 'inform'
  | 'refer'
  | 'call-back'
  | 'aac'
  | 'advice'
  | 'check-later'
  | 'ended'

/** Whose turn it is. */
export type Turn = 'leader' | 'raiser' | 'either' | 'aac' | 'advice' | 'nobody'

export interface IncidentRow {
  /** Null: it affects no case. */
  readonly group: CaseGroup | null
  readonly incident: Incident
  readonly team: TeamId | null
  readonly segment: SegmentName
  readonly section: IncidentSection
  readonly clock: IncidentClock
  /** What it is found by besides its group. */
  readonly ownText: string
}
export type GroupIncidentRow = IncidentRow & { readonly group: CaseGroup }

const turns: Readonly<Record<IncidentSection, Turn>> = {
  answer: 'either',
  consult: 'leader',
  decide: 'leader',
  check: 'either',
  close: 'either',
  raise: 'raiser',
  inform: 'raiser',
  refer: 'raiser',
  'call-back': 'aac',
  aac: 'aac',
  advice: 'advice',
  'check-later': 'nobody',
  ended: 'nobody',
}
export const turnOf = (section: IncidentSection): Turn => turns[section]

const leadersOrder: readonly IncidentSection[] = [
  'answer',
  'consult',
  'decide',
  'check',
  'close',
  'call-back',
  'raise',
  'inform',
  'refer',
  'advice',
  'aac',
  'check-later',
  'ended',
]
const raisersOrder: readonly IncidentSection[] = [
  'answer',
  'raise',
  'inform',
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

const sections: Readonly<Record<Exclude<IncidentState, 'check-back'>, IncidentSection>> = {
  consulting: 'consult',
  'information-needed': 'inform',
  'with-advice': 'advice',
  'to-refer': 'refer',
  'local-action': 'refer',
  referred: 'decide',
  authorised: 'raise',
  rejected: 'raise',
  'with-aac': 'aac',
  escalated: 'aac',
  'call-back': 'call-back',
  'email-to-answer': 'answer',
  solved: 'close',
  closed: 'ended',
  withdrawn: 'ended',
}

export function sectionOf({ state, checkBackOn }: Incident, today: PlainDate): IncidentSection {
  if (state !== 'check-back') return sections[state]
  return checkBackOn !== null && checkBackOn > today ? 'check-later' : 'check'
}

/** The incidents of the groups that a person oversees, or that are his, by what is to be done, the oldest clock first. */
export function groupIncidentsAfter(
  rows: readonly GroupIncidentRow[],
  changes: Changes,
  view: Viewpoint,
  today: PlainDate,
): readonly GroupIncidentRow[] {
  return rowsAfter(rows, changes, group => rowsOfGroup(group, view, today), inOrderFor(view))
}

const rowsOfGroup = (group: CaseGroup, view: Viewpoint, today: PlainDate): readonly GroupIncidentRow[] =>
  group.incidents
    .filter(incident => isShown(incident, today) && (oversees(group, view) || isHis(incident, view)))
    .map(incident => ({ ...rowOfIncident(incident, group, group, today), group }))

/** The same as they will be with what waits: a step that waits is drawn where it leads; and those that affect no case. */
export function incidentRows(
  rows: readonly GroupIncidentRow[],
  asIntended: readonly CaseGroup[],
  own: Iterable<OwnIncident>,
  view: Viewpoint,
  today: PlainDate,
): readonly IncidentRow[] {
  const waiting = new Set(asIntended.map(({ id }) => id))
  const intended = asIntended.flatMap(group => rowsOfGroup(group, view, today))
  const ofNoCase = [...own]
    .filter(({ incident }) => isShown(incident, today))
    .filter(each => isOfViews(each, view) || isHis(each.incident, view))
    .map(each => rowOfIncident(each.incident, null, each, today))
  if (waiting.size === 0 && ofNoCase.length === 0) return rows
  const settled = rows.filter(({ group }) => !waiting.has(group.id))
  return [...settled, ...intended, ...ofNoCase].sort(inOrderFor(view))
}

/** An incident as a list has it. */
export const rowOfIncident = (
  incident: Incident,
  group: CaseGroup | null,
  { team, segment }: { readonly team: TeamId | null; readonly segment: SegmentName },
  today: PlainDate,
): IncidentRow => ({
  group,
  incident,
  team,
  segment,
  section: sectionOf(incident, today),
  clock: clockOf(incident),
  ownText: foldWords(
    `${incident.number ?? ''} ${incident.details.errorMessage ?? ''} ${incident.description}`,
  ),
})

function isShown(incident: Incident, today: PlainDate): boolean {
  const last = incident.history.at(-1)?.at ?? incident.raisedAt
  return isOpenIncident(incident) || londonDate(last) >= addDays(today, -SHOWN_DAYS)
}

// One of a group in the segment's queue waits for all its leaders (TEAM-1).
const oversees = (group: CaseGroup, view: Viewpoint): boolean =>
  isOverseen(group, view) ||
  (view.kind === 'team' && group.team === null && group.segment === view.segment.name)

function isOfViews({ team, segment }: OwnIncident, view: Viewpoint): boolean {
  if (view.kind === 'team') return isOfTeam(team, view)
  return view.kind === 'segment' && segment === view.segment.name
}

function isHis(incident: Incident, { staff: { number } }: Viewpoint): boolean {
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
      (a < b ? -ended : a > b ? ended : 0) ||
      (one.incident.id < other.incident.id ? -1 : one.incident.id > other.incident.id ? 1 : 0)
    )
  }
}

/** How many need something of whoever reads them: his turn, or anybody's. */
export function incidentsToDo(rows: readonly IncidentRow[], { kind }: Viewpoint): number {
  const his: Turn = kind === 'person' ? 'raiser' : 'leader'
  return rows.filter(({ section }) => {
    const turn = turnOf(section)
    return turn === his || turn === 'either'
  }).length
}
