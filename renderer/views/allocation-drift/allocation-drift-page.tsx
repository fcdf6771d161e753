import { useMemo } from 'react'
import type { SegmentName } from '../../../shared/domain/ids.ts'
import type { MisplacedGroup } from '../../../shared/queries/allocation-drift.ts'
import { numberWords } from '../../../shared/queries/date-words.ts'
import { segmentTitle, segmentTitleBeside } from '../../../shared/queries/names.ts'
import type { Readings } from '../../../shared/queries/readings.ts'
import { titleOf } from '../../../shared/queries/viewpoint.ts'
import { useWide } from '../../components/use-wide.ts'
import type { Replica } from '../../desk/desk.ts'
import type { Column } from '../../grid/column.ts'
import type { Sections } from '../../grid/lines.ts'
import { useDesk, useReadings } from '../desk-context.ts'
import {
  holderColumn,
  notesColumn,
  numberColumn,
  openWorkColumn,
  titleColumn,
} from '../list/common-columns.tsx'
import { factsAsOf } from '../list/facts-as-of.ts'
import { ListPage } from '../list/list-page.tsx'
import type { ListView } from '../list/list-view.ts'
import { withMasterCase } from '../list/master-case-columns.tsx'
import { workFacets } from '../list/work-facets.ts'

/** What belongs to another segment since the last extract, for the segment manager to move (IMP-8). */
export function AllocationDriftPage() {
  const readings = useReadings()
  const { replica } = useDesk()
  const wide = useWide()
  const view = useMemo(() => driftView(readings, replica, wide), [readings, replica, wide])
  return <ListPage view={view} />
}

function driftView(readings: Readings, replica: Replica, wide: boolean): ListView<MisplacedGroup> {
  const { misplaced, view, today } = readings
  const held = misplaced.filter(({ heldByLock }) => heldByLock).length
  const parts = [
    `${numberWords(misplaced.length - held)} belong elsewhere`,
    ...(held > 0 ? [`${numberWords(held)} held by a lock`] : []),
  ]
  return {
    id: 'allocation-drift',
    title: `Allocation drift in ${titleOf(view)}: ${parts.join(', ')}`,
    note: `An import moves nothing by itself. What is moved lands unassigned, with its work. ${factsAsOf(readings)}`,
    rows: misplaced,
    keyOf: ({ group }) => group.id,
    columns: withMasterCase(columnsOf(readings, replica, wide), readings),
    facets: workFacets(today),
    sections: sectionsOf(readings),
    doings: ['apply-drift', 'clear-lock'],
    empty:
      view.kind === 'segment'
        ? `Everything in ${titleOf(view)} is where it belongs`
        : 'Only a segment manager moves case groups to where they belong',
    emptyNext: 'A case group comes here when its facts have changed and it belongs to another segment.',
  }
}

function columnsOf(readings: Readings, replica: Replica, wide: boolean): readonly Column<MisplacedGroup>[] {
  return [
    numberColumn,
    { ...titleColumn, width: 126 },
    factColumn,
    destinationColumn(readings),
    // Where there is no room for it, the right pane tells it.
    ...(wide ? [holderColumn(readings), openWorkColumn] : []),
    notesColumn(readings, replica),
  ]
}

const HELD = 'held'

const sectionsOf = ({ index }: Readings): Sections<MisplacedGroup> => ({
  of: ({ to, heldByLock }) => (heldByLock ? HELD : to),
  title: (section, count) =>
    section === HELD
      ? `Held here by a lock · ${numberWords(count)}`
      : `To ${segmentTitle(section as SegmentName, index)} · ${numberWords(count)}`,
  alarming: () => false,
})

const destinationColumn = ({ index }: Readings): Column<MisplacedGroup> => ({
  id: 'to',
  title: 'Belongs to',
  width: 188,
  grow: 1.2,
  cell: ({ group, to }) => (
    <span title={segmentTitle(to, index)}>{segmentTitleBeside(to, group.segment, index)}</span>
  ),
  sortValue: ({ to }) => segmentTitle(to, index),
})

const factColumn: Column<MisplacedGroup> = {
  id: 'fact',
  title: 'Because',
  width: 224,
  grow: 2.4,
  cell: ({ fact }) => <span title={fact}>{fact}</span>,
  sortValue: ({ fact }) => fact,
}
