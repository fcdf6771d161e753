import { type CaseGroup, payingParentOf } from '../../../shared/domain/case-group.ts'
import { teamName, teamTitle } from '../../../shared/queries/names.ts'
import type { Readings } from '../../../shared/queries/readings.ts'
import type { Column } from '../../grid/column.ts'

interface About {
  readonly group: CaseGroup
}

/** What CMS2012's master case view has beside number and title (ACC-6). */
export const masterCaseColumns = ({ index }: Readings): readonly Column<About>[] => [
  {
    id: 'status',
    title: 'Status',
    width: 86,
    cell: ({ group }) => group.status,
    sortValue: ({ group }) => group.status,
  },
  {
    id: 'error',
    title: 'Pending work / item error',
    width: 178,
    cell: ({ group }) => group.itemErrorStatus ?? <span className="quiet">none</span>,
    sortValue: ({ group }) => group.itemErrorStatus,
  },
  {
    id: 'team',
    title: 'Team',
    width: 120,
    // The segment goes without saying here, but not in a file.
    cell: ({ group: { team } }, width) =>
      team === null ? (
        <span className="quiet">none</span>
      ) : (
        <span title={teamName(team, index)}>
          {width === undefined ? teamName(team, index) : teamTitle(team, index)}
        </span>
      ),
    sortValue: ({ group }) => (group.team === null ? null : teamName(group.team, index)),
  },
  nameColumn('last', 'Last name', 'lastName'),
  nameColumn('first', 'First name', 'firstName'),
  nameColumn('middle', 'Middle name', 'middleName'),
]

function nameColumn(id: string, title: string, part: 'lastName' | 'firstName' | 'middleName'): Column<About> {
  return {
    id,
    title,
    width: 120,
    cell: ({ group }) => payingParentOf(group)[part],
    sortValue: ({ group }) => payingParentOf(group)[part],
  }
}

/** A list's own columns, and on offer what else the master case view has: there is no room for it at first (ACC-6). */
export function withMasterCase<Row extends About>(
  columns: readonly Column<Row>[],
  readings: Readings,
): readonly Column<Row>[] {
  // By title: a list may have an id for something of its own.
  const own = new Set(columns.map(({ title }) => title))
  const others = masterCaseColumns(readings).filter(({ title }) => !own.has(title))
  return [...columns, ...others.map(onOffer)]
}

/** Not the id of one that is shown at first: to leave that out for one role would show it to another (docs/decisions.md). */
export const onOffer = <Row,>(column: Column<Row>): Column<Row> => ({
  ...column,
  id: `more-${column.id}`,
  leftOutAtFirst: true,
})
