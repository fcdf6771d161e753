import { clockKinds, clockKindWords } from '../../../shared/queries/clock-words.ts'
import type { ClockKind } from '../../../shared/queries/clocks.ts'
import { numberWords } from '../../../shared/queries/date-words.ts'
import type { DeadlineRow, DeadlineSection } from '../../../shared/queries/deadlines.ts'
import type { Sections } from '../../grid/lines.ts'
import type { Facet } from '../list/facet.ts'

const sectionWords: Readonly<Record<DeadlineSection, string>> = {
  critical: 'Critically overdue',
  overdue: 'Overdue',
  today: 'Today',
  'this-week': 'Within seven days',
  later: 'Later',
}

export const deadlineListSections: Sections<DeadlineRow> = {
  of: ({ section }) => section,
  title: (section, count) => `${sectionWords[section as DeadlineSection]} · ${numberWords(count)}`,
  alarming: section => section === 'critical' || section === 'overdue',
}

// Each on one line beside its count.
const filterWords: Readonly<Record<ClockKind, string>> = {
  ...clockKindWords,
  'check-back': 'Check-back',
  'general-advice': 'Advice, no case',
}

export const deadlineFacets: readonly Facet<DeadlineRow>[] = [
  {
    id: 'clock',
    title: 'What is due',
    options: clockKinds.map(value => ({ value, label: filterWords[value] })),
    valuesOf: ({ clock }) => [clock.kind],
  },
  {
    id: 'due',
    title: 'When',
    options: [
      { value: 'critical', label: 'Critically overdue' },
      { value: 'overdue', label: 'Overdue' },
      { value: 'today', label: 'Today' },
      { value: 'this-week', label: 'Within seven days' },
      { value: 'later', label: 'Later' },
    ],
    valuesOf: ({ section }) => [section],
  },
]
