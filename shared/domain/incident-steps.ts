/** Where an incident stands; the last two are its ends. */
export const incidentStates = [
  'consulting',
  'information-needed',
  'check-back',
  'with-advice',
  'to-refer',
  'referred',
  'local-action',
  'authorised',
  'rejected',
  'with-aac',
  'call-back',
  'escalated',
  'email-to-answer',
  'solved',
  'closed',
  'withdrawn',
] as const
export type IncidentState = (typeof incidentStates)[number]

/**
 * Whose step it is. `raiser`: who raised it or took over its retries, and the team leader where he is gone (INC-18).
 * `leader`: the leader of the group's team, his deputy, the segment manager in his place. `approver`: a leader, but never of his
 * own incident (INC-16). `either`: raiser or leader. `anyone`: whoever sees it.
 */
export type StepBy = 'raiser' | 'leader' | 'approver' | 'either' | 'anyone'

/** What can stand in the way of a step in a state in which it is open. */
export type StepGuard =
  | 'check-back-soon'
  | 'on-its-day'
  | 'advice-answered'
  | 'referral-complete'
  | 'details-possible'
  | 'consulted'
  | 'consultation-read'
  | 'details-complete'
  | 'lock-possible'
  | 'something-filled-in'
  | 'call-back-soon'
  | 'direction-within-a-year'
  | 'after-the-authorisation'
  | 'not-in-the-future'
  | 'address-given'
  | 'to-somebody-else'
  | 'to-who-may-retry'
  | 'of-somebody-else'
  | 'not-joined-yet'
  | 'names-no-client'
  | 'aac-told'

export interface IncidentStep {
  readonly from: readonly IncidentState[]
  /** The states that it can lead to; empty: it stays where it is. */
  readonly to: readonly IncidentState[]
  readonly by: StepBy
  /** What must hold besides, in the order in which it is looked at; the command of the step says how each is found out. */
  readonly guards: readonly StepGuard[]
  /** The args of its command besides which incident it is. */
  readonly asks: readonly string[]
}

/** In AAC's hands: the lock must be on (LOCK-6), through a rejection too (INC-17). */
export const statesWithAac = [
  'rejected',
  'with-aac',
  'call-back',
  'escalated',
  'email-to-answer',
  'solved',
] as const satisfies readonly IncidentState[]

export const endStates = ['closed', 'withdrawn'] as const satisfies readonly IncidentState[]

const open = incidentStates.filter(state => state !== 'closed' && state !== 'withdrawn')

/**
 * The life cycle: every step there is, from where, to where and whose. It drives the buttons, the authorisation in the
 * hub and the drawing in the documentation; what is not in it cannot be done (INC-14). Each has what must hold besides,
 * and what it asks for, by name. In the order in which a person looks for them: what leads on comes first.
 */
