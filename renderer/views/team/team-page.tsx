import { Button } from '@fluentui/react-components'
import { useNavigate } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import './team.css'
import type { TeamId } from '../../../shared/domain/ids.ts'
import { counted } from '../../../shared/queries/date-words.ts'
import { isAmongSpecialists } from '../../../shared/queries/desk-part.ts'
import { teamName } from '../../../shared/queries/names.ts'
import type { Readings } from '../../../shared/queries/readings.ts'
import type { Load } from '../../../shared/queries/team-load.ts'
import { titleOf } from '../../../shared/queries/viewpoint.ts'
import { Grid } from '../../grid/grid.tsx'
import { useGridMoves } from '../../grid/grid-moves.ts'
import { linesOf } from '../../grid/lines.ts'
import { listOnShow } from '../../grid/list-on-show.ts'
import { sortedOrder } from '../../grid/sorted-order.ts'
import { useGridHandle } from '../../keyboard/grid-handle.ts'
import { caseworkerChosen, rowFocused } from '../../store/list.ts'
import { useDeskDispatch } from '../../store/store.ts'
import { useReadings } from '../desk-context.ts'
import { SyncBanner } from '../frame/sync-banner.tsx'
import { EmptyList } from '../list/empty-list.tsx'
import { useListAddress } from '../list/list-address.ts'
import { ListTools } from '../list/list-tools.tsx'
import { useFocusedLine } from '../list/use-focused-line.ts'
import { Pane } from '../pane.tsx'
import { useListFocus } from '../use-list-focus.ts'
import { CaseworkerPane } from './caseworker-pane.tsx'
import { crewWords } from './crew-words.ts'
import { LeaderPane } from './leader-pane.tsx'
import { Leaders } from './leaders.tsx'
import { LoadChart } from './load-chart.tsx'
import { loadColumns } from './load-columns.tsx'
import { loadKeyOf } from './load-key.ts'

const keyOf = ({ staff, team }: Load) => loadKeyOf(team, staff.number)

/** Caseworkers with what they have in hand; Enter goes to their case groups, or else to their service requests. */
export function TeamPage() {
  const readings = useReadings()
  const { loads, view, index } = readings
  const specialists = isAmongSpecialists(view.staff, index)
  const list = useLoadList(readings, specialists)
  const line = useFocusedLine(list.lines)
  const focused = line === null ? undefined : list.lines[line]
  const dispatch = useDeskDispatch()
  const navigate = useNavigate()
  const [asChart, setAsChart] = useState(false)
  const [led, setLed] = useState<TeamId | null>(null)
  useListFocus()
  const show = ({ staff }: Load, to: '/requests' | '/case-groups') => {
    dispatch(caseworkerChosen(staff.number))
    void navigate({ to })
  }
  // Those that somebody left behind are with nobody (ORPH-2).
  const showRequests = (load: Load) =>
    load.standing === 'left' ? void navigate({ to: '/orphans' }) : show(load, '/requests')
  const open = (load: Load) =>
    specialists || (load.groups === 0 && load.openRequests > 0)
      ? showRequests(load)
      : show(load, '/case-groups')
  const Loads = asChart ? Chart : LoadGrid
  return (
    <>
      <main className="main" aria-labelledby="title">
        <div className="title-row">
          <h1 id="title">
            {titleOf(view)}: {totals(loads, specialists)}
          </h1>
          <ListTools />
        </div>
        <p className="note">What each has in hand, to share work out by; not a measure of anybody.</p>
        <SyncBanner />
        <div className="team-head">
          <Leaders teams={teamsOf(readings)} shown={led} onShow={setLed} />
          <ChartSwitch asChart={asChart} onSwitch={setAsChart} />
        </div>
        {loads.length === 0 && <EmptyList view="team" why={`No ${memberWord(specialists)} works here`} />}
        {loads.length > 0 && (
          <Loads
            list={list}
            focused={line}
            specialists={specialists}
            onFocus={() => setLed(null)}
            onOpen={open}
          />
        )}
      </main>
      <Pane
        explanation={
          led === null
            ? {
                label: `The focused ${memberWord(specialists)}`,
                shown: focused?.kind === 'row' && (
                  <CaseworkerPane
                    load={focused.row}
                    specialist={specialists}
                    onOpen={() => open(focused.row)}
                    onRequests={() => showRequests(focused.row)}
                  />
                ),
              }
            : { label: 'Who leads the team', shown: <LeaderPane team={led} /> }
        }
      />
    </>
  )
}

