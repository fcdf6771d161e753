import type { Advice, AdviceRequest } from '../domain/advice.ts'
import { isAdviserOf } from '../domain/advisers.ts'
import type { StaffNumber } from '../domain/ids.ts'
import type { OrganisationIndex } from '../domain/organisation-index.ts'
import { daysBetween, londonDate, type PlainDate } from '../domain/time.ts'
import type { Readings } from './readings.ts'
import { foldWords } from './search.ts'

/** How the list of advice about no case is divided, what is to be done first. */
export const adviceSections = ['to-answer', 'unanswerable', 'news', 'waiting', 'answered'] as const
export type AdviceSection = (typeof adviceSections)[number]

export interface AdviceRow {
  readonly group: null
  readonly ownText: string
  readonly request: AdviceRequest
  readonly section: AdviceSection
}

/** What is asked about no case: to be answered by whoever reads it, or waited for; urgent and old first (ADV-1). */
export function adviceRows({ advice, view, index, today }: Readings): readonly AdviceRow[] {
  return advice
    .map(request => rowOf(request, view.staff.number, index, today))
    .sort(
      (one, other) =>
        adviceSections.indexOf(one.section) - adviceSections.indexOf(other.section) ||
        compare(orderOf(one), orderOf(other)),
    )
}

function rowOf(
  request: AdviceRequest,
  reader: StaffNumber,
  index: OrganisationIndex,
  today: PlainDate,
): AdviceRow {
  const { question, answer } = request.advice
  const isAdviser = isAdviserOf(reader, request.team, index)
  return {
    group: null,
    ownText: foldWords(`${question} ${answer?.words ?? ''}`),
    request,
    section: sectionOf(request.advice, isAdviser, reader, today),
  }
}

/** An answer is news to whoever asked for so long. */
const NEWS_DAYS = 7

function sectionOf(
  { answer, askedBy, incident }: Advice,
  isAdviser: boolean,
  reader: StaffNumber,
  today: PlainDate,
): AdviceSection {
  if (answer === null) return isAdviser ? 'to-answer' : 'waiting'
  if (isAdviser) return 'answered'
  // It is for whoever asked to take it on, until an incident goes on from it (ADV-3).
  if (answer.unanswerable && incident === null) return 'unanswerable'
  const isNew = daysBetween(londonDate(answer.at), today) <= NEWS_DAYS
  return askedBy === reader && isNew ? 'news' : 'answered'
}

// What waits by its deadline, what is answered the newest first.
function orderOf({ request: { advice, id } }: AdviceRow): string {
  if (advice.answer) return `${9e15 - Date.parse(advice.answer.at)} ${id}`
  return `${advice.dueAt ?? `${advice.dueOn}T~`} ${id}`
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** How many need something of whoever reads them. */
export const adviceToDo = (rows: readonly AdviceRow[]): number =>
  rows.filter(({ section }) => section !== 'waiting' && section !== 'answered').length
