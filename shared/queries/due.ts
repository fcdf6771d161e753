import type { CaseGroup } from '../domain/case-group.ts'
import type { SrNumber } from '../domain/ids.ts'
import { isOpenRequest } from '../domain/open-work.ts'
import { addDays, type PlainDate } from '../domain/time.ts'

export interface Due {
  readonly on: PlainDate
  readonly request: SrNumber
  /** The type of the service request that is due. */
  readonly what: string
}

/** The earliest date an open service request of the group is due; null: none has one. */
export function nextDueOf(group: CaseGroup): Due | null {
  let next: Due | null = null
  for (const request of group.serviceRequests) {
    const { dueOn, number, type } = request
    if (dueOn === null || !isOpenRequest(request)) continue
    if (next === null || dueOn < next.on) next = { on: dueOn, request: number, what: type }
  }
  return next
}

// Asked of tens of thousands of dates in a row, always of the same day.
let week: readonly [today: PlainDate, end: PlainDate] = ['', '']

function endOfWeek(today: PlainDate): PlainDate {
  if (week[0] !== today) week = [today, addDays(today, 7)]
  return week[1]
}

export type Urgency = 'overdue' | 'this-week' | 'later'

/** Overdue, due within seven days from today, or later. */
export function urgencyOf(dueOn: PlainDate, today: PlainDate): Urgency {
  if (dueOn < today) return 'overdue'
  return dueOn <= endOfWeek(today) ? 'this-week' : 'later'
}
