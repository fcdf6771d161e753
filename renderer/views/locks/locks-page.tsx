import { useMemo } from 'react'
import { londonDate } from '../../../shared/domain/time.ts'
import { numberWords, shortDate } from '../../../shared/queries/date-words.ts'
import { type LockedGroup, lockFaults } from '../../../shared/queries/locks.ts'
import { segmentTitle, segmentTitleBeside, staffName } from '../../../shared/queries/names.ts'
import type { Readings } from '../../../shared/queries/readings.ts'
import { titleOf } from '../../../shared/queries/viewpoint.ts'
import type { Replica } from '../../desk/desk.ts'
import type { Column } from '../../grid/column.ts'
import type { Sections } from '../../grid/lines.ts'
import { useDesk, useReadings } from '../desk-context.ts'
import { Pending } from '../list/cells.tsx'
import { notesColumn, numberColumn, openWorkColumn, titleColumn } from '../list/common-columns.tsx'
import type { Facet } from '../list/facet.ts'
import { factsAsOf } from '../list/facts-as-of.ts'
import { ListPage } from '../list/list-page.tsx'
import type { ListView } from '../list/list-view.ts'
import { useWide } from '../use-wide.ts'
import { FaultTags } from './fault-tags.tsx'
import { lockFaultWords } from './lock-words.ts'

/** Every lock, what is wrong with it, and where its group would go without it (LOCK-1, LOCK-5, LOCK-7). */
export function LocksPage() {
  const readings = useReadings()
  const { replica } = useDesk()
  const wide = useWide()
  const view = useMemo(() => locksView(readings, replica, wide), [readings, replica, wide])
  return <ListPage view={view} />
}

function locksView(readings: Readings, replica: Replica, wide: boolean): ListView<LockedGroup> {
  const { locks, view } = readings
  const faulty = locks.filter(({ faults }) => faults.length > 0).length
  const wrong = faulty > 0 ? `, ${numberWords(faulty)} with something wrong` : ''
  return {
    id: 'locks',
    title: `Locks in ${titleOf(view)}: ${numberWords(locks.length)}${wrong}`,
    note: `A lock stops the move, not the work. ${factsAsOf(readings)}`,
    rows: locks,
    keyOf: ({ group }) => group.id,
    columns: columnsOf(readings, replica, wide),
    facets,
    sections,
    doings: ['clear-lock', 'return', 'allocate'],
    empty: `Nothing is locked in ${titleOf(view)}`,
  }
}

function columnsOf(readings: Readings, replica: Replica, wide: boolean): readonly Column<LockedGroup>[] {
  const { index } = readings
  const destination = ({ destination: to }: LockedGroup) => (to === null ? null : segmentTitle(to, index))
  return [
    numberColumn,
    { ...titleColumn, width: 120 },
    {
      id: 'since',
      title: 'Days',
      width: 48,
      align: 'end',
      cell: ({ lock, ageDays }) => (
        <span
          title={`${lock.sinceIsFirstSeen ? 'First seen' : 'Since'} ${shortDate(londonDate(lock.since))}`}
        >
          {lock.sinceIsFirstSeen ? '≥ ' : ''}
          {numberWords(ageDays)}
        </span>
      ),
      sortValue: ({ ageDays }) => ageDays,
      firstDirection: 'descending',
    },
    { ...openWorkColumn, width: 50 },
    {
      id: 'destination',
      title: 'If unlocked',
      width: 86,
      grow: 1.4,
      cell: ({ group, destination: to }) =>
        to === null ? (
          <span className="quiet">stays here</span>
        ) : (
          <span title={segmentTitle(to, index)}>{segmentTitleBeside(to, group.segment, index)}</span>
        ),
      sortValue: destination,
    },
    {
      id: 'faults',
      title: 'What is wrong',
      width: wide ? 320 : 150,
      cell: ({ group, faults }) => (
        <>
          <Pending group={group} replica={replica} />
          <FaultTags faults={faults} all={wide} />
        </>
      ),
      sortValue: ({ faults }) => faults.length,
      firstDirection: 'descending',
    },
    {
      id: 'by',
      title: 'Locked by',
      width: 112,
      grow: 1.1,
      cell: ({ lock }) =>
        lock.by === null ? <span className="quiet">not known</span> : staffName(lock.by, index),
      sortValue: ({ lock }) => (lock.by === null ? null : staffName(lock.by, index)),
    },
    // Where there is no room for it, the right pane tells it.
    ...(wide ? [reasonColumn] : []),
    { ...notesColumn(readings, replica, false), title: 'Next', width: 132, grow: 1.3 },
  ]
}

const reasonColumn: Column<LockedGroup> = {
  id: 'reason',
  title: 'Reason',
  width: 130,
  grow: 1.3,
  cell: ({ lock }) =>
    lock.reason === null ? (
      <span className="quiet">none written</span>
    ) : (
      <span title={lock.reason}>{lock.reason}</span>
    ),
  sortValue: ({ lock }) => lock.reason,
}

const sections: Sections<LockedGroup> = {
  of: ({ faults }) => (faults.length > 0 ? 'wrong' : 'right'),
  title: (section, count) =>
    `${section === 'wrong' ? 'Something is wrong with the lock' : 'Nothing wrong with the lock'} · ${numberWords(count)}`,
  alarming: section => section === 'wrong',
}

const facets: readonly Facet<LockedGroup>[] = [
  {
    id: 'wrong',
    title: 'What is wrong',
    options: [...lockFaults].map(value => ({ value, label: lockFaultWords[value] })),
    valuesOf: ({ faults }) => faults,
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
