import { seenForMove } from '../../shared/commands/apply-allocation-drift.ts'
import { seenForClosing } from '../../shared/commands/close-service-request.ts'
import type { CommandName } from '../../shared/commands/commands.ts'
import type { Envelope } from '../../shared/commands/envelope.ts'
import { seenForReturn } from '../../shared/commands/return-to-segment.ts'
import { seenForSettling } from '../../shared/commands/settle-drift.ts'
import type { CaseGroup, ServiceRequest } from '../../shared/domain/case-group.ts'
import { type IncidentState, isWithAac } from '../../shared/domain/incident-steps.ts'
import type { OrganisationIndex } from '../../shared/domain/organisation-index.ts'
import { type Needs, theRecovery } from './a-busy-group.ts'
import { anEnvelope, aReason } from './a-command.ts'
import { anAsking, onRecovery } from './a-recovery.ts'
import { aQuestion } from './an-advice-request.ts'
import { aRaising, aStep, onlyIncident, type StepAsked } from './an-incident.ts'
import {
  type Askers,
  incidentLeaders,
  incidentOwners,
  leaders,
  localIt,
  managers,
  owners,
  raisers,
  specialists,
} from './askers.ts'

/** How two people, apart, would ask a command on one busy case group. */
export interface Asking extends Needs, Askers {
  /** As whoever asks it sees the group; the second who asks the same says something else. */
  ask(group: CaseGroup, index: OrganisationIndex, which?: 'first' | 'second'): Envelope
}

const on =
  (name: CommandName, args: object = {}, saw: object = {}) =>
  ({ id }: CaseGroup): Envelope =>
    anEnvelope(name, { masterCaseNumber: id, ...args }, saw)

const requestIn = (group: CaseGroup, id: string): ServiceRequest => {
  const found = group.serviceRequests.find(({ number }) => number === id)
  if (!found) throw new Error(`The group has no request ${id}.`)
  return found
}

const recovering = (name: CommandName, by: Askers, lost: Asking['lost'], more: object = {}): Asking => ({
  ...by,
  lost: lost ?? [],
  ask: ({ id }) =>
    onRecovery(name, theRecovery(id, 'asked'), more, name === 'refuse-recovery' ? aReason : null),
})

/** A step of the incident on the group. */
const step = (name: StepAsked, incident: IncidentState, by: Askers, otherwise: object = {}): Asking => ({
  ...by,
  incident,
  ...(isWithAac({ state: incident }) && { locked: true }),
  ask: (group, _, which) => aStep(name, onlyIncident(group), which === 'second' ? otherwise : {}, group.id),
})

const since = (group: CaseGroup) => group.lock?.since

