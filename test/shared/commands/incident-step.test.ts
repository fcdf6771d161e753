import { describe, expect, it } from 'vitest'
import { commandNamed } from '../../../shared/commands/commands.ts'
import { incidentArgs } from '../../../shared/commands/incident-subject.ts'
import { incidentSteps, stepOf } from '../../../shared/domain/incident-steps.ts'
import { aCaseGroup, aLock } from '../../make/a-case-group.ts'
import { decide, outcomeOf } from '../../make/a-command.ts'
import { anIncident, aStep } from '../../make/an-incident.ts'
import { staff } from '../../make/an-organisation.ts'

const names = Object.keys(incidentSteps) as (keyof typeof incidentSteps)[]
const which = Object.keys(incidentArgs.shape)

describe('INC-14 the table of the steps', () => {
  it.each(names)('says what %s asks', name => {
    const args = commandNamed(name)?.args as typeof incidentArgs | undefined
    expect(Object.keys(args?.shape ?? {}).filter(arg => !which.includes(arg))).toEqual(stepOf(name).asks)
  })

  it('has the guards in the order in which they are looked at', () => {
    const incident = anIncident({ state: 'with-aac', joined: [{ by: staff('N1-2'), at: '', words: '' }] })
    const joining = (actor: string, words: string) => {
      const group = aCaseGroup({ incidents: [incident], lock: aLock(), holder: staff(actor) })
      return outcomeOf(decide(aStep('join-incident', incident, { words }), actor, group))
    }
    expect(stepOf('join-incident').guards).toEqual(['of-somebody-else', 'not-joined-yet', 'names-no-client'])
    expect(joining('N1-1', 'Mine is 10000002.')).toMatch(/You raised it yourself/)
    expect(joining('N1-2', 'Mine is 10000002.')).toMatch(/You have joined it already/)
    expect(joining('N1-lead', 'Mine is 10000002.')).toMatch(/Leave numbers/)
  })
})
