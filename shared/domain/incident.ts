import type { Actor } from './history.ts'
import type { CommandId, IncidentId, SrNumber, StaffNumber } from './ids.ts'
import type { DetailField, Details, EmploymentConcern } from './incident-details.ts'
import type { IncidentState, IncidentStepName } from './incident-steps.ts'
import type { Instant, PlainDate } from './time.ts'

export const incidentSystems = ['CMS2012', 'BaNCS'] as const
export type IncidentSystem = (typeof incidentSystems)[number]

/** What is wrong (INC-15). */
export const problemKinds = ['error-message', 'cannot-progress', 'work-screens', 'operating-model'] as const
export type ProblemKind = (typeof problemKinds)[number]

/** What was done before a team leader is consulted (INC-2). */
export interface FirstChecks {
  /** The words that procedures were searched with. */
  readonly wordsSearched: string
  readonly raisedBefore: 'no' | 'not-known'
  /** Who was asked, or that nobody could be. */
  readonly colleagueAsked: string
  readonly reductionAdviceRead: boolean
  /** What the Local Finance SPOC said; null: it is no payments problem. */
  readonly financeSpoc: string | null
}

export interface Consultation {
  readonly by: StaffNumber
  readonly at: Instant
}

export interface Authorisation {
  readonly by: StaffNumber
  readonly at: Instant
  /** Somebody else was consulted, and he has read what came of it (INC-16). */
  readonly readConsultation: boolean
}

/** From AAC, to be answered within 24 hours of receipt, to the address inside it (INC-10). */
export interface AacEmail {
  readonly receivedAt: Instant
  readonly replyTo: string
  readonly text: string
}

/** Keeps the lock on when the incident is closed (INC-12, LOCK-6). */
export interface Direction {
  readonly by: string
  readonly until: PlainDate
}

/** Somebody else with the same problem (INC-2). */
export interface Joined {
  readonly by: StaffNumber
  readonly at: Instant
  readonly words: string
}

/** What an entry of the history can hold: what was said with a step, and what was filled in. */
export type IncidentFact =
  | DetailField
  | 'actionsTaken'
  | 'approvalNoted'
  | 'callBackAt'
  | 'checkBackOn'
  | 'colleagueAsked'
  | 'description'
  | 'directedBy'
  | 'employment'
  | 'documented'
  | 'financeSpoc'
  | 'inTime'
  | 'number'
  | 'outcome'
  | 'problem'
  | 'raisedBefore'
  | 'readConsultation'
  | 'reductionAdviceRead'
  | 'receivedAt'
  | 'rejection'
  | 'replyTo'
  | 'retriesBy'
  | 'reviewOn'
  | 'system'
  | 'until'
  | 'words'
  | 'wordsSearched'
export type IncidentFacts = Readonly<Partial<Record<IncidentFact, string>>>

/** One thing that somebody did; nothing in it is ever changed or deleted (INC-13). */
export interface IncidentEntry {
  readonly command: CommandId
  /** When the hub took it. */
  readonly at: Instant
  /** When it was done, perhaps offline, by the clock of the desk; left out: it was not kept yet. */
  readonly issuedAt?: Instant
  readonly actor: Actor
  readonly step: IncidentStepName
  readonly to: IncidentState
  /** What was said or written with it, by what it is: `words`, `number`, `until` … */
  readonly facts: IncidentFacts
}

/**
 * A problem on its way from the caseworker to a closed incident with AAC (INC-1 to INC-18). One about a case group
 * is part of that document, so that it goes where the group goes and is seen by whoever sees the group (INC-18, ACC-3),
 * and its lock is decided with it (LOCK-6).
 */
export interface Incident {
  readonly id: IncidentId
  readonly state: IncidentState
  /** How often the state changed: whoever decides says which turn he saw, so that the first decision stands. */
  readonly turn: number
  readonly raisedBy: StaffNumber
  readonly raisedAt: Instant
  readonly serviceRequest: SrNumber | null
  readonly system: IncidentSystem
  readonly problem: ProblemKind
  readonly employment: EmploymentConcern
  /** With the last actions before it (INC-4). */
  readonly description: string
  /** To resolve it, as it was referred with; null: it was not yet (INC-4). */
  readonly actionsTaken: string | null
  readonly checks: FirstChecks
  readonly details: Details
  readonly consulted: Consultation | null
  readonly checkBackOn: PlainDate | null
  readonly authorised: Authorisation | null
  /** AAC's own; null: it has none yet. */
  readonly number: string | null
  /** Why AAC rejected it last; its reason may follow by email (INC-8). */
  readonly rejection: string | null
  readonly callBackAt: Instant | null
  /** To an Expert Domain: from then on every response comes by email (INC-9). */
  readonly escalated: boolean
  readonly email: AacEmail | null
  /** Those that came besides and wait, too, the oldest first: `email` is older than all of them (INC-10). */
  readonly laterEmails?: readonly AacEmail[]
  /** To whom retry requests go; null: the raiser (INC-11). */
  readonly retriesBy: StaffNumber | null
  readonly direction: Direction | null
  readonly joined: readonly Joined[]
  /** Oldest first, whole (INC-13). */
  readonly history: readonly IncidentEntry[]
}

/** Who answers AAC and retries (INC-11). */
export const answersAac = ({ raisedBy, retriesBy }: Incident): StaffNumber => retriesBy ?? raisedBy
