import { useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import { counted } from '../../../shared/queries/date-words.ts'
import type { Findable } from '../../../shared/queries/search.ts'
import { Announcement } from '../../components/announcement.tsx'
import type { Replica } from '../../desk/desk.ts'
import { Grid, type Selection } from '../../grid/grid.tsx'
import type { Line } from '../../grid/lines.ts'
import { useGridHandle } from '../../keyboard/grid-handle.ts'
import { rowFocused, rowsSelected } from '../../store/list.ts'
import { useDeskDispatch, useDeskState } from '../../store/store.ts'
import { useDesk } from '../desk-context.ts'
import { SyncBanner } from '../frame/sync-banner.tsx'
import { Pane } from '../pane.tsx'
import { useListFocus } from '../use-list-focus.ts'
import { ActionButtons } from './action-buttons.tsx'
import { ColumnsMenu } from './columns-menu.tsx'
import { EmptyList } from './empty-list.tsx'
import { Filters } from './filters.tsx'
import { type ListAddress, useListAddress } from './list-address.ts'
import { ListTools } from './list-tools.tsx'
import { isSelectable, type ListView } from './list-view.ts'
import { NarrowedNote } from './narrowed-note.tsx'
import { shownColumns } from './shown-columns.ts'
import { Toolbar } from './toolbar.tsx'
import { useFocusedLine } from './use-focused-line.ts'
import { useListRows } from './use-list-rows.ts'
import { useNarrowed } from './use-narrowed.ts'

/** A list of case groups between its filters and the explanation of the focused row. */
export function ListPage<Row extends Findable>({ view: whole }: { readonly view: ListView<Row> }) {
  const view = useNarrowed(whole)
  const address = useListAddress()
  const { lines, found, counts } = useListRows(view, address.sort, address.chosen)
  const line = useFocusedLine(lines)
  const selection = useSelection()
  useListFocus()
  const isEmpty = whole.rows.length === 0
  const narrowed = found.length < whole.rows.length
  const focusedLine = line === null ? undefined : lines[line]
  const focused = focusedLine?.kind === 'row' ? focusedLine.row : undefined
  return (
    <>
      {!isEmpty && (
        <Filters facets={view.facets} counts={counts} chosen={address.chosen} choose={address.choose} />
      )}
      <main className="main" aria-labelledby="title">
        <div className="title-row">
          <h1 id="title">{view.title}</h1>
          <ListTools>
            <ColumnsMenu columns={view.columns} address={address} />
          </ListTools>
        </div>
        <p className="note">{view.note}</p>
        {view.notice}
        <Announcement>{`${counted(found.length, 'row')} listed, ${selection.list.length} selected`}</Announcement>
        <SyncBanner />
        <NarrowedNote view={view.id} rows={view.rows} />
        {view.rows.length > 0 ? (
          <Toolbar view={view} found={found} />
        ) : (
          <div className="toolbar">
            <ActionButtons ids={view.emptyActions ?? []} />
          </div>
        )}
        {lines.length === 0 ? (
          <EmptyList
            view={view.id}
            why={view.empty}
            {...(view.emptyNext !== undefined && { next: view.emptyNext })}
            narrowed={narrowed}
            onAll={() => address.choose([])}
          />
        ) : (
          <ListGrid view={view} address={address} lines={lines} focused={line} selection={selection} />
        )}
      </main>
      <ListPane view={view} focused={focused} isEmpty={isEmpty} isListed={lines.length > 0} />
    </>
  )
}

interface ListPaneProps<Row extends Findable> {
  readonly view: ListView<Row>
  readonly focused: Row | undefined
  /** Nothing is in it, whatever is searched for: then there is no pane. */
  readonly isEmpty: boolean
  readonly isListed: boolean
}

function ListPane<Row extends Findable>({ view: { pane }, focused, isEmpty, isListed }: ListPaneProps<Row>) {
  if (!pane && !isEmpty) return <Pane />
  const beside = focused && pane ? pane.of(focused) : <p className="pane-empty">{isListed && unfocused}</p>
  const label = pane?.label ?? 'The focused case group'
  return <Pane explanation={{ label, shown: !isEmpty && beside }} />
}

const unfocused = 'Go to a row to see how it stands.'

interface ListGridProps<Row extends Findable> {
  readonly view: ListView<Row>
  readonly address: ListAddress
  readonly lines: readonly Line<Row>[]
  readonly focused: number | null
  readonly selection: Selection
}

/** The rows under the columns that are shown. */
function ListGrid<Row extends Findable>({ view, address, lines, focused, selection }: ListGridProps<Row>) {
  const { replica } = useDesk()
  const dispatch = useDeskDispatch()
  const navigate = useNavigate()
  const handle = useGridHandle()
  const columns = useMemo(() => shownColumns(view.columns, address.turned), [view.columns, address.turned])
  return (
    <Grid
      label={view.title}
      columns={columns}
      lines={lines}
      sort={address.sort}
      onSort={address.sortBy}
      focused={focused}
      onFocus={key => dispatch(rowFocused(key))}
      onOpen={row => (view.onOpen ? view.onOpen(row) : void navigate({ to: '/case-group' }))}
      selection={isSelectable(view) ? selection : null}
      isIntended={row => isIntended(row, view, replica)}
      handle={handle}
    />
  )
}

function isIntended<Row extends Findable>(row: Row, view: ListView<Row>, replica: Replica): boolean {
  if (row.group !== null) return replica.pendingOn(row.group.id).length > 0
  return view.isIntended?.(row) ?? false
}

function useSelection(): Selection {
  const list = useDeskState(state => state.list.selected)
  const dispatch = useDeskDispatch()
  return useMemo(
    () => ({ list, keys: new Set(list), change: keys => void dispatch(rowsSelected(keys)) }),
    [list, dispatch],
  )
}
