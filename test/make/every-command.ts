import { seenForMove } from '../../shared/commands/apply-allocation-drift.ts'
import { seenForClosing } from '../../shared/commands/close-service-request.ts'
import type { CommandName } from '../../shared/commands/commands.ts'
import type { Envelope } from '../../shared/commands/envelope.ts'
import { seenForReturn } from '../../shared/commands/return-to-segment.ts'
import { seenForSettling } from '../../shared/commands/settle-drift.ts'
import type { CaseGroup, ServiceRequest } from '../../shared/domain/case-group.ts'
import type { MasterCaseNumber, StaffNumber } from '../../shared/domain/ids.ts'
import { type IncidentState, isWithAac } from '../../shared/domain/incident-steps.ts'
import type { OrganisationIndex } from '../../shared/domain/organisation-index.ts'
import { withHere } from '../../shared/domain/request-here.ts'
import { aCaseGroup, aLetter, aLock, aRequest } from './a-case-group.ts'
import { anEnvelope, aReason } from './a-command.ts'
import { acknowledged, anAsking, aRecovery, onRecovery } from './a-recovery.ts'
import { aSpecialistRequest } from './a-request-command.ts'
import { anAdviceRequest, aQuestion } from './an-advice-request.ts'
import { anIncident, aRaising, aStep, onlyIncident, type StepAsked } from './an-incident.ts'

/** Local IT was not asked yet, was asked, works on it. */
export type LostState = 'not-asked' | 'asked' | 'acknowledged'

/** How two people, apart, would ask a command on one busy case group. */
export interface Asking {
  /** Who asks it first, and who asks it where somebody else was first. */
  readonly by: readonly [string, string]
  /** The lock that the group must have for it; undefined: either will do. */
  readonly locked?: boolean
  /** Only a group that belongs elsewhere is asked it. */
  readonly elsewhere?: boolean
  /** Where the incident on the group stands for it; undefined: any will do, none too. */
  readonly incident?: IncidentState
  /** How far the recovery of the group may be for it, which is orphaned then; none at all: it cannot be asked of an orphan. */
  readonly lost?: readonly LostState[]
  /** It takes the lock off, which an incident with AAC keeps on (LOCK-6). */
  readonly unlocks?: boolean
  ask(group: CaseGroup, index: OrganisationIndex): Envelope
}

const leaders = ['N1-lead', 'N1-mgr'] as const
const managers = ['N1-mgr', 'N1-mgr'] as const
const specialists = ['DNA-lead', 'DNA-mgr'] as const

const on =
  (name: CommandName, args: object = {}, saw: object = {}) =>
  ({ id }: CaseGroup): Envelope =>
    anEnvelope(name, { masterCaseNumber: id, ...args }, saw)

const requestIn = (group: CaseGroup, id: string): ServiceRequest => {
  const found = group.serviceRequests.find(({ number }) => number === id)
  if (!found) throw new Error(`The group has no request ${id}.`)
  return found
}

const raiser = ['N1-1', 'N1-1'] as const
const localIt = ['it', 'it'] as const

const recovering = (
  name: CommandName,
  by: Asking['by'],
  lost: Asking['lost'],
  more: object = {},
): Asking => ({
  by,
  lost: lost ?? [],
  ask: ({ id }) =>
    onRecovery(name, theRecovery(id, 'asked'), more, name === 'refuse-recovery' ? aReason : null),
})

/** What local IT was asked of a group long enough ago to be chased. */
export const theRecovery = (id: MasterCaseNumber, state: LostState) =>
  aRecovery({
    masterCaseNumber: id,
    requestedAt: '2026-11-10T10:00:00.000Z',
    acknowledged: state === 'acknowledged' ? acknowledged : null,
  })

/** A step of the incident on the group. */
const step = (name: StepAsked, incident: IncidentState, by: Asking['by']): Asking => ({
  by,
  incident,
  ...(isWithAac({ state: incident }) && { locked: true }),
  ask: group => aStep(name, onlyIncident(group), {}, group.id),
})

const since = (group: CaseGroup) => group.lock?.since

