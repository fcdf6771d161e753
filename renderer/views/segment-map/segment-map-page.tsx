import { Button } from '@fluentui/react-components'
import { useEffect, useMemo, useState } from 'react'
import type { SegmentName } from '../../../shared/domain/ids.ts'
import type { OrganisationIndex } from '../../../shared/domain/organisation-index.ts'
import { counted, longDate, numberWords } from '../../../shared/queries/date-words.ts'
import { segmentOfWork } from '../../../shared/queries/desk-part.ts'
import { segmentTitle } from '../../../shared/queries/names.ts'
import type { Readings } from '../../../shared/queries/readings.ts'
import { type SegmentMap, segmentMapOf } from '../../../shared/queries/segment-map.ts'
import { titleOf } from '../../../shared/queries/viewpoint.ts'
import { Grid } from '../../grid/grid.tsx'
import { linesOf } from '../../grid/lines.ts'
import { sortedOrder } from '../../grid/sorted-order.ts'
import { useGridHandle } from '../../keyboard/grid-handle.ts'
import { rowFocused } from '../../store/list.ts'
import { useDeskDispatch, useDeskState } from '../../store/store.ts'
import { useReadings } from '../desk-context.ts'
import { SyncBanner } from '../frame/sync-banner.tsx'
import { factsAsOf } from '../list/facts-as-of.ts'
import { useListAddress } from '../list/list-address.ts'
import { ListTools } from '../list/list-tools.tsx'
import { useFocusedLine } from '../list/use-focused-line.ts'
import { Pane } from '../pane.tsx'
import { useListFocus } from '../use-list-focus.ts'
import { DrawingLoader } from './drawing-loader.tsx'
import { FEW_FLOWS, MOST_OF_ONE } from './drawn-flows.ts'
import { SegmentPane } from './segment-pane.tsx'
import { standingColumns, standingSections } from './standing-columns.tsx'

/** The ranks of the operating model with the case groups that one can see in them: a drawing, and a list that says the same. */
export function SegmentMapPage() {
  const readings = useReadings()
  // Service management works for none: the whole model is its own (BOM-5).
  const own = segmentOfWork(readings.view.staff, readings.index)
  const { map, columns, rows, lines, sort, sortBy } = useStandings(readings, own)
  const line = useFocusedLine(lines)
  useOwnFirst(own, rows)
  const focused = line === null ? undefined : lines[line]
  const dispatch = useDeskDispatch()
  const focus = (key: string) => void dispatch(rowFocused(key))
  const handle = useGridHandle()
  useListFocus()
  return (
    <>
      <main className="main" aria-labelledby="title">
        <Head map={map} readings={readings} own={own} />
        <Drawing map={map} readings={readings} own={own} focused={focused?.key ?? null} onFocus={focus} />
        <Grid
          label="Segments by rank"
          columns={columns}
          lines={lines}
          sort={sort}
          onSort={sortBy}
          focused={line}
          onFocus={focus}
          onOpen={() => document.getElementById('pane')?.focus()}
          selection={null}
          handle={handle}
        />
      </main>
      <Pane
        explanation={{
          label: 'The focused segment',
          shown: focused?.kind === 'row' && <SegmentPane standing={focused.row} map={map} own={own} />,
          isPlain: true,
        }}
      />
    </>
  )
}

/** The segments as they are sorted, under the headings of their ranks where they are in that order. */
function useStandings({ index, caseload }: Readings, own: SegmentName | null) {
  const map = useMemo(() => segmentMapOf(caseload.groups, index.bom), [caseload.groups, index])
  const { sort, sortBy } = useListAddress()
  const columns = useMemo(() => standingColumns(index, own, sort === null), [index, own, sort])
  const column = sort ? columns.find(({ id }) => id === sort.column) : undefined
  const rows = column && sort ? sortedOrder(map.standings, column, sort.direction) : map.standings
  const lines = useMemo(
    () => linesOf(rows, ({ name }) => name, column ? null : standingSections(index)),
    [rows, column, index],
  )
  return { map, columns, rows, lines, sort, sortBy }
}

interface OwnProps {
  readonly map: SegmentMap
  readonly readings: Readings
  readonly own: SegmentName | null
}

