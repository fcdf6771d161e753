import { useMemo } from 'react'
import { numberWords } from '../../../shared/queries/date-words.ts'
import { type LockedGroup, type LockPlace, lockPlaceOf } from '../../../shared/queries/locks.ts'
import type { Readings } from '../../../shared/queries/readings.ts'
import { titleOf } from '../../../shared/queries/viewpoint.ts'
import { useWide } from '../../components/use-wide.ts'
import type { Replica } from '../../desk/desk.ts'
import { useDesk, useReadings } from '../desk-context.ts'
import { factsAsOf } from '../list/facts-as-of.ts'
import { ListPage } from '../list/list-page.tsx'
import type { ListView } from '../list/list-view.ts'
import { withMasterCase } from '../list/master-case-columns.tsx'
import { lockColumns } from './lock-columns.tsx'
import { lockFacets, lockSections } from './lock-sections.ts'
import { ToldOfLocks } from './told-of-locks.tsx'

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
  const own = view.kind === 'person'
  const placed = (place: LockPlace) => locks.filter(lock => lockPlaceOf(lock, view) === place).length
  const parts = [
    numberWords(locks.length),
    ...some(placed('review'), 'for review'),
    ...some(placed('wrong'), 'with something wrong'),
  ]
  return {
    id: 'locks',
    title: `${own ? 'My locks' : `Locks in ${titleOf(view)}`}: ${parts.join(', ')}`,
    note: `A lock stops the move, not the work. ${factsAsOf(readings)}`,
    notice: <ToldOfLocks />,
    rows: locks,
    keyOf: ({ group }) => group.id,
    columns: withMasterCase(lockColumns(readings, replica, wide), readings),
    facets: lockFacets,
    sections: lockSections(view),
    // Whoever holds a group clears its lock, but does not review it (LOCK-8, LOCK-9).
    doings: own ? ['clear-lock', 'return'] : ['keep-lock', 'clear-lock', 'return', 'allocate'],
    emptyNext: 'A lock is set on a case group, in any list that has it: “Set lock”.',
    empty: own ? 'None of your case groups is locked' : `Nothing is locked in ${titleOf(view)}`,
  }
}

const some = (count: number, words: string) => (count > 0 ? [`${numberWords(count)} ${words}`] : [])
