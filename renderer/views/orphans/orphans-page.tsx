import { useMemo } from 'react'
import { daysWords, numberWords } from '../../../shared/queries/date-words.ts'
import { segmentTitle, segmentTitleBeside, teamName } from '../../../shared/queries/names.ts'
import { destinationOnRecovery, type Orphan } from '../../../shared/queries/orphans.ts'
import type { Readings } from '../../../shared/queries/readings.ts'
import { rowOfRecovery } from '../../../shared/queries/recoveries.ts'
import {
  recoveryShortWords,
  recoveryStateWords,
  recoveryTone,
} from '../../../shared/queries/recovery-words.ts'
import { rowKeyOf } from '../../../shared/queries/row-key.ts'
import { titleOf } from '../../../shared/queries/viewpoint.ts'
import { Tag } from '../../components/tag.tsx'
import { useWide } from '../../components/use-wide.ts'
import type { Replica } from '../../desk/desk.ts'
import type { Column } from '../../grid/column.ts'
import { useDesk, useReadings } from '../desk-context.ts'
import { countCell } from '../list/cells.tsx'
import { notesColumn, numberColumn, openWorkColumn, titleColumn } from '../list/common-columns.tsx'
import { factsAsOf } from '../list/facts-as-of.ts'
import { ListPage } from '../list/list-page.tsx'
import type { ListView } from '../list/list-view.ts'
import { withMasterCase } from '../list/master-case-columns.tsx'
import { orphanFacets, orphanSections } from './orphan-sections.ts'

/** Case groups and service requests that nobody sees in CMS2012 any more (ORPH-1 to ORPH-3). */
export function OrphansPage() {
  const readings = useReadings()
  const { replica } = useDesk()
  const wide = useWide()
  const view = useMemo(() => orphansView(readings, replica, wide), [readings, replica, wide])
  return <ListPage view={view} />
}

function orphansView(readings: Readings, replica: Replica, wide: boolean): ListView<Orphan> {
  return {
    id: 'orphans',
    title: titleWords(readings),
    note: `Nobody sees these in CMS2012. ${factsAsOf(readings)}`,
    rows: readings.orphans,
    keyOf: ({ group, request }) => rowKeyOf(group, request),
    columns: withMasterCase(columnsOf(readings, replica, wide), readings),
    facets: orphanFacets,
    sections: orphanSections,
    doings: ['return', 'allocate', 'set-lock', 'clear-lock'],
    rowActions: ['ask-recovery', 'share-out', 'assign-request'],
    empty: `Nothing is orphaned in ${titleOf(readings.view)}`,
    emptyNext:
      'A case group or a service request comes here when whoever held it has moved to another team or lost access.',
  }
}

function titleWords({ orphans, view }: Readings): string {
  const overdue = orphans.filter(({ severity }) => severity === 'overdue').length
  const soon = orphans.filter(({ severity }) => severity === 'this-week').length
  const parts = [
    ...(overdue > 0 ? [`${numberWords(overdue)} overdue`] : []),
    ...(soon > 0 ? [`${numberWords(soon)} with a deadline this week`] : []),
  ]
  return `Orphans in ${titleOf(view)}: ${[numberWords(orphans.length), ...parts].join(', ')}`
}

function columnsOf(readings: Readings, replica: Replica, wide: boolean): readonly Column<Orphan>[] {
  const { index, orphans } = readings
  const asked = readings.recoveries.length > 0
  const belongsElsewhere = orphans.some(orphan => destinationOnRecovery(orphan, index) !== null)
  return [
    numberColumn,
    {
      ...titleColumn,
      width: 116,
      cell: ({ group, request }) =>
        request === null ? (
          group.title
        ) : (
          <>
            {group.title} <Tag tone="calm">{request.type}</Tag>
          </>
        ),
    },
    {
      id: 'holder',
      title: 'Held by',
      width: asked && !wide ? 104 : 116,
      grow: 1,
      cell: ({ orphaning }) => index.staff.get(orphaning.holder)?.name,
      sortValue: ({ orphaning }) => index.staff.get(orphaning.holder)?.name ?? null,
    },
    causeColumn(readings),
    invisibleColumn,
    { ...openWorkColumn, cell: ({ openWork }) => countCell(openWork) },
    // Where there is no room for both, the right pane tells where it goes.
    ...(belongsElsewhere && (wide || !asked) ? [destinationColumn(readings)] : []),
    // Until local IT was asked for something it says nothing.
    ...(asked ? [recoveryColumn(readings)] : []),
    { ...notesColumn(readings, replica), width: 136 },
  ]
}

const causeColumn = (readings: Readings): Column<Orphan> => ({
  id: 'cause',
  title: 'Why',
  width: 122,
  cell: orphan => <span title={movedWords(orphan, readings)}>{causeWords(orphan)}</span>,
  sortValue: causeWords,
})

const invisibleColumn: Column<Orphan> = {
  id: 'invisible',
  title: 'Invisible',
  width: 78,
  align: 'end',
  cell: ({ invisibleDays }) =>
    invisibleDays === null ? <span className="quiet">not known</span> : daysWords(invisibleDays),
  sortValue: ({ invisibleDays }) => invisibleDays,
  firstDirection: 'descending',
}

/** Where its facts send it: it moves there on recovery (ORPH-7). */
function destinationColumn({ index }: Readings): Column<Orphan> {
  return {
    id: 'destination',
    title: 'Belongs to',
    width: 82,
    grow: 1.2,
    cell(orphan) {
      const to = destinationOnRecovery(orphan, index)
      if (to === null) return <span className="quiet">{orphan.request === null ? 'stays here' : '–'}</span>
      return (
        <span title={`${segmentTitle(to, index)}: it moves there when it is returned to its segment`}>
          {segmentTitleBeside(to, orphan.group.segment, index)}
        </span>
      )
    },
    sortValue(orphan) {
      const to = destinationOnRecovery(orphan, index)
      return to === null ? null : segmentTitle(to, index)
    },
  }
}

/** What local IT was asked, and how that stands (ORPH-4). */
function recoveryColumn({ recoveries }: Readings): Column<Orphan> {
  const rows = new Map(recoveries.map(row => [rowOfRecovery(row.recovery), row]))
  const rowOf = ({ group, request }: Orphan) =>
    rows.get(request?.kind === 'functionally-unique' ? rowKeyOf(group, request) : group.id)
  return {
    id: 'recovery',
    title: 'Recovery',
    width: 84,
    grow: 0.5,
    cell(orphan) {
      const row = rowOf(orphan)
      return row ? (
        <span title={recoveryStateWords(row)}>
          <Tag tone={recoveryTone(row)}>{recoveryShortWords(row)}</Tag>
        </span>
      ) : (
        <span className="quiet">–</span>
      )
    },
    sortValue(orphan) {
      const row = rowOf(orphan)
      return row ? recoveryStateWords(row) : null
    },
  }
}

const causeWords = ({ orphaning }: Orphan) =>
  orphaning.cause === 'access-removed' ? 'Access removed' : 'Team move'

function movedWords({ orphaning }: Orphan, { index }: Readings): string | undefined {
  if (orphaning.cause === 'access-removed') return undefined
  return `Moved to ${teamName(index.staff.get(orphaning.holder)?.team ?? null, index)}`
}
