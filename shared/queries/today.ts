import type { CaseGroup } from '../domain/case-group.ts'
import type { HistoryEntry, HistoryEvent } from '../domain/history.ts'
import type { StaffNumber } from '../domain/ids.ts'
import { emailsOf } from '../domain/incident-emails.ts'
import type { Instant, PlainDate } from '../domain/time.ts'
import { bounceOf } from './bounce.ts'
import { clockKinds } from './clock-words.ts'
import { type ClockKind, clocksToDo, mayReview } from './clocks.ts'
import { type Urgency, urgencyOf } from './due.ts'
import type { IncidentSection } from './incident-turn.ts'
import { headsManagersList } from './lock-reviewing.ts'
import type { QueuedGroup } from './queue.ts'
import type { Readings } from './readings.ts'

/** What is looked at first, in the order in which it is told. */
export const todayLines = [
  'needs-you',
  'emails-to-answer',
  'incidents-to-decide',
  'requests-overdue',
  'requests-this-week',
  'queue-overdue',
  'queue-this-week',
  'orphans-overdue',
  'orphans-this-week',
  'reviews-due',
  'reviews-this-week',
  'other-deadlines',
  'bounced',
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
  'new-in-queue',
] as const
export type TodayLineId = (typeof todayLines)[number]

export type TodaySection = 'needs-you' | 'due' | 'bounced' | 'changed'

/** A case group that a line is about, and what happened to it where something did. */
export interface Mention {
  readonly group: CaseGroup
  readonly entry: HistoryEntry | null
}

export interface TodayLine {
  readonly id: TodayLineId
  readonly section: TodaySection
  readonly mentions: readonly Mention[]
  /** More than the groups where one has several of them. */
  readonly count: number
}

/** What needs somebody today: what is due, what bounced, and what others changed since he last looked. */
export function todayOf(readings: Readings, since: Instant, needsYou: number): readonly TodayLine[] {
  return [
    line('needs-you', 'needs-you', [], needsYou),
    ...incidentLines(readings),
    ...dueLines(readings),
    otherDeadlines(readings),
    line('bounced', 'bounced', bouncedIn(readings)),
    ...changedLines(readings, since),
    line('new-in-queue', 'changed', newInQueue(readings, since)),
  ]
}

const line = (
  id: TodayLineId,
  section: TodaySection,
  mentions: readonly Mention[],
  count = mentions.length,
): TodayLine => ({ id, section, mentions, count })

interface About {
  readonly group: CaseGroup
}

function due(id: TodayLineId, rows: readonly About[]): TodayLine {
  const groups = [...new Set(rows.map(({ group }) => group))]
  return line(
    id,
    'due',
    groups.map(group => ({ group, entry: null })),
    rows.length,
  )
}

/** What of the incidents is the reader's turn (INC-3, INC-5, INC-10, INC-16); one that affects no case is counted too. */
function incidentLines({ incidents }: Readings): readonly TodayLine[] {
  const of = (id: TodayLineId, sections: readonly IncidentSection[]) => {
    const rows = incidents.filter(({ section, yours }) => yours && sections.includes(section))
    const groups = [...new Set(rows.flatMap(({ group }) => group ?? []))]
    return line(
      id,
      'due',
      groups.map(group => ({ group, entry: null })),
      // Of several emails each has its clock (INC-10).
      rows.reduce((sum, { incident }) => sum + Math.max(1, emailsOf(incident).length), 0),
    )
  }
  return [of('emails-to-answer', ['answer']), of('incidents-to-decide', ['consult', 'decide', 'advised'])]
}

function dueLines(readings: Readings): readonly TodayLine[] {
  const { requests, queue, orphans, locks, view, today } = readings
  const review = locks.filter(
    ({ reviewing, group }) =>
      (view.kind === 'segment' ? headsManagersList(reviewing) : reviewing.isDue) &&
      mayReview(readings, group),
  )
  return [
    due(
      'requests-overdue',
      requests.filter(({ section }) => section === 'overdue'),
    ),
    due(
      'requests-this-week',
      requests.filter(({ section }) => section === 'this-week'),
    ),
    ...waitingLines(queue, today),
    due(
      'orphans-overdue',
      orphans.filter(({ severity }) => severity === 'overdue'),
    ),
    due(
      'orphans-this-week',
      orphans.filter(({ severity }) => severity === 'this-week'),
    ),
    due('reviews-due', review),
    due(
      'reviews-this-week',
      locks.filter(
        ({ reviewing, group }) =>
          reviewing.state === 'this-week' && !reviewing.isDue && mayReview(readings, group),
      ),
    ),
  ]
}

