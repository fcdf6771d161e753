import { understand } from '../../shared/commands/run.ts'
import type { AdviceId } from '../../shared/domain/advice.ts'
import type { IncidentId, MasterCaseNumber, SrNumber } from '../../shared/domain/ids.ts'
import { requestKeyOf } from '../../shared/queries/row-key.ts'
import type { OutboxEntry } from '../desk/desk.ts'
import type { Panel } from '../store/panel.ts'

interface AdviceArgs {
  readonly masterCaseNumber?: MasterCaseNumber
  readonly request?: SrNumber
  readonly advice?: AdviceId
  readonly incident?: IncidentId | null
}

export const isAboutAdvice = ({ envelope }: OutboxEntry): boolean =>
  envelope.name.endsWith('-advice') &&
  envelope.name !== 'send-to-advice' &&
  envelope.name !== 'return-from-advice'

const argsOf = (entry: OutboxEntry): AdviceArgs =>
  (understand(entry.envelope)?.args as AdviceArgs | undefined) ?? {}

/** The row that an answer is to. */
export function answeredRowOf(entry: OutboxEntry): string | undefined {
  if (entry.envelope.name !== 'answer-advice' && entry.envelope.name !== 'answer-general-advice')
    return undefined
  const { masterCaseNumber, request, advice } = argsOf(entry)
  return masterCaseNumber && request ? requestKeyOf(request, masterCaseNumber) : advice
}

// Of what is asked without a case.
function forIncident(entry: OutboxEntry): { readonly incident?: IncidentId } {
  const { masterCaseNumber, incident } = argsOf(entry)
  return incident && !masterCaseNumber ? { incident } : {}
}

/** The form that asks the same again, as things are now, with what was written. */
export function adviceAgain(entry: OutboxEntry): Panel | undefined {
  if (!isAboutAdvice(entry)) return undefined
  const { id: again, name } = entry.envelope
  if (name === 'ask-advice' || name === 'ask-general-advice')
    return { kind: 'ask-advice', group: argsOf(entry).masterCaseNumber ?? null, ...forIncident(entry), again }
  const row = answeredRowOf(entry)
  return row === undefined ? undefined : { kind: 'answer-advice', row, again }
}
