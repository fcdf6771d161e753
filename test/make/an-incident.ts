import type { Envelope } from '../../shared/commands/envelope.ts'
import { seenForStep } from '../../shared/commands/incident-step.ts'
import type { CaseGroup } from '../../shared/domain/case-group.ts'
import type { IncidentId } from '../../shared/domain/ids.ts'
import type { Incident, IncidentEntry } from '../../shared/domain/incident.ts'
import { type Details, incidentDetails } from '../../shared/domain/incident-details.ts'
import { type IncidentStepName, type incidentSteps, stepOf } from '../../shared/domain/incident-steps.ts'
import type { OwnIncident } from '../../shared/domain/own-incident.ts'
import { anEnvelope } from './a-command.ts'
import { segment, staff, team } from './an-organisation.ts'

export const incidentNamed = (last: string) =>
  `00000000-0000-7000-b000-${last.padStart(12, '0')}` as IncidentId

/** Every field that AAC asks, answered. */
export const wholeDetails: Details = {
  ...Object.fromEntries(incidentDetails.map(field => [field, `the ${field}`])),
  scin: '121000000001',
  nino: 'AB123456C',
  payingParentNino: 'AB123456C',
  receivingParentNino: 'None held',
  caseworkerStaffNumber: '10012345',
  teamLeaderStaffNumber: '10012346',
  dateRaised: '2026-11-20',
  reference: 'None held',
}

const anEmail = {
  receivedAt: '2026-11-21T09:30:00.000Z',
  replyTo: 'answers@aac.example',
  text: 'Please recalculate.',
}

/** Raised by N1-1, who consulted the leader of N1; ready for whatever comes in its state. */
export function anIncident(more: Partial<Incident> = {}): Incident {
  return {
    id: incidentNamed('1'),
    state: 'consulting',
    turn: 0,
    raisedBy: staff('N1-1'),
    raisedAt: '2026-11-20T10:00:00.000Z',
    serviceRequest: null,
    system: 'CMS2012',
    problem: 'error-message',
    employment: 'none',
    description: 'SBL-DAT-00215 after pressing Calculate on the assessment.',
    actionsTaken: null,
    checks: {
      wordsSearched: 'assessment calculate',
      raisedBefore: 'no',
      colleagueAsked: 'Person N1-2',
      reductionAdviceRead: true,
      financeSpoc: null,
    },
    details: wholeDetails,
    consulted: { by: staff('N1-lead'), at: '2026-11-20T11:00:00.000Z' },
    checkBackOn: null,
    authorised: null,
    number: null,
    rejection: null,
    callBackAt: null,
    escalated: false,
    email: more.state === 'email-to-answer' ? anEmail : null,
    retriesBy: null,
    direction: null,
    joined: [],
    history: [],
    ...more,
  }
}

/** The same, of no case, with N1. */
export const anOwnIncident = (more: Partial<Incident> = {}): OwnIncident => {
  const incident = anIncident(more)
  return {
    kind: 'incident',
    id: incident.id,
    incident,
    team: team('N1'),
    segment: segment('FS_GB_MAINT_NO_MSR'),
  }
}

/** A step of its raiser in the history. */
export const anEntry = (step: IncidentStepName, at: string): IncidentEntry => ({
  command: incidentNamed('9') as string as IncidentEntry['command'],
  at,
  actor: { kind: 'person', staff: staff('N1-1') },
  step,
  to: step === 'raise-incident' ? 'consulting' : (stepOf(step).to[0] ?? 'consulting'),
  facts: {},
})

/** What a person says who raises one. */
export const aRaising = (more: object = {}): Envelope =>
  anEnvelope(
    'raise-incident',
    {
      masterCaseNumber: '10000001',
      serviceRequest: null,
      system: 'CMS2012',
      problem: 'error-message',
      employment: 'none',
      payments: false,
      description: 'SBL-DAT-00215 after pressing Calculate on the assessment.',
      checks: anIncident().checks,
      details: {},
      ...more,
    },
    {},
    null,
  )

/** What a step is asked with, where nothing else is said. */
export const stepArgs = {
  'resolve-incident': { words: 'Clear the pending item first.', checkBackOn: '2026-11-25' },
  'ask-for-information': { words: 'Which step of the procedure?' },
  'send-to-advice': { words: 'Ask which income counts.' },
  'direct-referral': { words: null },
  'give-information': { words: 'Step 4.' },
  'check-back': { works: true, words: 'It calculates now.' },
  'return-from-advice': { outcome: 'refer', words: 'Not a question of policy.' },
  'refer-incident': {
    description: 'SBL-DAT-00215 after pressing Calculate on the assessment.',
    actionsTaken: 'Cleared the pending item, tried again.',
    documented: true,
    details: {},
  },
  'authorise-incident': { readConsultation: true },
  'send-back-incident': { words: 'Try the other browser first.' },
  'complete-details': { details: { procedureStep: '4' } },
  'raise-with-aac': { outcome: { number: 'INC0042' }, approvalNoted: true, reviewOn: '2026-12-10' },
  'record-rejection': { words: 'The NINO is of somebody else.' },
  'arrange-call-back': { callBackAt: '2026-11-23T14:00:00.000Z' },
  'record-resolution': { successful: true, words: 'Cleared the cache as AAC said.' },
  'receive-email': anEmail,
  'answer-email': { successful: true, words: 'Recalculated, it is right.' },
  'close-incident': { wordsForNote: 'Closed by AAC.', direction: null },
  'hand-over-retries': { retriesBy: 'N1-2' },
  'join-incident': { words: 'It happens to me, too.' },
  'withdraw-incident': { reason: 'It cannot be repeated.', aacTold: true },
} as const satisfies Readonly<Record<keyof typeof incidentSteps, object>>

export type StepAsked = keyof typeof stepArgs

/** With AAC, as incident INC0042. */
export const withAac = (more: Partial<Incident> = {}): Incident =>
  anIncident({ state: 'with-aac', number: 'INC0042', ...more })

/** One of the steps on an incident as it is now. */
export function aStep(
  name: StepAsked,
  incident: Incident,
  more: object = {},
  group: string | null = '10000001',
): Envelope {
  const args = { masterCaseNumber: group, incident: incident.id, ...stepArgs[name], ...more }
  return anEnvelope(name, args, seenForStep(name, incident, args), null)
}

export const onlyIncident = (group: CaseGroup | string): Incident => {
  if (typeof group === 'string') throw new Error(group)
  const incident = group.incidents.at(-1)
  if (!incident) throw new Error('The group has no incident.')
  return incident
}
