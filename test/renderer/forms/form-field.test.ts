import { describe, expect, it } from 'vitest'
import type { IncidentStep } from '../../../renderer/store/panel.ts'
import {
  raiseIncidentRequest,
  valuesOfRaising,
} from '../../../renderer/views/incidents/raise-incident-request.ts'
import { stepForms } from '../../../renderer/views/incidents/step-forms.ts'
import { valuesOfStep } from '../../../renderer/views/incidents/step-requests.ts'
import { commandNamed } from '../../../shared/commands/commands.ts'
import { raiseIncident } from '../../../shared/commands/raise-incident.ts'
import { incidentSteps } from '../../../shared/domain/incident-steps.ts'
import { aCaseGroup } from '../../make/a-case-group.ts'
import { anIncident, aRaising } from '../../make/an-incident.ts'
import { readingsFor } from '../../make/readings.ts'

const { index } = readingsFor('N1-lead', [])
const about = {
  incident: anIncident(),
  group: aCaseGroup(),
  own: null,
  asked: null,
  index,
  today: '2026-11-21',
  allows: () => true,
}
const steps = (Object.keys(incidentSteps) as (keyof typeof incidentSteps)[]).filter(step =>
  commandNamed(step),
)

describe('INC-14 the form of each step', () => {
  for (const step of steps) {
    const form = stepForms[step]
    const given = { ...form.standing?.(about.incident), ...form.initial?.(about), ...form.trial(about) }
    const args = {
      masterCaseNumber: '10000001',
      incident: about.incident.id,
      ...form.args(given, about.incident),
    }

    it(`${step}: asks for what its command takes`, () => {
      expect(commandNamed(step)?.args.safeParse(args).error?.issues ?? []).toEqual([])
    })

    it(`${step}: asks the same again with what was written`, () => {
      expect({ ...args, ...form.args(valuesOfStep(step, args), about.incident) }).toEqual(args)
    })
  }

  const others: readonly (readonly [IncidentStep, object])[] = [
    ['raise-with-aac', { approvalNoted: true, outcome: { rejected: 'No screen shot.' }, reviewOn: null }],
    ['raise-with-aac', { approvalNoted: true, outcome: { rejected: null }, reviewOn: '2026-12-01' }],
    ['close-incident', { wordsForNote: 'Done.', direction: { by: 'The manager', until: '2026-12-24' } }],
    ['close-incident', { wordsForNote: 'Done.', direction: null }],
    ['check-back', { works: false, words: 'It stops again.' }],
    ['record-resolution', { successful: false, words: 'The same message.' }],
    ['answer-email', { successful: false, words: 'The same message.' }],
    ['return-from-advice', { outcome: 'refer', words: 'Not theirs.' }],
    ['direct-referral', { words: null }],
    ['withdraw-incident', { reason: 'It is gone.', aacTold: false }],
    ['arrange-call-back', { callBackAt: '2026-11-23T14:30:00.000Z' }],
    [
      'receive-email',
      { receivedAt: '2026-06-23T14:30:00.000Z', replyTo: 'aac@example.org', text: 'Try it again.' },
    ],
    [
      'complete-details',
      { details: { background: '', reference: 'ERN 12' }, employment: 'missing-from-interface' },
    ],
  ]
  for (const [step, args] of others) {
    it(`${step}: asks again for ${JSON.stringify(args)}, from that alone`, () => {
      expect(stepForms[step].args(valuesOfStep(step, args), about.incident)).toEqual(args)
    })
  }

  it('has a key of its own', () => {
    const keys = Object.values(stepForms).map(({ key }) => key)
    expect(new Set(keys).size).toBe(keys.length)
  })
})

describe('INC-2 the form of a new incident', () => {
  const raising = { group: about.group, raiser: 'N1-1' as never, from: '', index, today: about.today }
  const said = (more: object) =>
    raiseIncident.args.parse({
      ...(aRaising().args as object),
      details: { serviceRequest: 'No SR' },
      ...more,
    })

  it('asks the same again: whom it affects, the payments, and no service request', () => {
    for (const args of [
      said({}),
      said({ masterCaseNumber: null, problem: 'work-screens', system: 'BaNCS' }),
      said({ payments: true, checks: { ...anIncident().checks, financeSpoc: 'Not theirs.' } }),
    ]) {
      const { details: _, ...asked } = args
      expect(raiseIncidentRequest(valuesOfRaising(args), raising).args).toMatchObject(asked)
    }
  })
})
