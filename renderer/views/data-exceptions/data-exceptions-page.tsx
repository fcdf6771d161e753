import { useMemo } from 'react'
import { type DataException, goesWithAnother } from '../../../shared/domain/data-exception.ts'
import { numberWords } from '../../../shared/queries/date-words.ts'
import { faultWords } from '../../../shared/queries/exception-words.ts'
import { exceptionsInOrder, toBePutRight } from '../../../shared/queries/exceptions.ts'
import type { Readings } from '../../../shared/queries/readings.ts'
import { isReadIn } from '../../../shared/queries/search.ts'
import { titleOf } from '../../../shared/queries/viewpoint.ts'
import { Announcement } from '../../components/announcement.tsx'
import { useWide } from '../../components/use-wide.ts'
import type { Column } from '../../grid/column.ts'
import { Grid } from '../../grid/grid.tsx'
import { type Line, linesOf } from '../../grid/lines.ts'
import { sortedOrder } from '../../grid/sorted-order.ts'
import { useGridHandle } from '../../keyboard/grid-handle.ts'
import { rowFocused } from '../../store/list.ts'
import { useDeskDispatch, useDeskState } from '../../store/store.ts'
import { useReadings } from '../desk-context.ts'
import { SyncBanner } from '../frame/sync-banner.tsx'
import { EmptyList } from '../list/empty-list.tsx'
import { countsOf, passesAll } from '../list/facet.ts'
import { factsAsOf } from '../list/facts-as-of.ts'
import { Filters } from '../list/filters.tsx'
import { type ListAddress, useListAddress } from '../list/list-address.ts'
import { ListTools } from '../list/list-tools.tsx'
import { useFocusedLine } from '../list/use-focused-line.ts'
import { Pane } from '../pane.tsx'
import { useListFocus } from '../use-list-focus.ts'
import { exceptionColumns } from './exception-columns.tsx'
import { exceptionFacets } from './exception-facets.ts'
import { ExceptionPane } from './exception-pane.tsx'
import { exceptionSections } from './exception-sections.ts'

const keyOf = ({ id }: DataException) => id

/** What the last import could not take in of the segment's case groups, for a person to put right (IMP-1, ACC-3). */
export function DataExceptionsPage() {
  const readings = useReadings()
  const { exceptions } = readings
  const all = useMemo(() => exceptionsInOrder(exceptions), [exceptions])
  const address = useListAddress()
  const facets = useMemo(() => exceptionFacets(all), [all])
  const wide = useWide()
  const columns = useMemo(() => exceptionColumns(wide), [wide])
  const rows = useShown(all, address, facets, columns)
  const sections = address.sort === null && all.some(goesWithAnother) ? exceptionSections : null
  const lines = useMemo(() => linesOf(rows, keyOf, sections), [rows, sections])
  const line = useFocusedLine(lines)
  const focused = line === null ? undefined : lines[line]
  useListFocus()
  const title = titleWords(readings, all)
  return (
    <>
      {all.length > 0 && (
        <Filters
          facets={facets}
          counts={countsOf(all, facets)}
          chosen={address.chosen}
          choose={address.choose}
        />
      )}
      <main className="main" aria-labelledby="title">
        <div className="title-row">
          <h1 id="title">{title}</h1>
          <ListTools />
        </div>
        <p className="note">What the last import found wrong in the extract. {factsAsOf(readings)}</p>
        <Announcement>{`${numberWords(rows.length)} listed`}</Announcement>
        <SyncBanner />
        {lines.length === 0 ? (
          <EmptyList
            view="data-exceptions"
            why={emptyWords(readings)}
            narrowed={rows.length < all.length}
            onAll={() => address.choose([])}
          />
        ) : (
          <ExceptionGrid title={title} columns={columns} lines={lines} address={address} focused={line} />
        )}
      </main>
      <Pane
        explanation={{
          label: 'The focused data exception',
          shown: focused?.kind === 'row' && <ExceptionPane key={focused.row.id} exception={focused.row} />,
        }}
      />
    </>
  )
}

interface ExceptionGridProps {
  readonly title: string
  readonly columns: readonly Column<DataException>[]
  readonly lines: readonly Line<DataException>[]
  readonly address: ListAddress
  readonly focused: number | null
}

/** None of them is done anything to here, so none is selected. */
function ExceptionGrid({ title, columns, lines, address, focused }: ExceptionGridProps) {
  const dispatch = useDeskDispatch()
  const handle = useGridHandle()
  return (
    <Grid
      label={title}
      columns={columns}
      lines={lines}
      sort={address.sort}
      onSort={address.sortBy}
      focused={focused}
      onFocus={key => dispatch(rowFocused(key))}
      onOpen={() => document.getElementById('pane')?.focus()}
      selection={null}
      handle={handle}
    />
  )
}

const emptyWords = ({ view }: Readings) =>
  view.kind === 'person'
    ? 'The last import found nothing wrong beside the case groups of the segments'
    : 'The last import found nothing wrong with your case groups'

function titleWords(readings: Readings, all: readonly DataException[]): string {
  const toDo = toBePutRight(all).length
  const some = toDo < all.length ? `, ${numberWords(toDo)} to be put right` : ''
  return `${whoseWords(readings)}: ${numberWords(all.length)}${some}`
}

const whoseWords = ({ view }: Readings) =>
  view.kind === 'person' ? 'Data exceptions that no segment has' : `Data exceptions of ${titleOf(view)}`

function useShown(
  all: readonly DataException[],
  { sort, chosen }: ListAddress,
  facets: ReturnType<typeof exceptionFacets>,
  columns: readonly Column<DataException>[],
): readonly DataException[] {
  const search = useDeskState(state => state.list.search)
  return useMemo(() => {
    const passes = passesAll(facets, chosen)
    const found = all.filter(each => passes(each) && isReadIn(textOf(each), search))
    const column = sort ? columns.find(({ id }) => id === sort.column) : undefined
    return column && sort ? sortedOrder(found, column, sort.direction) : found
  }, [all, sort, chosen, facets, columns, search])
}

const textOf = ({ file, key, column, fault, value, reason, caseGroups }: DataException) =>
  [file, key, column ?? '', faultWords[fault], value, reason, ...caseGroups].join(' | ')
