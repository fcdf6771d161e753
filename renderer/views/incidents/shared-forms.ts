import type { StaffNumber } from '../../../shared/domain/ids.ts'
import { maySee } from '../../../shared/sync/buckets.ts'
import type { FormOption } from '../../forms/form-field.ts'
import { type StepAbout, type StepForm, written } from './step-form.ts'

/** Who works the group now, on a service request of it too, and whoever else of its team could (INC-11). */
function nearby({ group, own, index }: StepAbout): readonly StaffNumber[] {
  const team = group?.team ?? own?.team
  const crew = team ? (index.staffOfTeam.get(team) ?? []) : []
  const workers = group ? [group.holder, ...group.serviceRequests.map(({ holder }) => holder)] : []
  const known = [...workers, ...crew.map(({ number }) => number)]
  return [...new Set(known.filter(number => number !== null))]
}

/** Whom the command itself would take. */
const retrying = ({ allows }: StepAbout, retriesBy: StaffNumber): boolean => allows({ retriesBy })

const sees = ({ group, index, today }: StepAbout, number: StaffNumber): boolean =>
  group === null || maySee(number, group, index, today)

/** Those who are sent the case group come first: with the others nothing happens before it is theirs. */
function candidates(about: StepAbout): readonly FormOption[] {
  const found = nearby(about).filter(number => retrying(about, number))
  return found.map(number => ({
    value: number,
    label: about.index.staff.get(number)?.name ?? number,
    ...(!sees(about, number) && { under: 'Not sent the case group yet' }),
  }))
}

const UNSEEN =
  'Nothing of it is on his desk before the case group is allocated to him: the team leader does that. Until then its holder and the team leader do what AAC asks.'

// Nobody: the command says of that who could.
const SOMEBODY = 'nobody'

/** The steps about who has it (INC-2, INC-11). */
export const sharedForms = {
  'hand-over-retries': {
    key: 'H',
    note: 'Another caseworker has taken the case over: requests to retry go to him.',
    fields: ({ retriesBy }, about) => [
      {
        name: 'retriesBy',
        label: 'Who gets the retries',
        kind: 'choice',
        ...(retriesBy && !sees(about, retriesBy as StaffNumber) && { hint: UNSEEN }),
        options: [{ value: '', label: 'Choose one' }, ...candidates(about)],
        wrong: 'Choose who gets the retries',
      },
    ],
    args: ({ retriesBy = '' }) => ({ retriesBy }),
    trial: about => ({ retriesBy: nearby(about).find(number => retrying(about, number)) ?? SOMEBODY }),
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
