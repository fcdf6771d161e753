import { useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import { counted, numberWords } from '../../../shared/queries/date-words.ts'
import { isReadIn } from '../../../shared/queries/search.ts'
import { type TeamSide, teamSidesOf } from '../../../shared/queries/team-sides.ts'
import { titleOf } from '../../../shared/queries/viewpoint.ts'
import { Grid } from '../../grid/grid.tsx'
import { linesOf } from '../../grid/lines.ts'
import { sortedOrder } from '../../grid/sorted-order.ts'
import { useGridHandle } from '../../keyboard/grid-handle.ts'
import { rowFocused } from '../../store/list.ts'
import { useDeskDispatch, useDeskState } from '../../store/store.ts'
import { useReadings } from '../desk-context.ts'
import { SyncBanner } from '../frame/sync-banner.tsx'
import { EmptyList } from '../list/empty-list.tsx'
import { useListAddress } from '../list/list-address.ts'
import { ListTools } from '../list/list-tools.tsx'
import { useFocusedLine } from '../list/use-focused-line.ts'
import { Pane } from '../pane.tsx'
import { useListFocus } from '../use-list-focus.ts'
import { teamColumns } from './team-columns.tsx'
import { TeamSidePane } from './team-side-pane.tsx'

const keyOf = ({ team }: TeamSide) => team.id

/** The teams of a segment side by side, for the manager who shares work out between them (ACC-2, TEAM-3). */
export function TeamsPage() {
  const readings = useReadings()
  const all = useMemo(() => teamSidesOf(readings), [readings])
  const search = useDeskState(state => state.list.search)
  const sides = useMemo(() => all.filter(side => isReadIn(textOf(side), search)), [all, search])
  const { sort, sortBy } = useListAddress()
  const columns = useMemo(() => teamColumns(readings), [readings])
  const column = sort ? columns.find(({ id }) => id === sort.column) : undefined
  const rows = column && sort ? sortedOrder(sides, column, sort.direction) : sides
  const lines = useMemo(() => linesOf(rows, keyOf, null), [rows])
  const line = useFocusedLine(lines)
  const focused = line === null ? undefined : lines[line]
  const dispatch = useDeskDispatch()
  const navigate = useNavigate()
  const handle = useGridHandle()
  useListFocus()
  const title = titleWords(titleOf(readings.view), all)
  return (
    <>
      <main className="main" aria-labelledby="title">
        <div className="title-row">
          <h1 id="title">{title}</h1>
          <ListTools />
        </div>
        <p className="note">To share work out by; not a measure of anybody.</p>
        <SyncBanner />
        {lines.length === 0 ? (
          <EmptyList
            view="teams"
            why="Your segment has no teams"
            narrowed={all.length > 0}
            onAll={() => {}}
          />
        ) : (
          <Grid
            label={title}
            columns={columns}
            lines={lines}
            sort={sort}
            onSort={sortBy}
            focused={line}
            onFocus={key => dispatch(rowFocused(key))}
            onOpen={() => void navigate({ to: '/team' })}
            selection={null}
            handle={handle}
          />
        )}
      </main>
      <Pane
        explanation={{
          label: 'The focused team',
          shown: focused?.kind === 'row' && <TeamSidePane side={focused.row} />,
        }}
      />
    </>
  )
}

/** Its name, whoever leads it and works in it. */
const textOf = ({ team, leaders, caseworkers }: TeamSide) =>
  [team.name, team.workgroup, team.location, ...leaders, ...caseworkers.map(({ staff }) => staff)]
    .map(each => (typeof each === 'string' ? each : each.name))
    .join(' | ')

function titleWords(segment: string, sides: readonly TeamSide[]): string {
  const unled = sides.filter(side => side.unled).length
  const without = unled > 0 ? `, ${numberWords(unled)} without an active leader` : ''
  return `Teams of ${segment}: ${counted(sides.length, 'team')}${without}`
}
