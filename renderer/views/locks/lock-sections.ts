import { numberWords } from '../../../shared/queries/date-words.ts'
import { type LockedGroup, type LockPlace, lockFaults, lockPlaceOf } from '../../../shared/queries/locks.ts'
import type { Viewpoint } from '../../../shared/queries/viewpoint.ts'
import type { Sections } from '../../grid/lines.ts'
import type { Facet } from '../list/facet.ts'
import { lockFaultWords } from './lock-fault-words.ts'

const placeTitles: Readonly<Record<LockPlace, string>> = {
  review: 'For review',
  wrong: 'Something is wrong with the lock',
  right: 'Nothing wrong with the lock',
}

export const lockSections = (view: Viewpoint): Sections<LockedGroup> => ({
  of: lock => lockPlaceOf(lock, view),
  title: (place, count) => `${placeTitles[place as LockPlace]} · ${numberWords(count)}`,
  alarming: place => place !== 'right',
})

export const lockFacets: readonly Facet<LockedGroup>[] = [
  {
    id: 'wrong',
    title: 'What is wrong',
    options: [...lockFaults].map(value => ({ value, label: lockFaultWords[value] })),
    valuesOf: ({ faults }) => faults,
  },
  {
    id: 'review',
    title: 'Review',
    options: [
      { value: 'overdue', label: 'Passed' },
      { value: 'this-week', label: 'Within seven days' },
      { value: 'later', label: 'Later' },
      { value: 'none', label: 'No date yet' },
    ],
    valuesOf: ({ reviewing }) => [reviewing.state],
  },
  {
    id: 'unlocked',
    title: 'If unlocked',
    options: [
      { value: 'goes', label: 'Goes elsewhere' },
      { value: 'stays', label: 'Stays here' },
    ],
    valuesOf: ({ destination }) => [destination === null ? 'stays' : 'goes'],
  },
  {
    id: 'age',
    title: 'Age',
    options: [
      { value: 'over-90', label: 'Over 90 days' },
      { value: 'over-28', label: '29 to 90 days' },
      { value: 'up-to-28', label: 'Up to 28 days' },
    ],
    valuesOf: ({ ageDays }) => [ageDays > 90 ? 'over-90' : ageDays > 28 ? 'over-28' : 'up-to-28'],
  },
]
