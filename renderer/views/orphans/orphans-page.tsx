import { useMemo } from 'react'
import { daysWords, numberWords } from '../../../shared/queries/date-words.ts'
import { teamName } from '../../../shared/queries/names.ts'
import type { Orphan, OrphanSeverity } from '../../../shared/queries/orphans.ts'
import type { Readings } from '../../../shared/queries/readings.ts'
import { rowKeyOf } from '../../../shared/queries/row-key.ts'
import { titleOf } from '../../../shared/queries/viewpoint.ts'
import { Tag } from '../../components/tag.tsx'
import type { Replica } from '../../desk/desk.ts'
import type { Column } from '../../grid/column.ts'
import type { Sections } from '../../grid/lines.ts'
import { useDesk, useReadings } from '../desk-context.ts'
import { Count } from '../list/cells.tsx'
import { notesColumn, numberColumn, openWorkColumn, titleColumn } from '../list/common-columns.tsx'
import type { Facet } from '../list/facet.ts'
import { factsAsOf } from '../list/facts-as-of.ts'
import { ListPage } from '../list/list-page.tsx'
import type { ListView } from '../list/list-view.ts'

/** Case groups and service requests that nobody sees in CMS2012 any more (ORPH-1 to ORPH-3). */
export function OrphansPage() {
  const readings = useReadings()
  const { replica } = useDesk()
  const view = useMemo(() => orphansView(readings, replica), [readings, replica])
  return <ListPage view={view} />
}

function orphansView(readings: Readings, replica: Replica): ListView<Orphan> {
  return {
    id: 'orphans',
    title: titleWords(readings),
    note: `Nobody sees these in CMS2012. ${factsAsOf(readings)}`,
    rows: readings.orphans,
    keyOf: ({ group, request }) => rowKeyOf(group, request),
    columns: columnsOf(readings, replica),
    facets,
    sections,
    doings: ['return', 'allocate', 'clear-lock'],
    empty: `Nothing is orphaned in ${titleOf(readings.view)}`,
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

function columnsOf(readings: Readings, replica: Replica): readonly Column<Orphan>[] {
  const { index } = readings
  return [
    numberColumn,
    {
      ...titleColumn,
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
      width: 116,
      grow: 1,
      cell: ({ orphaning }) => index.staff.get(orphaning.holder)?.name,
      sortValue: ({ orphaning }) => index.staff.get(orphaning.holder)?.name ?? null,
    },
    {
      id: 'cause',
      title: 'Why',
      width: 120,
      grow: 1,
      cell: orphan => <span title={movedWords(orphan, readings)}>{causeWords(orphan)}</span>,
      sortValue: causeWords,
    },
    {
      id: 'invisible',
      title: 'Invisible',
      width: 76,
      align: 'end',
      cell: ({ invisibleDays }) =>
        invisibleDays === null ? <span className="quiet">not known</span> : daysWords(invisibleDays),
      sortValue: ({ invisibleDays }) => invisibleDays,
      firstDirection: 'descending',
    },
    { ...openWorkColumn, cell: ({ openWork }) => <Count of={openWork} /> },
    notesColumn(readings, replica),
  ]
}

const causeWords = ({ orphaning }: Orphan) =>
  orphaning.cause === 'access-removed' ? 'Access removed' : 'Team move'

function movedWords({ orphaning }: Orphan, { index }: Readings): string | undefined {
  if (orphaning.cause === 'access-removed') return undefined
  return `Moved to ${teamName(index.staff.get(orphaning.holder)?.team ?? null, index)}`
}

const sectionWords: Readonly<Record<OrphanSeverity, string>> = {
  overdue: 'Deadline passed',
  'this-week': 'Deadline within seven days',
  'over-30': 'Invisible for over 30 days',
  'over-7': 'Invisible for 8 to 30 days',
  'up-to-7': 'Invisible for up to 7 days',
  'not-known': 'Invisible since a day that is not known',
}

const sections: Sections<Orphan> = {
  of: ({ severity }) => severity,
  title: (section, count) => `${sectionWords[section as OrphanSeverity]} · ${numberWords(count)}`,
  alarming: section => section === 'overdue' || section === 'this-week',
}

const facets: readonly Facet<Orphan>[] = [
  {
    id: 'cause',
    title: 'Cause',
    options: [
      { value: 'team-move', label: 'Team move' },
      { value: 'access-removed', label: 'Access removed' },
    ],
    valuesOf: ({ orphaning }) => [orphaning.cause],
  },
  {
    id: 'invisible',
    title: 'Invisible for',
    options: [
      { value: 'over-30', label: 'Over 30 days' },
      { value: 'over-7', label: '8 to 30 days' },
      { value: 'up-to-7', label: 'Up to 7 days' },
      { value: 'not-known', label: 'Not known' },
    ],
    valuesOf: ({ invisibleDays: days }) => [
      days === null ? 'not-known' : days > 30 ? 'over-30' : days > 7 ? 'over-7' : 'up-to-7',
    ],
  },
  {
    id: 'work',
    title: 'Work',
    options: [
      { value: 'open', label: 'With open work' },
      { value: 'none', label: 'Without open work' },
      { value: 'locked', label: 'Locked' },
    ],
    valuesOf: ({ openWork, group }) => [openWork > 0 ? 'open' : 'none', ...(group.lock ? ['locked'] : [])],
  },
  {
    id: 'what',
    title: 'What',
    options: [
      { value: 'case-group', label: 'Case groups' },
      { value: 'specialist', label: 'Specialist requests' },
      { value: 'case-owning', label: 'Other requests' },
    ],
    valuesOf: ({ request }) => [
      request === null ? 'case-group' : request.kind === 'functionally-unique' ? 'specialist' : 'case-owning',
    ],
  },
]
