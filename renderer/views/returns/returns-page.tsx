import { useMemo } from 'react'
import { counted, daysWords, numberWords } from '../../../shared/queries/date-words.ts'
import { staffName } from '../../../shared/queries/names.ts'
import type { Readings } from '../../../shared/queries/readings.ts'
import type { ReturnDue } from '../../../shared/queries/returns-due.ts'
import { titleOf } from '../../../shared/queries/viewpoint.ts'
import type { Replica } from '../../desk/desk.ts'
import type { Column } from '../../grid/column.ts'
import { useDesk, useReadings } from '../desk-context.ts'
import { dateCell } from '../list/cells.tsx'
import { holderColumn, notesColumn, numberColumn, titleColumn } from '../list/common-columns.tsx'
import type { Facet } from '../list/facet.ts'
import { factsAsOf } from '../list/facts-as-of.ts'
import { ListPage } from '../list/list-page.tsx'
import type { ListView } from '../list/list-view.ts'
import { withMasterCase } from '../list/master-case-columns.tsx'

/** Groups whose holder has no open work on them, by caseworker (RTS-7). */
export function ReturnsPage() {
  const readings = useReadings()
  const { replica } = useDesk()
  const view = useMemo(() => returnsView(readings, replica), [readings, replica])
  return <ListPage view={view} />
}

type Row = ReturnDue & { readonly due: null }

function returnsView(readings: Readings, replica: Replica): ListView<Row> {
  const { returns, view, index } = readings
  const waiting = returns.filter(({ waitsForLock }) => waitsForLock).length
  const wait = waiting > 0 ? `, ${numberWords(waiting)} wait for a lock` : ''
  const own = view.kind === 'person'
  const columns = withMasterCase(columnsOf(readings, replica), readings)
  return {
    id: 'returns',
    title: `${own ? 'My case groups to return' : `To return in ${titleOf(view)}`}: ${numberWords(returns.length)}${wait}`,
    note: own
      ? `You have no open work on them, so returning them needs no reason. ${factsAsOf(readings)}`
      : `Their holders have no open work on them. A caseload figure, not an alarm. ${factsAsOf(readings)}`,
    rows: returns.map(row => ({ ...row, due: null })),
    keyOf: ({ group }) => group.id,
    columns: own ? columns.filter(({ id }) => id !== 'holder') : columns,
    facets,
    sections: own
      ? null
      : {
          of: ({ holder }) => holder,
          title: (holder, count) =>
            `${staffName(holder as ReturnDue['holder'], index)} · ${counted(count, 'case group')} without open work`,
          alarming: () => false,
        },
    doings: own ? ['return', 'set-lock', 'clear-lock'] : ['return', 'allocate', 'set-lock', 'clear-lock'],
    empty: own
      ? 'You have open work on each of your case groups'
      : `Every holder in ${titleOf(view)} has work on each of his case groups`,
    emptyNext: 'One comes here when the last open work on it is done.',
  }
}

function columnsOf(readings: Readings, replica: Replica): readonly Column<Row>[] {
  return [
    numberColumn,
    titleColumn,
    { ...holderColumn(readings), grow: 1.3 },
    {
      id: 'last',
      title: 'Without work since',
      width: 138,
      cell: ({ withoutWorkSince }) => dateCell(withoutWorkSince),
      sortValue: ({ withoutWorkSince }) => withoutWorkSince,
    },
    {
      id: 'days',
      title: 'Days without',
      width: 104,
      align: 'end',
      // Where the day is not known, that is said once.
      cell: ({ daysWithoutWork: days }) =>
        days === null ? <span className="quiet">–</span> : daysWords(days),
      sortValue: ({ daysWithoutWork }) => daysWithoutWork,
      firstDirection: 'descending',
    },
    { ...notesColumn(readings, replica), title: 'Reason to wait' },
  ]
}

const facets: readonly Facet<Row>[] = [
  {
    id: 'without',
    title: 'Without work for',
    options: [
      { value: 'over-90', label: 'Over 90 days' },
      { value: 'over-30', label: '31 to 90 days' },
      { value: 'up-to-30', label: 'Up to 30 days' },
      { value: 'not-known', label: 'Not known' },
    ],
    valuesOf: ({ daysWithoutWork: days }) => [
      days === null ? 'not-known' : days > 90 ? 'over-90' : days > 30 ? 'over-30' : 'up-to-30',
    ],
  },
  {
    id: 'wait',
    title: 'Reason to wait',
    options: [
      { value: 'incident', label: 'Incident with AAC' },
      { value: 'locked', label: 'Locked' },
      { value: 'none', label: 'None' },
    ],
    valuesOf: ({ waitsForLock, waitsForIncident }) => [
      ...(waitsForIncident ? ['incident'] : []),
      waitsForLock ? 'locked' : 'none',
    ],
  },
]
