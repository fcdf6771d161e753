import type { TeamSide } from '../../../shared/queries/team-sides.ts'
import { Tag } from '../../components/tag.tsx'
import type { Column } from '../../grid/column.ts'
import { Count } from '../list/cells.tsx'

type Figure = { [Key in keyof TeamSide]: TeamSide[Key] extends number ? Key : never }[keyof TeamSide]

const figure = (id: Figure, title: string, width: number): Column<TeamSide> => ({
  id,
  title,
  width,
  align: 'end',
  cell: side => <Count of={side[id]} />,
  sortValue: side => side[id],
  firstDirection: 'descending',
})

export const teamColumns: readonly Column<TeamSide>[] = [
  {
    id: 'team',
    title: 'Team',
    width: 150,
    grow: 1.4,
    cell: ({ team }) => team.name,
    sortValue: ({ team }) => team.name,
  },
  {
    id: 'leader',
    title: 'Leader',
    width: 130,
    grow: 1.2,
    cell: ({ leaders, unled }) =>
      unled ? <Tag tone="alarm">None active</Tag> : leaders.map(({ name }) => name).join(', '),
    sortValue: ({ leaders }) => leaders[0]?.name ?? null,
  },
  figure('groups', 'Case groups', 92),
  figure('perCaseworker', 'Per caseworker', 108),
  figure('queue', 'In queue', 72),
  figure('orphans', 'Orphaned', 76),
  figure('locksToReview', 'Locks due', 80),
  figure('returnsDue', 'To return', 76),
  figure('overdue', 'Overdue', 70),
  figure('away', 'Away', 56),
]