/** Every command on a case group; null: a command that is on none. The compiler asks for a new one here. */
export const everyCommand: Readonly<Record<CommandName, Asking | null>> = {
  'acknowledge-recovery': recovering('acknowledge-recovery', localIt, ['asked'], {
    reference: 'INC0042',
  }),
  'allocate-case-group': {
    ...leaders,
    ask: group =>
      on(
        'allocate-case-group',
        { team: 'N1', holder: 'N1-2' },
        { team: group.team, holder: group.holder },
      )(group),
  },
  'answer-advice': {
    ...specialists,
    openWork: 'does',
    ask: on('answer-advice', { request: 'fu-advice', answer: 'Regulation 14.', unanswerable: false }),
  },
  'answer-general-advice': null,
  'answer-email': step('answer-email', 'email-to-answer', incidentOwners),
  'apply-allocation-drift': {
    ...managers,
    locked: false,
    elsewhere: true,
    ask: (group, index) => on('apply-allocation-drift', {}, seenForMove(group, index))(group),
  },
  'arrange-call-back': step('arrange-call-back', 'with-aac', raisers),
  'ask-advice': {
    ...owners,
    lost: [],
    ask: on('ask-advice', { raisedAgainst: 'pp', case: null, ...aQuestion }),
  },
  'ask-general-advice': null,
  'ask-for-information': step('ask-for-information', 'consulting', incidentLeaders),
  'assign-service-request': {
    first: 'specialist leader',
    second: ['specialist leader', 'specialist manager'],
    openWork: 'does',
    ask: on('assign-service-request', { request: 'fu-held', holder: 'DNA-2' }, { holder: 'DNA-1' }),
  },
  'authorise-incident': step('authorise-incident', 'referred', incidentLeaders),
  'carry-on': { ...owners, ask: on('carry-on', { request: 'fu-done' }) },
  'chase-recovery': recovering('chase-recovery', leaders, ['asked', 'acknowledged']),
  'check-back': step('check-back', 'check-back', incidentOwners),
  'clear-lock': {
    ...owners,
    unlocks: true,
    locked: true,
    ask: group =>
      on('clear-lock', {}, { since: since(group), renewals: 0, destination: group.segment })(group),
  },
  'close-incident': step('close-incident', 'solved', incidentOwners),
  'close-service-request': {
    ...owners,
    openWork: 'does',
    ask: (group, index) =>
      on(
        'close-service-request',
        { request: 'sr-ready', outcome: null },
        seenForClosing(requestIn(group, 'sr-ready'), group, index),
      )(group),
  },
  'complete-activity': {
    ...owners,
    openWork: 'does',
    ask: on('complete-activity', { request: 'sr-open', sequence: 2 }),
  },
  'complete-details': step('complete-details', 'rejected', incidentOwners, {
    details: { procedureStep: '5' },
  }),
  'complete-post': { ...owners, openWork: 'does', ask: on('complete-post', { post: 'letter' }) },
  'confirm-recovery': recovering('confirm-recovery', localIt, ['acknowledged']),
  'create-service-request': {
    ...owners,
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
  'direct-referral': step('direct-referral', 'consulting', incidentLeaders),
  'end-absence': null,
  'end-deputyship': null,
  'give-information': step('give-information', 'information-needed', raisers),
  'hand-over-retries': step('hand-over-retries', 'with-aac', incidentOwners, { retriesBy: 'N1-3' }),
  'join-incident': step('join-incident', 'with-aac', leaders),
  'keep-lock': {
    ...leaders,
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
  'raise-incident': { ...owners, ask: ({ id }) => aRaising({ masterCaseNumber: id }) },
  'raise-with-aac': step('raise-with-aac', 'rejected', raisers),
  'receive-email': step('receive-email', 'with-aac', incidentOwners, {
    receivedAt: '2026-11-21T08:30:00.000Z',
  }),
  'record-rejection': step('record-rejection', 'rejected', incidentOwners, {
    words: 'The SR number is wrong.',
  }),
  'record-resolution': step('record-resolution', 'with-aac', raisers),
  'refer-incident': step('refer-incident', 'to-refer', raisers),
  'refuse-recovery': recovering('refuse-recovery', localIt, ['acknowledged']),
  'remove-view': null,
  'reopen-activity': {
    ...owners,
    openWork: 'does',
    ask: on('reopen-activity', { request: 'sr-open', sequence: 1 }),
  },
  'request-recovery': {
    ...leaders,
    lost: ['not-asked'],
    ask: ({ id }) => anAsking(id),
  },
  'resolve-incident': step('resolve-incident', 'consulting', incidentLeaders),
  'return-from-advice': step('return-from-advice', 'with-advice', incidentOwners),
  'return-to-segment': {
    ...owners,
    unlocks: true,
    openWork: 'leaves',
    ask: (group, index) =>
      on('return-to-segment', { clearLock: group.lock !== null }, seenForReturn(group, index))(group),
  },
  'save-view': null,
  'send-back-incident': step('send-back-incident', 'referred', incidentLeaders),
  'send-to-advice': step('send-to-advice', 'consulting', incidentLeaders),
  'set-lock': {
    ...owners,
    locked: false,
    ask: group =>
      on(
        'set-lock',
        { category: 'enforcement-action', reviewOn: '2026-12-10' },
        { segment: group.segment },
      )(group),
  },
  'settle-drift': {
    ...managers,
    ask: group =>
      on('settle-drift', { fields: ['holder'], take: 'source' }, seenForSettling(group, ['holder']))(group),
  },
  'start-service-request': {
    ...owners,
    openWork: 'does',
    ask: on('start-service-request', { request: 'sr-new' }),
  },
  'withdraw-incident': step('withdraw-incident', 'with-aac', incidentLeaders),
  'withdraw-recovery': recovering('withdraw-recovery', leaders, ['asked', 'acknowledged']),
}