/** What the map counts, and as of when. */
function Head({ map, readings, own }: OwnProps) {
  return (
    <>
      <div className="title-row">
        <h1 id="title">{own === null ? modelWords(map) : titleWords(map)}</h1>
        <ListTools />
      </div>
      <p className="note">
        {own === null ? noneCounted : whoseWords(readings)} {factsAsOf(readings)} The operating model is in
        force since {longDate(readings.index.organisation.bom.effectiveFrom)}.
      </p>
      <SyncBanner />
      {own !== null && map.total.groups === 0 && (
        <p className="callout callout-plain">
          None of the case groups that you may see sits in a segment: the map shows the ranks and what they
          take.
        </p>
      )}
    </>
  )
}

interface DrawingProps extends OwnProps {
  readonly focused: string | null
  readonly onFocus: (key: string) => void
}

/** The drawing, unless it is hidden. */
function Drawing({ map, readings: { index }, own, focused, onFocus }: DrawingProps) {
  const [drawn, setDrawn] = useState(true)
  return (
    <>
      <div className="toolbar toolbar-beside">
        <Button size="small" aria-expanded={drawn} onClick={() => setDrawn(!drawn)}>
          {drawn ? 'Hide the drawing' : 'Show the drawing'}
        </Button>
        <span className="quiet">
          {own === null ? 'Each box has the number of its teams.' : arrowWords(map)}
        </span>
      </div>
      {drawn && (
        <DrawingLoader
          label={own === null ? modelDrawingWords(map) : drawingWords(map, index)}
          {...{ map, index, own, focused, onFocus }}
        />
      )}
    </>
  )
}

/** The list begins at the person's own segment, which is far from the highest rank, if he works in one. */
function useOwnFirst(own: SegmentName | null, rows: SegmentMap['standings']): void {
  const focused = useDeskState(state => state.list.focused)
  const dispatch = useDeskDispatch()
  useEffect(() => {
    // What the list before had in focus is none of these.
    if (own !== null && !rows.some(({ name }) => name === focused)) dispatch(rowFocused(own))
  }, [focused, own, rows, dispatch])
}

function titleWords({ total }: SegmentMap): string {
  const parts = [
    total.out > 0 && `${numberWords(total.out)} belong elsewhere`,
    total.heldOut > 0 && `${numberWords(total.heldOut)} held by a lock`,
  ].filter(Boolean)
  const elsewhere = parts.length > 0 ? parts.join(', ') : 'none belongs elsewhere'
  return `Segment map: ${counted(total.groups, 'case group')}${total.groups > 0 ? `, ${elsewhere}` : ''}`
}

const modelWords = ({ standings }: SegmentMap) =>
  `Segment map: ${counted(standings.length, 'segment')} in ${counted(new Set(standings.map(({ segment }) => segment?.rank)).size, 'rank')}`

const noneCounted =
  'The operating model: its ranks, what each segment takes, and its teams. No case group is sent to your desk, so none is counted.'

function whoseWords({ view, index }: Readings): string {
  const others = 'What others hold is not counted.'
  switch (view.kind) {
    case 'team':
      return `Counts what your desk may show: ${titleOf(view)} and the queue of its segment. ${others}`
    case 'segment':
      return `Counts what your desk may show: the teams of ${segmentTitle(view.segment.name, index)}. ${others}`
    case 'person':
      return `Counts the case groups that you hold or have work in. ${others}`
  }
}

const arrowWords = (map: SegmentMap) =>
  `Arrows are case groups that belong elsewhere, broken where locks hold all of them.${map.flows.length > FEW_FLOWS ? ` ${manyWords(map)}` : ''}`

const manyWords = ({ flows }: Pick<SegmentMap, 'flows'>) =>
  `Of ${numberWords(flows.length)} flows, those of the segment in focus are drawn, at most ${MOST_OF_ONE}, or the largest ${FEW_FLOWS} where it has none.`

const modelDrawingWords = ({ standings }: SegmentMap) =>
  `Drawing of ${counted(standings.length, 'segment')} in the order of their ranks, each with the number of its teams. The list that follows has the same facts.`

/** The drawing for whoever does not see it; the list below it has every figure. */
function drawingWords({ standings, flows, total }: SegmentMap, index: OrganisationIndex): string {
  const [largest] = flows
  const most = largest
    ? ` The largest flow is ${counted(largest.groups + largest.held, 'case group')} from ${segmentTitle(largest.from, index)} to ${segmentTitle(largest.to, index)}.`
    : ''
  return (
    `Drawing of ${counted(standings.length, 'segment')} in the order of their ranks, with ${counted(total.groups, 'case group')} ` +
    `and ${counted(flows.length, 'flow')} between segments.${flows.length > FEW_FLOWS ? ` ${manyWords({ flows })}` : ''}${most} The list that follows has the same facts.`
  )
}
