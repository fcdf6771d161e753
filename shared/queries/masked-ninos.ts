import type { IncidentFact, IncidentFacts } from '../domain/incident.ts'
import { isNinoField } from '../domain/incident-details.ts'

const SHOWN = 3

/** NINOs as they stand before somebody asks for them: enough to tell one from another. Words without figures stay. */
export const maskedNinos = (words: string): string =>
  words.replace(/[^;,]*\d[^;,]*/g, each => {
    const [before] = /^\s*/.exec(each) ?? ['']
    // Never broken over two lines.
    return `${before}••\u00a0••\u00a0••\u00a0${each.replace(/\s/g, '').slice(-SHOWN)}`
  })

/** What was written with a step, the NINOs in it masked. */
export function withMaskedNinos(facts: IncidentFacts): IncidentFacts {
  const found = Object.entries(facts) as [IncidentFact, string][]
  return Object.fromEntries(
    found.map(([fact, value]) => [fact, isNinoField(fact) ? maskedNinos(value) : value]),
  )
}
