import { teamTitle } from '../../../shared/queries/names.ts'
import type { Readings } from '../../../shared/queries/readings.ts'
import type { TeamSide } from '../../../shared/queries/team-sides.ts'
import { Tag } from '../../components/tag.tsx'
import type { Column } from '../../grid/column.ts'
import { figureColumn } from '../list/figure-column.tsx'

export const teamColumns = ({ index }: Readings): readonly Column<TeamSide>[] => [
  {
    id: 'team',
    title: 'Team',
    width: 96,
    grow: 1,
    cell: ({ team }) => <span title={team.name}>{teamTitle(team.id, index)}</span>,
    sortValue: ({ team }) => team.name,
  },
  {
    id: 'leader',
    title: 'Leader',
    width: 140,
    grow: 1.4,
    cell: ({ leaders, unled }) =>
      unled ? <Tag tone="alarm">None active</Tag> : leaders.map(({ name }) => name).join(', '),
    sortValue: ({ leaders }) => leaders[0]?.name ?? null,
  },
  figureColumn('groups', 'Groups', 64),
  figureColumn('perCaseworker', 'Per person', 88),
  figureColumn('queue', 'In queue', 72),
  figureColumn('orphans', 'Orphans', 70),
  figureColumn('locksToReview', 'Locks due', 84),
  figureColumn('returnsDue', 'To return', 74),
  figureColumn('overdue', 'Overdue', 70),
  figureColumn('away', 'Away', 52),
]
