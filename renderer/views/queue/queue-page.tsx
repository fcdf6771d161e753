import { useMemo } from 'react'
import { londonDate } from '../../../shared/domain/time.ts'
import { numberWords, shortDate } from '../../../shared/queries/date-words.ts'
import { teamName } from '../../../shared/queries/names.ts'
import type { QueuedGroup } from '../../../shared/queries/queue.ts'
import type { Readings } from '../../../shared/queries/readings.ts'
import { titleOf } from '../../../shared/queries/viewpoint.ts'
import type { Replica } from '../../desk/desk.ts'
import { useDesk, useReadings } from '../desk-context.ts'
import { notesColumn, numberColumn, openWorkColumn, titleColumn } from '../list/common-columns.tsx'
import { factsAsOf } from '../list/facts-as-of.ts'
import { ListPage } from '../list/list-page.tsx'
import type { ListView } from '../list/list-view.ts'
import { workFacets } from '../list/work-facets.ts'

/** Case groups that wait for a caseworker (TEAM-1). */
export function QueuePage() {
  const readings = useReadings()
  const { replica } = useDesk()
  const view = useMemo(() => queueView(readings, replica), [readings, replica])
  return <ListPage view={view} />
}

function queueView(readings: Readings, replica: Replica): ListView<QueuedGroup> {
  const { queue, view, today, index } = readings
  return {
    id: 'queue',
    title: `Queue of ${titleOf(view)}: ${numberWords(queue.length)} to allocate`,
    note: `In the segment’s queue every team leader of the segment sees them; the first to allocate wins. ${factsAsOf(readings)}`,
    rows: queue,
    keyOf: ({ group }) => group.id,
    columns: [
      numberColumn,
      titleColumn,
      {
        id: 'queue',
        title: 'In the queue of',
        width: 'minmax(140px, 1.2fr)',
        cell: ({ group }) => (group.team === null ? 'the segment' : teamName(group.team, index)),
        sortValue: ({ group }) => (group.team === null ? '' : teamName(group.team, index)),
      },
      {
        id: 'since',
        title: 'Since',
        width: '108px',
        cell: ({ since }) =>
          since === null ? <span className="quiet">not known</span> : shortDate(londonDate(since)),
        sortValue: ({ since }) => since,
      },
      openWorkColumn,
      notesColumn(readings, replica),
    ],
    facets: workFacets(today),
    sections: {
      of: row => row.queue,
      title: (section, count) =>
        `${section === 'team' ? 'In a team’s queue' : 'In the segment’s queue'} · ${numberWords(count)}`,
      alarming: () => false,
    },
    doings: ['allocate', 'return', 'clear-lock'],
    empty: 'Every case group has a caseworker',
  }
}
