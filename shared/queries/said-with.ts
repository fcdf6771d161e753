import { adviceOutcomes } from '../commands/return-from-advice.ts'
import type { IncidentFact } from '../domain/incident.ts'
import type { OrganisationIndex } from '../domain/organisation-index.ts'
import { factText } from './incident-fact-words.ts'
import { factWords } from './incident-field-words.ts'

/** One thing that somebody wrote or chose with a change that is about an incident or advice. */
export interface Said {
  /** What the history of the incident has it as; null: it is of no incident. */
  readonly fact: IncidentFact | null
  /** Null: the words of the step itself. */
  readonly title: string | null
  readonly words: string
}

/** Everything that somebody wrote or chose with such a change, in the order of its args: nothing he typed is left out. */
export function saidWith(name: string, args: unknown, index: OrganisationIndex): readonly Said[] {
  const asked = Object.entries(Object(args) as Readonly<Record<string, unknown>>)
  return asked.flatMap(([arg, value]) =>
    subjects.has(arg) ? [] : leavesOf(arg, value).flatMap(([leaf, text]) => said(name, leaf, text, index)),
  )
}

/** What it is about, which is said elsewhere. */
const subjects: ReadonlySet<string> = new Set([
  'masterCaseNumber',
  'incident',
  'request',
  'advice',
  'raisedAgainst',
  'case',
  'serviceRequest',
  'team',
])

type Leaf = readonly [name: string, value: string]

function leavesOf(name: string, value: unknown): readonly Leaf[] {
  if (typeof value === 'string') return [[name, value]]
  if (typeof value === 'boolean') return [[name, String(value)]]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([part, inner]) => leavesOf(part, inner))
}

/** Under which name the history of an incident has what an arg calls otherwise. */
const inHistory: Readonly<Record<string, IncidentFact>> = {
  wordsForNote: 'words',
  reason: 'words',
  text: 'words',
  rejected: 'rejection',
  by: 'directedBy',
}

/** What an incident has no fact of. */
const titles: Readonly<Record<string, string>> = {
  works: 'Has it worked',
  successful: 'Has it worked',
  outcome: 'What came of it',
  question: 'Question',
  procedures: 'Procedures searched with',
  pldmg: 'PLDMG searched with',
  teamLeader: 'Team leader',
  answer: 'Answer',
}

/** A tick is there because the step demands it, save where it says what something is. */
const ticks: Readonly<Record<string, string>> = {
  urgent: 'Urgent',
  unanswerable: 'Cannot be answered here',
  payments: 'About payments',
}

function said(name: string, arg: string, value: string, index: OrganisationIndex): readonly Said[] {
  const tick = ticks[arg]
  if (tick !== undefined) return value === 'true' ? [{ fact: null, title: tick, words: 'yes' }] : []
  const title = titles[arg]
  if (title !== undefined) return [{ fact: null, title, words: chosenWords(arg, value) }]
  if (value === 'true' || value === 'false') return []
  const fact =
    name === 'record-rejection' && arg === 'words' ? 'rejection' : (inHistory[arg] ?? (arg as IncidentFact))
  // An emptied field is something said, too: it has no answer any more.
  const words = value === '' ? 'taken out' : factText(fact, value, index)
  return [{ fact, title: fact === 'words' ? null : factWords(fact), words }]
}

function chosenWords(arg: string, value: string): string {
  if (arg === 'outcome') return adviceOutcomes[value as keyof typeof adviceOutcomes]?.fact ?? value
  return value === 'true' ? 'yes' : value === 'false' ? 'no' : value
}
