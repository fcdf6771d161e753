import type { CaseGroup } from '../domain/case-group.ts'
import type { StaffNumber } from '../domain/ids.ts'
import type { Incident } from '../domain/incident.ts'
import { isOpenIncident } from '../domain/incident-steps.ts'
import type { OwnIncident } from '../domain/own-incident.ts'
import { nothingWords } from './incident-field-words.ts'
import { foldWords } from './search.ts'

const SHOWN = 5
const SHARED_WORDS = 2

// They say nothing about a problem.
const empty = new Set(
  'THE AND FOR WITH THAT THIS FROM WHEN WHERE WHICH NOT DOES DID WAS WERE ARE HAS HAVE HAD BUT CAN CANNOT'.split(
    ' ',
  ),
)

/** An incident that somebody could join, and what it is in. */
export interface RelatedIncident {
  readonly group: CaseGroup | null
  readonly incident: Incident
}

/** All that this person may see and could join: none of his own, none that has ended (INC-2, ACC-3). */
export function joinableBy(
  person: StaffNumber,
  groups: Iterable<CaseGroup>,
  own: Iterable<OwnIncident>,
): readonly RelatedIncident[] {
  const ofGroups = [...groups].flatMap(group => group.incidents.map(incident => ({ group, incident })))
  const ofNone = [...own].map(({ incident }) => ({ group: null, incident }))
  return [...ofGroups, ...ofNone].filter(
    ({ incident }) =>
      isOpenIncident(incident) &&
      incident.raisedBy !== person &&
      incident.joined.every(({ by }) => by !== person),
  )
}

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
  const error = wordsIn('errorMessage', problem.errorMessage)
  const step = stepOf(problem.procedure, problem.procedureStep)
  const words = wordsOf(problem.description)
  return rows
    .filter(({ incident }) => isSameError(incident, error) || isSameStep(incident, step, words))
    .sort((one, other) => (one.incident.raisedAt < other.incident.raisedAt ? 1 : -1))
    .slice(0, SHOWN)
}

const isSameError = ({ details }: Incident, error: string): boolean =>
  error !== '' && foldWords(details.errorMessage ?? '') === error

/** Folded; empty where the answer says that there is nothing: that is no likeness. */
function wordsIn(field: 'errorMessage' | 'procedure' | 'procedureStep', text: string): string {
  const folded = foldWords(text)
  return folded === foldWords(nothingWords[field] ?? '') ? '' : folded
}

function isSameStep({ details, description }: Incident, step: string, words: ReadonlySet<string>): boolean {
  if (step === '' || stepOf(details.procedure ?? '', details.procedureStep ?? '') !== step) return false
  const shared = [...wordsOf(description)].filter(word => words.has(word))
  return shared.length >= SHARED_WORDS
}

/** Path and step as one; empty where either is. */
function stepOf(procedure: string, step: string): string {
  const [path, number] = [wordsIn('procedure', procedure), wordsIn('procedureStep', step)]
  return path === '' || number === '' ? '' : `${path} > ${number}`
}