/** Nobody has the work of a queued group yet, so that no list of requests has it (TEAM-1). */
function waitingLines(queue: readonly QueuedGroup[], today: PlainDate): readonly TodayLine[] {
  const of = (urgency: Urgency) => queue.filter(({ due }) => due && urgencyOf(due.on, today) === urgency)
  return [due('queue-overdue', of('overdue')), due('queue-this-week', of('this-week'))]
}

const toldApart: ReadonlySet<ClockKind> = new Set(['service-request', 'lock-review', 'email-to-answer'])
/** Clocks that no other line tells of: they have one for all. */
export const otherClockKinds = clockKinds.filter(kind => !toldApart.has(kind))

/** What of the other clocks has run out or does today (INC-3, INC-9, ADV-1, ORPH-4). */
function otherDeadlines(readings: Readings): TodayLine {
  const { today } = readings
  const found = clocksToDo(readings).filter(({ kind, dueOn }) => dueOn <= today && !toldApart.has(kind))
  const groups = [...new Set(found.flatMap(({ group }) => group ?? []))]
  return line(
    'other-deadlines',
    'due',
    groups.map(group => ({ group, entry: null })),
    found.length,
  )
}

// Work that leaves a group where it is, is no news.
const kinds: Readonly<Record<Exclude<HistoryEvent['kind'], 'worked'>, TodayLineId>> = {
  returned: 'returned',
  allocated: 'allocated',
  moved: 'moved',
  'moved-while-locked': 'moved-while-locked',
  'lock-set': 'locks-set',
  'lock-kept': 'locks-kept',
  'lock-cleared': 'locks-cleared',
  'lock-overruled': 'locks-cleared',
  'request-raised': 'requests-raised',
  'request-assigned': 'requests-assigned',
  'request-closed': 'requests-closed',
  'drift-settled': 'drift-settled',
  incident: 'incidents',
}
const told = new Set(Object.values(kinds))
const changedIds = todayLines.filter(id => told.has(id))

/** What others did to the groups that the person sees, newest first; his own deeds are no news to him. */
function changedLines({ groups, view }: Readings, since: Instant): readonly TodayLine[] {
  const found = new Map<TodayLineId, Mention[]>()
  for (const { group } of groups) {
    for (const entry of group.history) {
      if (!isAfter(entry.at, since)) break
      if (entry.event.kind === 'worked') continue
      const id = kinds[entry.event.kind]
      const mentions = found.get(id) ?? []
      if (isOwn(entry, view.staff.number)) continue
      if (mentions.at(-1)?.group !== group) mentions.push({ group, entry })
      found.set(id, mentions)
    }
  }
  return changedIds.map(id => line(id, 'changed', (found.get(id) ?? []).sort(newestFirst)))
}

function newInQueue({ queue, view }: Readings, since: Instant): readonly Mention[] {
  return queue.flatMap(({ group, since: landed }) => {
    const entry =
      group.history.find(({ event }) => event.kind !== 'worked' && event.kind !== 'incident') ?? null
    const own = entry !== null && isOwn(entry, view.staff.number)
    return landed !== null && isAfter(landed, since) && !own ? [{ group, entry }] : []
  })
}

// Not as text: one of the two may say its milliseconds.
const isAfter = (at: Instant, since: Instant) => Date.parse(at) > Date.parse(since)

const newestFirst = (a: Mention, b: Mention) => Date.parse(b.entry?.at ?? '') - Date.parse(a.entry?.at ?? '')

const isOwn = ({ actor }: HistoryEntry, staff: StaffNumber) =>
  actor.kind === 'person' && actor.staff === staff

function bouncedIn({ groups, index, today }: Readings): readonly Mention[] {
  return groups.flatMap(({ group }) => {
    const entry = bounceOf(group, index, today)
    return entry ? [{ group, entry }] : []
  })
}
