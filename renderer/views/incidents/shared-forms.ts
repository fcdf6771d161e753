import type { StaffNumber } from '../../../shared/domain/ids.ts'
import { answersAac } from '../../../shared/domain/incident.ts'
import { activeWith } from '../../../shared/domain/standing-in.ts'
import { type StepAbout, type StepForm, written } from './step-form.ts'

/** Who works the group now, and whoever else of its team could (INC-11). */
function others({ incident, group, index }: StepAbout): readonly { value: string; label: string }[] {
  const team = group?.team ?? index.staff.get(incident.raisedBy)?.team ?? null
  const crew = team === null ? [] : (index.staffOfTeam.get(team) ?? [])
  const known = [group?.holder ?? null, ...crew.map(({ number }) => number)].filter(
    (number): number is StaffNumber => number !== null && number !== answersAac(incident),
  )
  return [...new Set(known)]
    .flatMap(number => activeWith('caseworker', number, index) ?? [])
    .map(({ number, name }) => ({ value: number, label: name }))
}

/** The steps about who has it (INC-2, INC-11). */
export const sharedForms = {
  'hand-over-retries': {
    key: 'H',
    note: 'Another caseworker has taken the case over: requests to retry go to him.',
    fields: (_, about) => [
      {
        name: 'retriesBy',
        label: 'Who gets the retries',
        kind: 'choice',
        options: [{ value: '', label: 'Choose one' }, ...others(about)],
        wrong: 'Choose who gets the retries',
      },
    ],
    args: ({ retriesBy = '' }) => ({ retriesBy }),
    trial: about => ({ retriesBy: others(about)[0]?.value ?? '' }),
  },
  'join-incident': {
    key: 'B',
    note: 'You have the same problem: it is listed with yours, and you raise none of your own.',
    fields: () => [
      { name: 'words', label: 'What you see of it', kind: 'text', wrong: 'Say what you see of it' },
    ],
    args: ({ words = '' }) => ({ words }),
    trial: () => written,
  },
} as const satisfies Readonly<Record<string, StepForm>>
