import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import type { PlainDate } from '../../../shared/domain/time.ts'
import { type Due, urgencyOf } from '../../../shared/queries/due.ts'
import type { Facet } from './facet.ts'

interface Workable {
  readonly group: CaseGroup
  readonly openWork: number
  readonly due: Due | null
}

/** Filters by what is open, and by the lock. */
export const workFacet: Facet<Pick<Workable, 'group' | 'openWork'>> = {
  id: 'work',
  title: 'Work',
  options: [
    { value: 'open', label: 'With open work' },
    { value: 'none', label: 'No open work' },
    { value: 'locked', label: 'Locked' },
  ],
  valuesOf: ({ openWork, group }) => [openWork > 0 ? 'open' : 'none', ...(group.lock ? ['locked'] : [])],
}

/** Filters by what is due and what is open. */
export const workFacets = (today: PlainDate): readonly Facet<Workable>[] => [
  {
    id: 'due',
    title: 'Next deadline',
    options: [
      { value: 'overdue', label: 'Passed' },
      { value: 'this-week', label: 'Within seven days' },
      { value: 'later', label: 'Later' },
      { value: 'none', label: 'None' },
    ],
    valuesOf: ({ due }) => [due === null ? 'none' : urgencyOf(due.on, today)],
  },
  workFacet,
]