/** Every command on a case group; null: a command that is on none. The compiler asks for a new one here. */
export const everyCommand: Readonly<Record<CommandName, Asking | null>> = {
  'acknowledge-recovery': recovering('acknowledge-recovery', localIt, ['asked'], {
    reference: 'INC0042',
  }),
  'allocate-case-group': {
    by: leaders,
    ask: group =>
      on(
        'allocate-case-group',
        { team: 'N1', holder: 'N1-2' },
        { team: group.team, holder: group.holder },
      )(group),
  },
  'answer-advice': {
    by: specialists,
    ask: on('answer-advice', { request: 'fu-advice', answer: 'Regulation 14.', unanswerable: false }),
  },
  'answer-general-advice': null,
  'answer-email': step('answer-email', 'email-to-answer', leaders),
  'apply-allocation-drift': {
    by: managers,
    locked: false,
    elsewhere: true,
    ask: (group, index) => on('apply-allocation-drift', {}, seenForMove(group, index))(group),
  },
  'arrange-call-back': step('arrange-call-back', 'with-aac', raiser),
  'ask-advice': {
    by: leaders,
    lost: [],
    ask: on('ask-advice', { raisedAgainst: 'pp', case: null, ...aQuestion }),
  },
  'ask-general-advice': null,
  'ask-for-information': step('ask-for-information', 'consulting', leaders),
  'assign-service-request': {
    by: specialists,
    ask: on('assign-service-request', { request: 'fu-held', holder: 'DNA-2' }, { holder: 'DNA-1' }),
  },
  'authorise-incident': step('authorise-incident', 'referred', leaders),
  'carry-on': { by: leaders, ask: on('carry-on', { request: 'fu-done' }) },
  'chase-recovery': recovering('chase-recovery', leaders, ['asked', 'acknowledged']),
  'check-back': step('check-back', 'check-back', leaders),
  'clear-lock': {
    by: leaders,
    unlocks: true,
    locked: true,
    ask: group => on('clear-lock', {}, { since: since(group), destination: group.segment })(group),
  },
  'close-incident': step('close-incident', 'solved', leaders),
  'close-service-request': {
    by: leaders,
    ask: (group, index) =>
      on(
        'close-service-request',
        { request: 'sr-ready', outcome: null },
        seenForClosing(requestIn(group, 'sr-ready'), group, index),
      )(group),
  },
  'complete-activity': {
    by: leaders,
    ask: on('complete-activity', { request: 'sr-open', sequence: 2 }),
  },
  'complete-details': step('complete-details', 'rejected', leaders),
  'complete-post': { by: leaders, ask: on('complete-post', { post: 'letter' }) },
  'confirm-recovery': recovering('confirm-recovery', localIt, ['acknowledged']),
  'create-service-request': {
    by: leaders,
    lost: [],
    ask: on('create-service-request', {
      type: 'Change of address',
      raisedAgainst: 'pp',
      case: null,
      dueOn: '2026-12-15',
      background: null,
      flipsTo: null,
    }),
  },
  'direct-referral': step('direct-referral', 'consulting', leaders),
  'end-absence': null,
  'end-deputyship': null,
  'give-information': step('give-information', 'information-needed', raiser),
  'hand-over-retries': step('hand-over-retries', 'with-aac', leaders),
  'join-incident': step('join-incident', 'with-aac', leaders),
  'keep-lock': {
    by: leaders,
    locked: true,
    ask: group =>
      on(
        'keep-lock',
        { keepUntil: '2026-12-10', category: 'enforcement-action' },
        { since: since(group), renewals: 0 },
      )(group),
  },
  'mark-absent': null,
  'name-deputy': null,
  'raise-incident': { by: leaders, ask: ({ id }) => aRaising({ masterCaseNumber: id }) },
  'raise-with-aac': step('raise-with-aac', 'rejected', raiser),
  'receive-email': step('receive-email', 'with-aac', leaders),
  'record-rejection': step('record-rejection', 'rejected', leaders),
  'record-resolution': step('record-resolution', 'with-aac', raiser),
  'refer-incident': step('refer-incident', 'to-refer', raiser),
  'refuse-recovery': recovering('refuse-recovery', localIt, ['acknowledged']),
  'remove-view': null,
  'reopen-activity': {
    by: leaders,
    ask: on('reopen-activity', { request: 'sr-open', sequence: 1 }),
  },
  'request-recovery': {
    by: leaders,
    lost: ['not-asked'],
    ask: ({ id }) => anAsking(id),
  },
  'resolve-incident': step('resolve-incident', 'consulting', leaders),
  'return-from-advice': step('return-from-advice', 'with-advice', leaders),
  'return-to-segment': {
    by: leaders,
    unlocks: true,
    ask: (group, index) =>
      on('return-to-segment', { clearLock: group.lock !== null }, seenForReturn(group, index))(group),
  },
  'save-view': null,
  'send-back-incident': step('send-back-incident', 'referred', leaders),
  'send-to-advice': step('send-to-advice', 'consulting', leaders),
  'set-lock': {
    by: leaders,
    locked: false,
    ask: group =>
      on(
        'set-lock',
        { category: 'enforcement-action', reviewOn: '2026-12-10' },
        { segment: group.segment },
      )(group),
  },
  'settle-drift': {
    by: managers,
    ask: group =>
      on('settle-drift', { fields: ['holder'], take: 'source' }, seenForSettling(group, ['holder']))(group),
  },
  'start-service-request': { by: leaders, ask: on('start-service-request', { request: 'sr-new' }) },
  'withdraw-incident': step('withdraw-incident', 'with-aac', leaders),
  'withdraw-recovery': recovering('withdraw-recovery', leaders, ['asked', 'acknowledged']),
}

/** A case group on which every command can be asked: work in every state, CMS2012 has another holder. */
export function aBusyGroup(
  id: MasterCaseNumber,
  locked: boolean,
  elsewhere = false,
  incident?: IncidentState,
  holder = 'N1-1',
): CaseGroup {
  const answered = aSpecialistRequest('DNA-1', {
    number: 'fu-done' as never,
    status: 'Closed',
    activities: [],
  })
  return aCaseGroup({
    id,
    holder: holder as StaffNumber,
    compliant: !elsewhere,
    differences: [
      {
        field: 'holder',
        source: 'N1-2',
        drifts: true,
        sourceSince: '2026-11-20T18:00:00Z',
        sourceLock: null,
      },
    ],
    lock: locked ? aLock({ by: 'N1-1' as StaffNumber, reason: aReason }) : null,
    post: [aLetter('letter')],
    incidents: incident === undefined ? [] : [anIncident({ state: incident })],
    serviceRequests: [
      aRequest('sr-new', { status: 'Not Started', activities: [] }),
      aRequest('sr-open'),
      aRequest('sr-ready', { flipsTo: 'compliant=N', activities: [] }),
      aSpecialistRequest('DNA-1', { number: 'fu-held' as never }),
      anAdviceRequest('DNA-1', { number: 'fu-advice' as never }),
      withHere(answered, { closedOn: '2026-11-20', outcome: 'The test excludes him.' }),
    ],
  })
}
