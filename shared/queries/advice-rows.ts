import type { Advice, AdviceRequest } from '../domain/advice.ts'
import { isAdviserOf } from '../domain/advisers.ts'
import type { OrganisationIndex } from '../domain/organisation-index.ts'
import type { Readings } from './readings.ts'
import { foldWords } from './search.ts'

/** How the list of advice about no case is divided, what is to be done first. */
export const adviceSections = ['to-answer', 'unanswerable', 'waiting', 'answered'] as const
export type AdviceSection = (typeof adviceSections)[number]

export interface AdviceRow {
  readonly group: null
  readonly ownText: string
  readonly request: AdviceRequest
  readonly section: AdviceSection
}

/** What is asked about no case: to be answered by whoever reads it, or waited for; urgent and old first (ADV-1). */
export function adviceRows({ advice, view, index }: Readings): readonly AdviceRow[] {
  return advice
    .map(request => rowOf(request, view.staff.number, index))
    .sort(
      (one, other) =>
        adviceSections.indexOf(one.section) - adviceSections.indexOf(other.section) ||
        compare(orderOf(one), orderOf(other)),
    )
}

function rowOf(request: AdviceRequest, reader: Advice['askedBy'], index: OrganisationIndex): AdviceRow {
  const { question, answer } = request.advice
  return {
    group: null,
    ownText: foldWords(`${question} ${answer?.words ?? ''}`),
    request,
    section: sectionOf(request, isAdviserOf(reader, request.team, index)),
  }
}

function sectionOf({ advice: { answer } }: AdviceRequest, isAdviser: boolean): AdviceSection {
  if (answer === null) return isAdviser ? 'to-answer' : 'waiting'
  // It is for whoever asked to take it on (ADV-3).
  return answer.unanswerable && !isAdviser ? 'unanswerable' : 'answered'
}

// What waits by its deadline, what is answered the newest first.
function orderOf({ request: { advice, id } }: AdviceRow): string {
  if (advice.answer) return `${9e15 - Date.parse(advice.answer.at)} ${id}`
  return `${advice.dueAt ?? `${advice.dueOn}T~`} ${id}`
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** How many need something of whoever reads them. */
export const adviceToDo = (rows: readonly AdviceRow[]): number =>
  rows.filter(({ section }) => section === 'to-answer' || section === 'unanswerable').length