const memberWord = (specialists: boolean) => (specialists ? 'specialist' : 'caseworker')
/** On the grid and on its file. */
const listName = (specialists: boolean) => (specialists ? 'Specialists' : 'Caseworkers')

/** The caseworkers as sorted, team by team where they are in their own order. */
function useLoadList(readings: Readings, specialists: boolean) {
  const { loads } = readings
  const { sort, sortBy } = useListAddress()
  const columns = useMemo(() => loadColumns(readings, specialists), [readings, specialists])
  const column = sort ? columns.find(({ id }) => id === sort.column) : undefined
  const rows = column && sort ? sortedOrder(loads, column, sort.direction) : loads
  const lines = useMemo(
    () => linesOf(rows, keyOf, column ? null : sectionsOf(readings, specialists)),
    [rows, column, readings, specialists],
  )
  return { columns, rows, lines, sort, sortBy }
}

interface LoadGridProps {
  readonly list: ReturnType<typeof useLoadList>
  readonly focused: number | null
  readonly specialists: boolean
  readonly onFocus: () => void
  readonly onOpen: (load: Load) => void
}

function LoadGrid({
  list: { columns, lines, sort, sortBy },
  focused,
  specialists,
  onFocus,
  onOpen,
}: LoadGridProps) {
  const dispatch = useDeskDispatch()
  const handle = useGridHandle()
  return (
    <Grid
      label={listName(specialists)}
      columns={columns}
      lines={lines}
      sort={sort}
      onSort={sortBy}
      focused={focused}
      onFocus={key => {
        onFocus()
        dispatch(rowFocused(key))
      }}
      onOpen={onOpen}
      selection={null}
      handle={handle}
    />
  )
}

/** The table as a drawing: keys, file and paper are the table’s. */
function Chart({ list: { columns, rows, lines }, focused, specialists, onFocus, onOpen }: LoadGridProps) {
  const dispatch = useDeskDispatch()
  const focus = (key: string) => {
    onFocus()
    dispatch(rowFocused(key))
  }
  const moves = useGridMoves({
    lines,
    focused,
    onFocus: focus,
    onOpen,
    selection: null,
    pageLines: () => lines.length,
  })
  const line = focused === null ? undefined : lines[focused]
  return (
    <LoadChart
      loads={rows}
      moves={moves}
      onShow={() => listOnShow(listName(specialists), columns, lines, new Set())}
      focused={line?.kind === 'row' ? line.row : undefined}
      specialists={specialists}
    />
  )
}

/** The teams that are overseen, those with nobody in them too. */
function teamsOf({ view, index }: Readings): readonly TeamId[] {
  if (view.kind === 'team') return [view.team, ...view.deputyTeams].map(({ id }) => id)
  if (view.kind === 'person') return []
  return (index.teamsOfSegment.get(view.segment.name) ?? []).map(({ id }) => id)
}

interface ChartSwitchProps {
  readonly asChart: boolean
  readonly onSwitch: (asChart: boolean) => void
}

function ChartSwitch({ asChart, onSwitch }: ChartSwitchProps) {
  return (
    <div className="toolbar" role="toolbar" aria-label="How the loads are shown">
      <Button size="small" aria-pressed={!asChart} onClick={() => onSwitch(false)}>
        Table
      </Button>
      <Button size="small" aria-pressed={asChart} onClick={() => onSwitch(true)}>
        Chart
      </Button>
    </div>
  )
}

function totals(loads: readonly Load[], specialists: boolean): string {
  const sum = (of: 'groups' | 'openRequests') => loads.reduce((total, load) => total + load[of], 0)
  const work = specialists
    ? counted(sum('openRequests'), 'service request')
    : counted(sum('groups'), 'case group')
  return `${crewWords(loads, memberWord(specialists))}, ${work}`
}

function sectionsOf({ index, loads }: Readings, specialists: boolean) {
  return {
    of: ({ team }: Load) => team,
    title: (id: string) => {
      const crew = loads.filter(({ team }) => team === id)
      return `${teamName(id as TeamId, index)} · ${crewWords(crew, memberWord(specialists))}`
    },
    alarming: () => false,
  }
}
