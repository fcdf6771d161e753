import { z } from 'zod'
import type { Id, StaffNumber, TeamId } from './ids.ts'
import type { Division } from './organisation.ts'
import type { OrganisationIndex } from './organisation-index.ts'
import { hoursAfter, type Instant, londonDate, type PlainDate } from './time.ts'
import { workingDaysAfter } from './working-days.ts'

export const ADVICE_TYPE = 'Advice request'

/** Where whoever asks looked before, with what; at least one of them gave no answer (ADV-1). */
export interface LookedBefore {
  readonly procedures: string | null
  /** Policy, Law and Decision Making Guidance. */
  readonly pldmg: string | null
  readonly teamLeader: string | null
}

/** Advice, not a decision: that stays with the caseworker (ADV-2). */
export interface AdviceAnswer {
  readonly by: StaffNumber
  readonly at: Instant
  readonly words: string
  /** It cannot be answered there, or is not fit for it: it goes on to an incident (ADV-3). */
  readonly unanswerable: boolean
}

/** What Advice and Guidance is asked, by when it is to be answered, and the answer. */
export interface Advice {
  readonly urgent: boolean
  readonly question: string
  readonly looked: LookedBefore
  /** The incident in whose path it was asked. */
  readonly incident: Id<'incident'> | null
  readonly askedBy: StaffNumber
  readonly askedAt: Instant
  /** Of the asking team: its bank holidays count (ADV-4). */
  readonly division: Division
  /** Urgent advice runs on the clock; null: by the end of `dueOn`. */
  readonly dueAt: Instant | null
  readonly dueOn: PlainDate
  /** Null: not answered yet. */
  readonly answer: AdviceAnswer | null
}

export type AdviceId = Id<'advice-request'>
export const adviceId = z.uuid().transform(value => value as AdviceId)

/** A question that is about no case: a document without a service request (ADV-1). */
export interface AdviceRequest {
  readonly kind: 'advice-request'
  readonly id: AdviceId
  /** Of whoever asked; its leader sees it too. */
  readonly team: TeamId
  readonly advice: Advice
}

export const CASE_ADVICE_DAYS = 5
export const GENERAL_ADVICE_DAYS = 10
export const URGENT_ADVICE_HOURS = 24
interface Asked {
  readonly urgent: boolean
  readonly askedAt: Instant
  readonly division: Division
}

/** When it is to be answered: so many working days after receipt, urgent in 24 hours (ADV-1, ADV-4). */
export function adviceDue(
  { urgent, askedAt, division }: Asked,
  days: number,
  { calendar }: Pick<OrganisationIndex, 'calendar'>,
): Pick<Advice, 'dueAt' | 'dueOn'> {
  if (!urgent)
    return { dueAt: null, dueOn: workingDaysAfter(londonDate(askedAt), days, division, calendar).on }
  const dueAt = hoursAfter(askedAt, URGENT_ADVICE_HOURS)
  return { dueAt, dueOn: londonDate(dueAt) }
}

/** The division of the asking team; without a team, the largest (ADV-4). */
export function divisionOfStaff(number: StaffNumber, { staff, teams }: OrganisationIndex): Division {
  const team = staff.get(number)?.team ?? null
  return (team === null ? undefined : teams.get(team)?.division) ?? 'england-and-wales'
}
