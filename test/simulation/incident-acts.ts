import type { CommandRequest } from '../../renderer/desk/desk.ts'
import { seenForStep } from '../../shared/commands/incident-step.ts'
import type { CaseGroup } from '../../shared/domain/case-group.ts'
import { incidentSteps, stepsFrom } from '../../shared/domain/incident-steps.ts'
import { anIncident, stepArgs, wholeDetails } from '../make/an-incident.ts'
import type { Chance } from './chance.ts'

const names = Object.keys(incidentSteps) as (keyof typeof incidentSteps)[]

/** Something that somebody might do to the incidents of a group; mostly a step that is open. */
export function anyIncidentStep(group: CaseGroup, chance: Chance): CommandRequest {
  const incident = group.incidents.at(-1)
  if (!incident || chance.once(6)) return raising(group)
  const open = stepsFrom(incident.state)
  const name = chance.pick(open.length === 0 || chance.once(6) ? names : open)
  const args = { masterCaseNumber: group.id, incident: incident.id, ...stepArgs[name] }
  return { name, args, saw: seenForStep(name, incident, args) }
}

function raising({ id }: CaseGroup): CommandRequest {
  const { system, problem, employment, description, checks } = anIncident()
  const args = {
    masterCaseNumber: id,
    serviceRequest: null,
    system,
    problem,
    employment,
    payments: false,
    description,
    checks,
    details: wholeDetails,
  }
  return { name: 'raise-incident', args, saw: {} }
}
