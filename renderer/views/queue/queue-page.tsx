import { useMemo } from 'react'
import { londonDate } from '../../../shared/domain/time.ts'
import { numberWords, shortDate } from '../../../shared/queries/date-words.ts'
import { teamTitle } from '../../../shared/queries/names.ts'
import type { QueuedGroup } from '../../../shared/queries/queue.ts'
import type { Readings } from '../../../shared/queries/readings.ts'
import { titleOf } from '../../../shared/queries/viewpoint.ts'
import type { Replica } from '../../desk/desk.ts'
import type { Column } from '../../grid/column.ts'
import { useDesk, useReadings } from '../desk-context.ts'
import { notesColumn, numberColumn, openWorkColumn, titleColumn } from '../list/common-columns.tsx'
import { ListPage } from '../list/list-page.tsx'
import type { ListView } from '../list/list-view.ts'
import { withMasterCase } from '../list/master-case-columns.tsx'
import { workFacets } from '../list/work-facets.ts'

/** Case groups that wait for a caseworker (TEAM-1). */
export function QueuePage() {
  const readings = useReadings()
  const { replica } = useDesk()
  const view = useMemo(() => queueView(readings, replica), [readings, replica])
  return <ListPage view={view} />
}

function queueView(readings: Readings, replica: Replica): ListView<QueuedGroup> {
  const { queue, view, today } = readings
  return {
    id: 'queue',
    title: `Queue of ${titleOf(view)}: ${numberWords(queue.length)} to allocate`,
    note: 'All team leaders of the segment see what is in its queue; the first to allocate a case group wins.',
    rows: queue,
    keyOf: ({ group }) => group.id,
    columns: withMasterCase(columnsOf(readings, replica), readings),
    facets: workFacets(today),
    sections: {
      of: row => row.queue,
      title: (section, count) =>
        `${section === 'team' ? 'In a team’s queue' : 'In the segment’s queue'} · ${numberWords(count)}`,
      alarming: () => false,
    },
    doings: ['allocate', 'return', 'set-lock', 'clear-lock'],
    rowActions: ['share-out'],
    empty: 'Every case group has a caseworker',
    emptyNext: 'One comes here when it is returned, or moves to your segment.',
  }
}

function columnsOf(readings: Readings, replica: Replica): readonly Column<QueuedGroup>[] {
  return [
    numberColumn,
    titleColumn,
    ...(readings.view.kind === 'segment' ? [queueColumn(readings)] : []),
    // Before the desk moved one, it would say of each that it is not known.
    ...(readings.queue.some(({ since }) => since !== null) ? [sinceColumn] : []),
    openWorkColumn,
    notesColumn(readings, replica),
  ]
}

const sinceColumn: Column<QueuedGroup> = {
  id: 'since',
  title: 'Since',
  width: 108,
  cell: ({ since }) =>
    since === null ? <span className="quiet">not known</span> : shortDate(londonDate(since)),
  sortValue: ({ since }) => since,
}

const queueColumn = ({ index }: Readings): Column<QueuedGroup> => ({
  id: 'queue',
  title: 'In the queue of',
  width: 140,
  grow: 1.2,
  cell: ({ group }) => (group.team === null ? 'the segment' : teamTitle(group.team, index)),
  sortValue: ({ group }) => (group.team === null ? '' : teamTitle(group.team, index)),
})
