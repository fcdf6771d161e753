import type { Incident } from '../domain/incident.ts'
import { foldWords } from './search.ts'

const SHOWN = 5
const SHARED_WORDS = 2

// They say nothing about a problem.
const empty = new Set(
  'THE AND FOR WITH THAT THIS FROM WHEN WHERE WHICH NOT DOES DID WAS WERE ARE HAS HAVE HAD BUT CAN CANNOT'.split(
    ' ',
  ),
)

/** What somebody has written so far of his problem. */
export interface Problem {
  readonly errorMessage: string
  readonly procedure: string
  readonly procedureStep: string
  readonly description: string
}

/** The words that tell one problem from another. */
function wordsOf(text: string): ReadonlySet<string> {
  return new Set(
    foldWords(text)
      .split(/[^\p{L}\p{N}]+/u)
      .filter(word => word.length > 2 && !empty.has(word)),
  )
}

/**
 * The newest five with the same error text, or with the same procedure step and two shared words: somebody with that
 * problem joins it rather than raising it again (INC-2).
 */
export function relatedIncidents<Row extends { readonly incident: Incident }>(
  rows: readonly Row[],
  problem: Problem,
): readonly Row[] {
  const error = foldWords(problem.errorMessage)
  const step = stepOf(problem.procedure, problem.procedureStep)
  const words = wordsOf(problem.description)
  return rows
    .filter(({ incident }) => isSameError(incident, error) || isSameStep(incident, step, words))
    .sort((one, other) => (one.incident.raisedAt < other.incident.raisedAt ? 1 : -1))
    .slice(0, SHOWN)
}

const isSameError = ({ details }: Incident, error: string): boolean =>
  error !== '' && foldWords(details.errorMessage ?? '') === error

function isSameStep({ details, description }: Incident, step: string, words: ReadonlySet<string>): boolean {
  if (step === '' || stepOf(details.procedure ?? '', details.procedureStep ?? '') !== step) return false
  const shared = [...wordsOf(description)].filter(word => words.has(word))
  return shared.length >= SHARED_WORDS
}

/** Path and step as one; empty where either is. */
function stepOf(procedure: string, step: string): string {
  const [path, number] = [foldWords(procedure), foldWords(step)]
  return path === '' || number === '' ? '' : `${path} > ${number}`
}
