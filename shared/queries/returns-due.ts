import type { CaseGroup } from '../domain/case-group.ts'
import type { HistoryEvent } from '../domain/history.ts'
import type { StaffNumber } from '../domain/ids.ts'
import { isWithAac } from '../domain/incident-steps.ts'
import { openWorkCount } from '../domain/open-work.ts'
import type { OrganisationIndex } from '../domain/organisation-index.ts'
import { orphaningOf } from '../domain/orphan.ts'
import { daysBetween, londonDate, type PlainDate } from '../domain/time.ts'
import { staffName } from './names.ts'
import { type Changes, rowsAfter } from './rows-after.ts'
import { isOverseen, type Viewpoint } from './viewpoint.ts'

/** A group whose holder has no open work on it: to be returned (RTS-7). */
export interface ReturnDue {
  readonly group: CaseGroup
  readonly holder: StaffNumber
  /** The last work on record, or the assignment where that is later. Null: neither is. */
  readonly withoutWorkSince: PlainDate | null
  readonly daysWithoutWork: number | null
  /** The lock is the reason to wait. */
  readonly waitsForLock: boolean
  /** An incident of it is with AAC, which is the reason to wait. */
  readonly waitsForIncident: boolean
}

/** Whether a group is to be returned; orphans have a list of their own. */
export function isReturnDue(group: CaseGroup, index: OrganisationIndex): boolean {
  return group.holder !== null && openWorkCount(group) === 0 && orphaningOf(group, index) === null
}

/** Groups to be returned, by caseworker; longest without work first, where that is known. */
export function returnsDueAfter(
  returns: readonly ReturnDue[],
  changes: Changes,
  view: Viewpoint,
  index: OrganisationIndex,
  today: PlainDate,
): readonly ReturnDue[] {
  const read = (group: CaseGroup) =>
    group.holder !== null && isOverseen(group, view) && isReturnDue(group, index)
      ? returnDue(group, group.holder, today)
      : null
  return rowsAfter(returns, changes, read, byHolder(index))
}

function returnDue(group: CaseGroup, holder: StaffNumber, today: PlainDate): ReturnDue {
  const since = withoutWorkSinceOf(group)
  const daysWithoutWork = since === null ? null : Math.max(0, daysBetween(since, today))
  return {
    group,
    holder,
    withoutWorkSince: since,
    daysWithoutWork,
    waitsForLock: group.lock !== null,
    waitsForIncident: group.incidents.some(isWithAac),
  }
}

const byHolder = (index: OrganisationIndex) => (a: ReturnDue, b: ReturnDue) => {
  if (a.holder !== b.holder) {
    const [left, right] = [staffName(a.holder, index), staffName(b.holder, index)]
    return left === right ? (a.holder < b.holder ? -1 : 1) : left < right ? -1 : 1
  }
  return (b.daysWithoutWork ?? -1) - (a.daysWithoutWork ?? -1) || (a.group.id < b.group.id ? -1 : 1)
}

function withoutWorkSinceOf({ serviceRequests, history, assignedOn }: CaseGroup): PlainDate | null {
  const days = [
    assignedOn,
    ...serviceRequests.flatMap(({ activities, here }) => [
      here?.closedOn ?? null,
      ...activities.map(({ doneOn }) => doneOn),
    ]),
    ...history.flatMap(({ at, event }) => (isWork(event) ? [londonDate(at)] : [])),
  ]
  return days.reduce((last, day) => (day !== null && (last === null || day > last) ? day : last), null)
}

const isWork = ({ kind }: HistoryEvent) => kind === 'worked' || kind === 'request-closed'
