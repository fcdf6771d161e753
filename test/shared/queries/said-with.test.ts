import { describe, expect, it } from 'vitest'
import { type CommandName, commandNamed } from '../../../shared/commands/commands.ts'
import { detailFields } from '../../../shared/domain/incident-details.ts'
import type { incidentSteps } from '../../../shared/domain/incident-steps.ts'
import { indexOrganisation } from '../../../shared/domain/organisation-index.ts'
import { saidWith } from '../../../shared/queries/said-with.ts'
import { aQuestion } from '../../make/an-advice-request.ts'
import { anIncident, stepArgs } from '../../make/an-incident.ts'
import { anOrganisation } from '../../make/an-organisation.ts'

const index = indexOrganisation(anOrganisation())
const details = Object.fromEntries(detailFields.map(field => [field, `what was typed as ${field}`]))
const incident = { masterCaseNumber: '10000001', incident: '00000000-0000-7000-b000-000000000001' }
const answer = { answer: 'Regulation 14.', unanswerable: true }
const looked = {
  procedures: 'income change date',
  pldmg: 'change of income',
  teamLeader: 'He does not know.',
}
const advice = '01922b7e-0000-7000-8000-00000000a001'

type Args = Readonly<Record<string, unknown>>
type About = keyof typeof incidentSteps | Extract<CommandName, 'raise-incident' | `${string}-advice`>

/** Each with all that can be written in it. */
const everything: Readonly<Record<About, Args>> = {
  ...(Object.fromEntries(
    Object.entries(stepArgs).map(([name, args]) => [name, { ...incident, ...args }]),
  ) as unknown as Readonly<Record<keyof typeof incidentSteps, Args>>),
  'raise-incident': {
    masterCaseNumber: '10000001',
    serviceRequest: null,
    system: 'BaNCS',
    problem: 'work-screens',
    employment: 'missing-from-interface',
    payments: true,
    description: 'It stops after Calculate.',
    checks: { ...anIncident().checks, financeSpoc: 'Not theirs.' },
    details,
  },
  'direct-referral': { ...incident, words: 'The screen shots.' },
  'refer-incident': { ...incident, ...stepArgs['refer-incident'], details },
  'complete-details': { ...incident, details, employment: 'missing-from-interface' },
  'close-incident': {
    ...incident,
    wordsForNote: 'Closed by AAC.',
    direction: { by: 'The segment manager', until: '2026-12-24' },
  },
  'ask-advice': {
    masterCaseNumber: '10000001',
    raisedAgainst: '121000000001',
    case: null,
    ...aQuestion,
    looked,
    urgent: true,
  },
  'ask-general-advice': { advice, ...aQuestion, looked },
  'answer-advice': { masterCaseNumber: '10000001', request: '300000000001', ...answer },
  'answer-general-advice': { advice, ...answer },
}

/** Every text in it but what it is about, and what is chosen, not written. */
const subjects = ['masterCaseNumber', 'incident', 'raisedAgainst', 'request', 'advice']
const chosen = [
  'system',
  'problem',
  'employment',
  'raisedBefore',
  'outcome',
  'checkBackOn',
  'reviewOn',
  'callBackAt',
  'receivedAt',
  'until',
  'retriesBy',
]

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, part]) =>
    typeof part === 'string' && [...subjects, ...chosen].includes(name) ? [] : textsIn(part),
  )
}

describe('INC-14, ADV-2 what was written with a change that did not stand', () => {
  it.each(Object.entries(everything))('%s: all of it is told, in its own words', (name, args) => {
    expect(commandNamed(name)?.args.safeParse(args).error).toBeUndefined()
    const told = saidWith(name, args, index).map(({ words }) => words)
    for (const text of textsIn(args)) expect(told).toContain(text)
  })

  it.each([
    ['arrange-call-back', 'AAC calls back', '23 November 2026 at 14:00'],
    ['hand-over-retries', 'Retries by', 'Person N1-2'],
    ['raise-with-aac', 'Incident number', 'INC0042'],
    ['raise-with-aac', 'Lock to be reviewed on', '10 December 2026'],
    ['record-rejection', 'Rejected because', 'The NINO is of somebody else.'],
    ['receive-email', 'Answer to', 'answers@aac.example'],
    ['close-incident', 'Until', '24 December 2026'],
    ['check-back', 'Has it worked', 'yes'],
    ['return-from-advice', 'What came of it', 'not answerable there'],
    ['answer-advice', 'Cannot be answered here', 'yes'],
  ] as const)('%s: %s, as one reads it', (name, title, words) => {
    expect(saidWith(name, everything[name], index)).toContainEqual(expect.objectContaining({ title, words }))
  })

  it('an answer that was taken out is told, too', () => {
    const args = { ...incident, details: { background: '' } }
    expect(saidWith('complete-details', args, index)).toEqual([
      { fact: 'background', title: 'Background', words: 'taken out' },
    ])
  })
})
