import type { PlainDate } from '../../../shared/domain/time.ts'
import { numberWords } from '../../../shared/queries/date-words.ts'
import type { OverseenGroup } from '../../../shared/queries/overseen-groups.ts'
import { type OwnSection, ownSectionOf } from '../../../shared/queries/own-groups.ts'
import type { Sections } from '../../grid/lines.ts'

const words: Readonly<Record<OwnSection, string>> = {
  answered: 'Answered by a specialist: carry on',
  overdue: 'Work overdue',
  'this-week': 'Work due within seven days',
  later: 'Work due later, or without a date',
  'to-return': 'No open work: to return',
}

/** A caseworker's own groups by what is for him to do. */
export const ownGroupSections = (today: PlainDate): Sections<OverseenGroup> => ({
  of: row => ownSectionOf(row, today),
  title: (section, count) => `${words[section as OwnSection]} · ${numberWords(count)}`,
  alarming: section => section === 'answered' || section === 'overdue',
})
