import { numberWords, shortDate } from '../../../shared/queries/date-words.ts'
import { absencesOf, awayWords } from '../../../shared/queries/presence.ts'
import type { Readings } from '../../../shared/queries/readings.ts'
import type { Load } from '../../../shared/queries/team-load.ts'
import { Tag } from '../../components/tag.tsx'
import type { Column } from '../../grid/column.ts'
import { figureColumn } from '../list/figure-column.tsx'

/** What each has in hand; specialists own no case group, so that nothing is said of theirs. */
export const loadColumns = ({ index, today }: Readings, specialists: boolean): readonly Column<Load>[] => [
  {
    id: 'name',
    title: specialists ? 'Specialist' : 'Caseworker',
    width: 128,
    grow: 1.4,
    cell: ({ staff }) => staff.name,
    sortValue: ({ staff }) => staff.name,
  },
  ...(specialists ? [] : [figureColumn<Load>('groups', 'Case groups', 98)]),
  figureColumn('openRequests', 'Requests', 80),
  figureColumn('overdue', 'Overdue', 74),
  figureColumn('dueThisWeek', 'This week', 82),
  ...(specialists
    ? []
    : [figureColumn<Load>('locked', 'Locked', 64), figureColumn<Load>('returnsDue', 'To return', 76)]),
  {
    id: 'standing',
    title: 'Notes',
    width: 206,
    grow: 1.8,
    cell: load => (
      <>
        <Away load={load} index={index} today={today} />
        {load.standing === 'left' && <Tag tone="alarm">{leftWords(load)}</Tag>}
        {load.orphaned > 0 && load.standing === 'works-here' && (
          <Tag tone="alarm">{numberWords(load.orphaned)} orphaned</Tag>
        )}
      </>
    ),
    sortValue: ({ orphaned }) => orphaned,
    firstDirection: 'descending',
  },
]

function Away({ load, index, today }: Pick<Readings, 'index' | 'today'> & { readonly load: Load }) {
  const [next] = absencesOf(load.staff.number, index, today)
  if (!next || load.standing === 'left') return null
  return <Tag tone={next.from <= today ? 'warn' : 'calm'}>{awayWords(next, today)}</Tag>
}

function leftWords({ staff }: Load): string {
  const on = staff.access === 'removed' ? staff.accessEndedOn : staff.movedOn
  const what = staff.access === 'removed' ? 'Access removed' : 'Left'
  return on === null ? what : `${what} ${shortDate(on)}`
}