export const incidentSteps = {
  /** Resolved, and somebody checks back on a date; more needed; to A&G; or document and refer (INC-3). */
  'resolve-incident': {
    from: ['consulting'],
    to: ['check-back'],
    by: 'leader',
    guards: ['check-back-soon'],
    asks: ['words', 'checkBackOn'],
  },
  'ask-for-information': {
    from: ['consulting'],
    to: ['information-needed'],
    by: 'leader',
    guards: [],
    asks: ['words'],
  },
  'send-to-advice': { from: ['consulting'], to: ['with-advice'], by: 'leader', guards: [], asks: ['words'] },
  'direct-referral': { from: ['consulting'], to: ['to-refer'], by: 'leader', guards: [], asks: ['words'] },
  'give-information': {
    from: ['information-needed'],
    to: ['consulting'],
    by: 'raiser',
    guards: [],
    asks: ['words'],
  },
  'check-back': {
    from: ['check-back'],
    to: ['closed', 'consulting'],
    by: 'either',
    guards: ['on-its-day'],
    asks: ['works', 'words'],
  },
  /** Answered, it is closed or consulted on again; not answerable there, it goes on with everything carried over (ADV-3). */
  'return-from-advice': {
    from: ['with-advice'],
    to: ['closed', 'consulting', 'to-refer'],
    by: 'either',
    guards: ['advice-answered'],
    asks: ['outcome', 'words', 'advice'],
  },
  'refer-incident': {
    from: ['to-refer', 'local-action'],
    to: ['referred'],
    by: 'raiser',
    guards: ['referral-complete', 'details-possible'],
    asks: ['description', 'actionsTaken', 'documented', 'details'],
  },
  'authorise-incident': {
    from: ['referred'],
    to: ['authorised'],
    by: 'approver',
    guards: ['consulted', 'consultation-read'],
    asks: ['readConsultation'],
  },
  'send-back-incident': {
    from: ['referred'],
    to: ['local-action'],
    by: 'approver',
    guards: [],
    asks: ['words'],
  },
  /** The initial call yields a number or a rejection (INC-8). */
  'raise-with-aac': {
    from: ['authorised', 'rejected'],
    to: ['with-aac', 'rejected'],
    by: 'raiser',
    guards: ['details-complete', 'details-possible', 'lock-possible'],
    asks: ['outcome', 'approvalNoted', 'reviewOn'],
  },
  'complete-details': {
    from: ['to-refer', 'local-action', 'referred', 'authorised', 'rejected'],
    to: [],
    by: 'either',
    guards: ['something-filled-in'],
    asks: ['details', 'employment'],
  },
  'record-rejection': { from: ['rejected'], to: [], by: 'either', guards: [], asks: ['words'] },
  'arrange-call-back': {
    from: ['with-aac', 'call-back'],
    to: ['call-back'],
    by: 'raiser',
    guards: ['call-back-soon'],
    asks: ['callBackAt'],
  },
  /** Tried within the call (INC-9). */
  'record-resolution': {
    from: ['with-aac', 'call-back'],
    to: ['solved', 'escalated'],
    by: 'raiser',
    guards: [],
    asks: ['successful', 'words'],
  },
  'answer-email': {
    from: ['email-to-answer'],
    to: ['solved', 'escalated', 'email-to-answer'],
    by: 'either',
    guards: [],
    asks: ['successful', 'words'],
  },
  'close-incident': {
    from: ['solved'],
    to: ['closed'],
    by: 'either',
    guards: ['direction-within-a-year'],
    asks: ['wordsForNote', 'direction'],
  },
  /** A further one may come while one waits, and after what seemed to be the last (INC-10). */
  'receive-email': {
    from: ['with-aac', 'call-back', 'escalated', 'email-to-answer', 'solved'],
    to: ['email-to-answer'],
    by: 'either',
    guards: ['after-the-authorisation', 'not-in-the-future', 'address-given'],
    asks: ['receivedAt', 'replyTo', 'text'],
  },
  'hand-over-retries': {
    from: statesWithAac,
    to: [],
    by: 'either',
    guards: ['to-somebody-else', 'to-who-may-retry'],
    asks: ['retriesBy'],
  },
  'join-incident': {
    from: open,
    to: [],
    by: 'anyone',
    guards: ['of-somebody-else', 'not-joined-yet', 'names-no-client'],
    asks: ['words'],
  },
  'withdraw-incident': {
    from: open,
    to: ['withdrawn'],
    by: 'leader',
    guards: ['aac-told'],
    asks: ['reason', 'aacTold'],
  },
} as const satisfies Record<string, IncidentStep>

export type IncidentStepName = keyof typeof incidentSteps | 'raise-incident'

/** Of one step, by name: its command has to know each of them. */
export type GuardOf<Name extends keyof typeof incidentSteps> = (typeof incidentSteps)[Name]['guards'][number]

export const stepOf = (name: keyof typeof incidentSteps): IncidentStep => incidentSteps[name]

/** The steps open in a state, by name (INC-14). */
export function stepsFrom(state: IncidentState): readonly (keyof typeof incidentSteps)[] {
  const names = Object.keys(incidentSteps) as (keyof typeof incidentSteps)[]
  return names.filter(name => stepOf(name).from.includes(state))
}

const withAac: ReadonlySet<IncidentState> = new Set(statesWithAac)
const ends: ReadonlySet<IncidentState> = new Set(endStates)

export const isWithAac = ({ state }: { readonly state: IncidentState }): boolean => withAac.has(state)
/** Whether what AAC asks can still be filled in. */
export const isDetailed = ({ state }: { readonly state: IncidentState }): boolean =>
  stepOf('complete-details').from.includes(state)
export const isOpenIncident = ({ state }: { readonly state: IncidentState }): boolean => !ends.has(state)
