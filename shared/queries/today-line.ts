import type { CaseGroup } from '../domain/case-group.ts'
import type { DataException } from '../domain/data-exception.ts'
import type { HistoryEntry } from '../domain/history.ts'
import type { StaffNumber } from '../domain/ids.ts'
import type { Incident } from '../domain/incident.ts'
import type { Team } from '../domain/organisation.ts'
import type { Instant } from '../domain/time.ts'
import type { RecoveryRow } from './recoveries.ts'

/** What is looked at first, in the order in which it is told. */
export const todayLines = [
  'needs-you',
  'emails-to-answer',
  'incidents-to-decide',
  'incidents-to-go-on',
  'retries-unseen',
  'requests-answered',
  'requests-overdue',
  'requests-this-week',
  'queue-overdue',
  'queue-this-week',
  'orphans-overdue',
  'orphans-this-week',
  'locks-after-incident',
  'reviews-due',
  'reviews-this-week',
  'post-to-do',
  'advice-to-answer',
  'advice-answered',
  'recoveries-chased',
  'recoveries-new',
  'recoveries-acknowledged',
  'recoveries-answered',
  'recoveries-to-manage',
  'other-deadlines',
  'teams-unled',
  'groups-to-move',
  'drift-to-settle',
  'moved-here-while-locked',
  'changes-to-carry',
  'exceptions-to-correct',
  'bounced',
  'groups-given',
  'requests-given',
  'returned',
  'allocated',
  'moved',
  'moved-while-locked',
  'locks-set',
  'locks-kept',
  'locks-cleared',
  'requests-raised',
  'requests-assigned',
  'requests-closed',
  'drift-settled',
  'incidents',
  'incidents-of-no-case',
  'new-in-queue',
  'recoveries-asked',
  'recoveries-ended',
] as const
export type TodayLineId = (typeof todayLines)[number]

export type TodaySection = 'needs-you' | 'due' | 'bounced' | 'changed'

/** A case group that a line is about, and what happened to it where something did. */
export interface Mention {
  readonly group: CaseGroup
  readonly entry: HistoryEntry | null
}

/** What else a line can be about: that has no group, or none that its reader sees. */
export type Subject =
  | { readonly kind: 'recovery'; readonly row: RecoveryRow }
  | { readonly kind: 'incident'; readonly incident: Incident }
  | { readonly kind: 'exception'; readonly exception: DataException }
  | { readonly kind: 'team'; readonly team: Team }

export interface TodayLine {
  readonly id: TodayLineId
  readonly section: TodaySection
  readonly mentions: readonly Mention[]
  readonly subjects: readonly Subject[]
  /** More than the groups where one has several of them. */
  readonly count: number
}

export const line = (
  id: TodayLineId,
  section: TodaySection,
  mentions: readonly Mention[],
  count = mentions.length,
): TodayLine => ({ id, section, mentions, subjects: [], count })

interface About {
  readonly group: CaseGroup | null
  readonly incident?: Incident | null
}

/** What is due of rows, by their groups; what affects no case is counted too. */
export function due(id: TodayLineId, rows: readonly About[], count = rows.length): TodayLine {
  const groups = [...new Set(rows.flatMap(({ group }) => group ?? []))]
  const mentions = groups.map(group => ({ group, entry: null }))
  const ofNoCase = new Map(
    rows.flatMap(({ group, incident }) => (group === null && incident ? [[incident.id, incident]] : [])),
  )
  const subjects = [...ofNoCase.values()].map((incident): Subject => ({ kind: 'incident', incident }))
  return { ...line(id, 'due', mentions, count), subjects }
}

/** A line about what has no group. */
export const lineOfSubjects = (
  id: TodayLineId,
  section: TodaySection,
  subjects: readonly Subject[],
): TodayLine => ({ ...line(id, section, [], subjects.length), subjects })

export function recoveryLine(
  id: TodayLineId,
  section: TodaySection,
  rows: readonly RecoveryRow[],
): TodayLine {
  return lineOfSubjects(
    id,
    section,
    rows.map(row => ({ kind: 'recovery', row })),
  )
}

// Not as text: one of the two may say its milliseconds.
export const isAfter = (at: Instant, since: Instant) => Date.parse(at) > Date.parse(since)

export const newestFirst = (a: Mention, b: Mention) =>
  Date.parse(b.entry?.at ?? '') - Date.parse(a.entry?.at ?? '')

export const isOwn = ({ actor }: Pick<HistoryEntry, 'actor'>, staff: StaffNumber) =>
  actor.kind === 'person' && actor.staff === staff
