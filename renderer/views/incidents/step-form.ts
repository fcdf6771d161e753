import type { Incident } from '../../../shared/domain/incident.ts'
import type { OrganisationIndex } from '../../../shared/domain/organisation-index.ts'
import type { PlainDate } from '../../../shared/domain/time.ts'
import type { FormField, FormValues } from '../../forms/form-field.ts'
import type { FoundIncident } from './focused-incident.ts'

/** What a step is about to be taken on. */
export interface StepAbout extends FoundIncident {
  readonly index: OrganisationIndex
  readonly today: PlainDate
  /** Whether the command itself would take it, filled in so. */
  readonly allows: (values: FormValues) => boolean
}

/** What a command was asked with, by name. */
export type SaidArgs = Readonly<Record<string, unknown>>

/** What a step asks of its user. Whether it may be taken, and why not, the command itself says. */
export interface StepForm {
  /** With shift: it stands for no other step. */
  readonly key: string
  /** What it is for. */
  readonly note: string
  readonly fields: (values: FormValues, about: StepAbout) => readonly FormField[]
  /** What the incident itself has of it. Left as it is, it is nobody’s draft. */
  readonly standing?: (incident: Incident) => FormValues
  /** What is filled in besides when it is opened. */
  readonly initial?: (about: StepAbout) => FormValues
  /** What it adds to which incident it is, as that was when the form was opened. */
  readonly args: (values: FormValues, incident: Incident) => object
  /** What asks for those args again: the texts by their names, where nothing else is said. */
  readonly valuesOf?: (args: SaidArgs) => FormValues
  /** Filled in somehow: whether it may be taken at all is asked with that. */
  readonly trial: (about: StepAbout) => FormValues
}

const SOMETHING = 'To be written'

/** One text to be written, and nothing else. */
export function wordsOnly(key: string, note: string, label: string, wrong: string): StepForm {
  return {
    key,
    note,
    fields: () => [{ name: 'words', label, kind: 'text', wrong }],
    args: ({ words = '' }) => ({ words }),
    trial: () => ({ words: SOMETHING }),
  }
}

export const written: FormValues = { words: SOMETHING }
