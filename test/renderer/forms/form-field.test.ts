import { describe, expect, it } from 'vitest'
import { valuesIn } from '../../../renderer/forms/form-field.ts'
import { stepForms } from '../../../renderer/views/incidents/step-forms.ts'
import { commandNamed } from '../../../shared/commands/commands.ts'
import { incidentSteps } from '../../../shared/domain/incident-steps.ts'
import { aCaseGroup } from '../../make/a-case-group.ts'
import { anIncident } from '../../make/an-incident.ts'
import { readingsFor } from '../../make/readings.ts'

const { index } = readingsFor('N1-lead', [])
const about = { incident: anIncident(), group: aCaseGroup(), index, today: '2026-11-21' }
const steps = (Object.keys(incidentSteps) as (keyof typeof incidentSteps)[]).filter(step =>
  commandNamed(step),
)

describe('INC-14 the form of each step', () => {
  for (const step of steps) {
    const form = stepForms[step]
    const given = { ...form.initial?.(about), ...form.trial(about) }
    const args = { masterCaseNumber: '10000001', incident: about.incident.id, ...form.args(given) }

    it(`${step}: asks for what its command takes`, () => {
      expect(commandNamed(step)?.args.safeParse(args).error?.issues ?? []).toEqual([])
    })

    it(`${step}: asks the same again with what was written`, () => {
      const again = { ...given, ...valuesIn(args) }
      expect({ ...args, ...form.args(again) }).toEqual(args)
    })
  }

  it('has a key of its own', () => {
    const keys = Object.values(stepForms).map(({ key }) => key)
    expect(new Set(keys).size).toBe(keys.length)
  })
})
