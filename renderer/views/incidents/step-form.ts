import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import type { Incident } from '../../../shared/domain/incident.ts'
import type { OrganisationIndex } from '../../../shared/domain/organisation-index.ts'
import type { PlainDate } from '../../../shared/domain/time.ts'
import type { FormField, FormValues } from '../../forms/form-field.ts'

/** What a step is about to be taken on. */
export interface StepAbout {
  readonly incident: Incident
  readonly group: CaseGroup | null
  readonly index: OrganisationIndex
  readonly today: PlainDate
}

/** What a step asks of its user. Whether it may be taken, and why not, the command itself says. */
export interface StepForm {
  /** With shift: it stands for no other step. */
  readonly key: string
  /** What it is for. */
  readonly note: string
  readonly fields: (values: FormValues, about: StepAbout) => readonly FormField[]
  readonly initial?: (about: StepAbout) => FormValues
  /** What it adds to which incident it is. */
  readonly args: (values: FormValues) => object
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
