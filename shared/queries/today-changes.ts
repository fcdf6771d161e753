import type { CaseGroup } from '../domain/case-group.ts'
import type { HistoryEntry, HistoryEvent } from '../domain/history.ts'
import type { Instant } from '../domain/time.ts'
import type { Readings } from './readings.ts'
import {
  isAfter,
  isOwn,
  line,
  lineOfSubjects,
  type Mention,
  newestFirst,
  type TodayLine,
  type TodayLineId,
  todayLines,
} from './today-line.ts'

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

/** What others did to the groups that the person oversees, newest first; his own deeds are no news to him. */
export function changedLines(readings: Readings, since: Instant): readonly TodayLine[] {
  const { groups, view } = readings
  const news = groups.map(({ group }) => ({
    group,
    entries: entriesSince(group, since).filter(entry => !isOwn(entry, view.staff.number)),
  }))
  return [
    ...linesOfEntries([...news, ...specialistRequests(readings, since)]),
    ownIncidentsLine(readings, since),
    line('new-in-queue', 'changed', newInQueue(readings, since)),
  ]
}

/** What others did to incidents that affect no case: no group's history tells of it (INC-13). */
export function ownIncidentsLine({ incidents, view }: Readings, since: Instant): TodayLine {
  const me = view.staff.number
  const found = incidents.filter(
    ({ group, isHis, incident }) =>
      group === null &&
      (isHis || view.kind !== 'person') &&
      incident.history.some(entry => isAfter(entry.at, since) && !isOwn(entry, me)),
  )
  return lineOfSubjects(
    'incidents-of-no-case',
    'changed',
    found.map(({ incident }) => ({ kind: 'incident', incident })),
  )
}

/** Specialists own no group: to their leaders it is news what is raised for them and given to whom (ALLOC-9). */
function specialistRequests({ requests, view }: Readings, since: Instant): readonly News[] {
  if (view.kind === 'person' || view.segment.kind !== 'functionally-unique') return []
  const types = new Map<CaseGroup, Set<string>>()
  for (const { group, request } of requests)
    if (request) types.set(group, (types.get(group) ?? new Set()).add(request.type))
  return [...types].map(([group, own]) => ({
    group,
    entries: entriesSince(group, since).filter(
      entry =>
        !isOwn(entry, view.staff.number) &&
        (entry.event.kind === 'request-raised' || entry.event.kind === 'request-assigned') &&
        own.has(entry.event.type),
    ),
  }))
}

/** What happened to a group after a moment, newest first. */
export function entriesSince({ history }: CaseGroup, since: Instant): readonly HistoryEntry[] {
  const before = history.findIndex(({ at }) => !isAfter(at, since))
  return before < 0 ? history : history.slice(0, before)
}

interface News {
  readonly group: CaseGroup
  readonly entries: readonly HistoryEntry[]
}

/** A line for each kind of what happened; a group once in each. */
export function linesOfEntries(news: readonly News[]): readonly TodayLine[] {
  const found = new Map<TodayLineId, Mention[]>()
  for (const { group, entries } of news) {
    for (const entry of entries) {
      if (entry.event.kind === 'worked') continue
      const id = kinds[entry.event.kind]
      const mentions = found.get(id) ?? []
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
