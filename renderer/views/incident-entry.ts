import { understand } from '../../shared/commands/run.ts'
import type { IncidentId, MasterCaseNumber } from '../../shared/domain/ids.ts'
import { incidentSteps } from '../../shared/domain/incident-steps.ts'
import type { OutboxEntry } from '../desk/desk.ts'
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

/** Which of its decisions its user had seen. */
export const turnSeen = ({ envelope }: OutboxEntry): number =>
  (understand(envelope)?.saw as { readonly turn?: number } | undefined)?.turn ?? 0

/** The number that AAC gave in the call that the change tells of; null: it tells of none. */
export function numberGiven(entry: OutboxEntry): string | null {
  if (entry.envelope.name !== 'raise-with-aac') return null
  const { outcome } = Object(understand(entry.envelope)?.args) as {
    readonly outcome?: { readonly number?: string }
  }
  return outcome?.number ?? null
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
