import type { CaseGroup, ServiceRequest } from '../domain/case-group.ts'
import type { StaffNumber } from '../domain/ids.ts'
import { isOpenRequest } from '../domain/open-work.ts'
import type { Instant, PlainDate } from '../domain/time.ts'
import type { Clock } from './clocks.ts'
import type { Orphan } from './orphans.ts'
import type { Readings } from './readings.ts'
import type { RequestRow } from './requests.ts'
import { rowKeyOf } from './row-key.ts'

const nobody = () => null

/** What Advice and Guidance is asked with a request. */
export const isAdvice = ({ request }: RequestRow): boolean => request?.here?.advice != null

export const adviceKey = ({ group, request }: RequestRow): string | null =>
  request && rowKeyOf(group, request)

/** The day until which a row runs; null: by when nobody said, or it is only news. */
const endOf = ({ section, request }: RequestRow): PlainDate | null =>
  section === 'news' ? null : (request?.dueOn ?? null)

const momentOf = ({ request }: RequestRow): Instant | null => request?.here?.advice?.dueAt ?? null

/** Those that are due by the end of a day, in the order of the rows, which is that of their dates. */
export function requestClocks(rows: readonly RequestRow[]): readonly Clock[] {
  const clocks: Clock[] = []
  for (const row of rows) {
    const clock = momentOf(row) === null ? clockOfRow(row) : undefined
    if (clock) clocks.push(clock)
  }
  return clocks
}

/** How many of them are due by the end of one day. */
export function countRequestsBy(rows: readonly RequestRow[], day: PlainDate): number {
  let count = 0
  for (const row of rows) {
    const dueOn = endOf(row)
    if (dueOn !== null && dueOn <= day && momentOf(row) === null) count += 1
  }
  return count
}

/** Those that are due at a moment, which is before the end of its day. */
export const urgentRequests = (asked: readonly RequestRow[]): readonly Clock[] =>
  asked.flatMap(row => (momentOf(row) === null ? [] : (clockOfRow(row) ?? [])))

const ofRequests = new WeakMap<RequestRow, Clock>()

function clockOfRow(row: RequestRow): Clock | undefined {
  const dueOn = endOf(row)
  if (row.request === null || dueOn === null) return undefined
  const found = ofRequests.get(row)
  if (found) return found
  const made = requestClock(row.group, row.request, dueOn, row.request.holder)
  ofRequests.set(row, made)
  return made
}

function requestClock(
  group: CaseGroup,
  request: ServiceRequest,
  dueOn: PlainDate,
  whose: StaffNumber | null,
): Clock {
  const advice = request.here?.advice ?? null
  return {
    kind: advice ? 'advice' : 'service-request',
    key: rowKeyOf(group, request),
    group,
    request,
    dueOn,
    dueAt: advice?.dueAt ?? null,
    whose,
  }
}

const loose = new WeakMap<CaseGroup, readonly Clock[]>()
const nothing: readonly Clock[] = []

/** What nobody has, of tens of thousands of groups of which few have any. */
export function looseOfAll(groups: Readings['groups']): readonly Clock[] {
  const found: Clock[] = []
  for (const { group } of groups) for (const clock of looseOf(group)) found.push(clock)
  return found
}

/** Advice that was asked for on the group and has not come, and its own work that nobody has (TEAM-1). */
function looseOf(group: CaseGroup): readonly Clock[] {
  const found = loose.get(group)
  if (found) return found
  const made = requestClocksOf(
    group,
    ({ kind, holder, here }) => here?.advice != null || (kind === 'case-owning' && holder === null),
  )
  loose.set(group, made)
  return made
}

const lost = new WeakMap<Orphan, readonly Clock[]>()

/** What runs for an orphan, with nobody any more: the request, or all that its holder had of the case group (ORPH-3). */
export function lostOf(orphan: Orphan): readonly Clock[] {
  const found = lost.get(orphan)
  if (found) return found
  const { group, request } = orphan
  const isIts = (each: ServiceRequest) =>
    request ? each === request : each.kind === 'case-owning' && each.holder === group.holder
  const made = requestClocksOf(group, isIts, nobody)
  lost.set(orphan, made)
  return made
}

/** Those of the open requests of a group. */
export function requestClocksOf(
  group: CaseGroup,
  which: (request: ServiceRequest) => boolean,
  whose: (request: ServiceRequest) => StaffNumber | null = ({ holder }) => holder,
): readonly Clock[] {
  const open = group.serviceRequests.filter(each => isOpenRequest(each) && which(each))
  if (open.length === 0) return nothing
  return open.flatMap(each => (each.dueOn === null ? [] : requestClock(group, each, each.dueOn, whose(each))))
}
