import type { CaseGroup } from '../domain/case-group.ts'
import type { HistoryEntry } from '../domain/history.ts'
import type { StaffNumber } from '../domain/ids.ts'
import type { Instant } from '../domain/time.ts'
import type { Readings } from './readings.ts'
import { entriesSince, linesOfEntries, ownIncidentsLine } from './today-changes.ts'
import {
  isAfter,
  isOwn,
  line,
  type Mention,
  newestFirst,
  recoveryLine,
  type TodayLine,
} from './today-line.ts'
import { isLocalItDesk } from './viewpoint.ts'

/** What others gave to somebody who oversees nobody, and did to what is his. */
export function ownChanges(readings: Readings, since: Instant): readonly TodayLine[] {
  const { groups, view } = readings
  const me = view.staff.number
  const own = groups.map(({ group }) => ({ group, entries: sinceItCame(group, me, since) }))
  return [
    line('groups-given', 'changed', groupsGiven(readings, since)),
    line('requests-given', 'changed', requestsGiven(readings, since)),
    ...linesOfEntries([...own, ...incidentsElsewhere(readings, since)]),
    ownIncidentsLine(readings, since),
    ...recoveryChanges(readings, since),
  ]
}

const gives =
  (me: StaffNumber) =>
  ({ event }: HistoryEntry): boolean =>
    event.kind === 'allocated' && event.to === me

const isByOthers = (me: StaffNumber) => (entry: HistoryEntry) => !isOwn(entry, me)

/** What others did to a group since it is his: how it came is told by itself. */
function sinceItCame(group: CaseGroup, me: StaffNumber, since: Instant): readonly HistoryEntry[] {
  const entries = entriesSince(group, since)
  const came = entries.findIndex(gives(me))
  const his = came < 0 ? entries : entries.slice(0, came)
  return his
    .filter(isByOthers(me))
    .filter(({ event }) => event.kind !== 'request-assigned' || event.to !== me)
}

function groupsGiven({ groups, view }: Readings, since: Instant): readonly Mention[] {
  const me = view.staff.number
  const found = groups.flatMap(({ group }) => {
    const entry = entriesSince(group, since).find(gives(me))
    return entry && !isOwn(entry, me) ? [{ group, entry }] : []
  })
  return found.sort(newestFirst)
}

/** Service requests that somebody gave him, whoever's case group they are on; a group once. */
function requestsGiven({ requests, view }: Readings, since: Instant): readonly Mention[] {
  const me = view.staff.number
  const found = new Map<CaseGroup, Mention>()
  for (const { group, request } of requests) {
    if (request?.holder !== me) continue
    const entry = entriesSince(group, since)
      .filter(isByOthers(me))
      .find(
        ({ event }) => event.kind === 'request-assigned' && event.to === me && event.type === request.type,
      )
    if (entry) found.set(group, { group, entry })
  }
  return [...found.values()].sort(newestFirst)
}

/** Steps of his incidents on groups that somebody else holds. */
function incidentsElsewhere({ incidents, groups, view }: Readings, since: Instant) {
  const held = new Set(groups.map(({ group }) => group.id))
  const his = new Set(incidents.filter(({ isHis }) => isHis).map(({ incident }) => incident.id))
  const elsewhere = new Map(
    incidents.flatMap(({ group }) => (group && !held.has(group.id) ? [[group.id, group] as const] : [])),
  )
  return [...elsewhere.values()].map(group => ({
    group,
    entries: entriesSince(group, since)
      .filter(isByOthers(view.staff.number))
      .filter(({ event }) => event.kind === 'incident' && his.has(event.incident)),
  }))
}

/** What local IT is asked for since, and what needs it no more (ORPH-4). */
function recoveryChanges({ recoveries, view }: Readings, since: Instant): readonly TodayLine[] {
  if (!isLocalItDesk(view)) return []
  const asked = recoveries.filter(
    ({ recovery: { end, requestedAt } }) => end === null && isAfter(requestedAt, since),
  )
  const ended = recoveries.filter(
    ({ recovery: { end } }) => end !== null && end.by !== view.staff.number && isAfter(end.at, since),
  )
  return [
    recoveryLine('recoveries-asked', 'changed', asked),
    recoveryLine('recoveries-ended', 'changed', ended),
  ]
}
