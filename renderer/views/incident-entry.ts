import { understand } from '../../shared/commands/run.ts'
import type { IncidentId, MasterCaseNumber } from '../../shared/domain/ids.ts'
import { incidentSteps } from '../../shared/domain/incident-steps.ts'
import type { OutboxEntry } from '../desk/desk.ts'
import { valuesIn } from '../forms/form-field.ts'
import type { IncidentStep, Panel } from '../store/panel.ts'

interface IncidentArgs {
  readonly masterCaseNumber: MasterCaseNumber | null
  readonly incident?: IncidentId
}

const argsOf = ({ envelope }: OutboxEntry): IncidentArgs | undefined =>
  isAboutIncident(envelope.name) ? (understand(envelope)?.args as IncidentArgs | undefined) : undefined

export const isAboutIncident = (name: string): boolean => name === 'raise-incident' || name in incidentSteps

/** Which incident a command is about; one that raises it is named by itself. */
export function incidentOfEntry(
  entry: OutboxEntry,
): { readonly id: IncidentId; readonly group: MasterCaseNumber | null } | undefined {
  const args = argsOf(entry)
  if (!args) return undefined
  return {
    id: args.incident ?? (entry.envelope.id as string as IncidentId),
    group: args.masterCaseNumber,
  }
}

const longer = [
  'description',
  'words',
  'text',
  'actionsTaken',
  'reason',
  'wordsForNote',
  'rejected',
  'number',
]

/** What somebody wrote with a step: the longest of it first. */
export function writtenInStep(entry: OutboxEntry): string | null {
  const args = argsOf(entry)
  if (!args) return null
  const values = valuesIn(args)
  const texts = longer.flatMap(name => values[name]?.trim() || [])
  return texts.length > 0 ? texts.join('\n') : null
}

/** The form that asks the same again, as things are now, with what was written. */
export function panelAgain(entry: OutboxEntry): Panel | undefined {
  const about = incidentOfEntry(entry)
  const { name, id: again } = entry.envelope
  if (!about) return undefined
  if (name === 'raise-incident')
    return { kind: 'raise-incident', group: about.group, request: null, because: null, again }
  return { kind: 'incident-step', step: name as IncidentStep, group: about.group, incident: about.id, again }
}
