import { detailFaults, numbersHeld } from '../domain/detail-faults.ts'
import type { Details } from '../domain/incident-details.ts'
import { londonDate } from '../domain/time.ts'
import { fieldTitles } from '../queries/incident-words.ts'
import type { Met } from './incident-step.ts'

/** A sentence where an answer cannot be right: AAC would reject it (INC-6). */
export function objectionToFaults(details: Details, { subject, index, context }: Met): string | undefined {
  const held = numbersHeld(subject.kind === 'case-group' ? subject : null, index)
  const wrong = detailFaults(details, held, londonDate(context.issuedAt)).filter(
    ({ severity }) => severity === 'error',
  )
  if (wrong.length === 0) return undefined
  const each = wrong.map(({ field, words }) => `${fieldTitles[field]}: ${words}`)
  return `AAC would reject it. ${each.join(' ')}`
}
