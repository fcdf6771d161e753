import type { IncidentFact, IncidentFacts } from '../domain/incident.ts'
import { isNinoField } from '../domain/incident-details.ts'

const SHOWN = 3

// Letters, figures, a letter, however spaced: with some too many or too few, without the letters of one end, or with
// an O for a nought.
const FIGURES = String.raw`\d(?:[\s-]*\d|[oil]){4,7}`
const NEARLY = new RegExp(
  String.raw`(?<![a-z\d])(?:[a-z]{1,3}[\s-]*${FIGURES}(?:[\s-]*[a-z])?|${FIGURES}[\s-]*[a-z])(?![a-z\d])`,
  'gi',
)

/**
 * NINOs as they stand before somebody asks for them: enough to tell one from another. What looks nearly like one was to
 * be one, and is masked too; other words stay, figures or not.
 */
export const maskedNinos = (words: string): string =>
  // Never broken over two lines.
  words.replace(NEARLY, each => `••\u00a0••\u00a0••\u00a0${each.replace(/[\s-]/g, '').slice(-SHOWN)}`)

/** What was written with a step, the NINOs in it masked. */
export function withMaskedNinos(facts: IncidentFacts): IncidentFacts {
  const found = Object.entries(facts) as [IncidentFact, string][]
  return Object.fromEntries(
    found.map(([fact, value]) => [fact, isNinoField(fact) ? maskedNinos(value) : value]),
  )
}
