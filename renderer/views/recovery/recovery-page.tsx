import { useMemo } from 'react'
import { counted, numberWords } from '../../../shared/queries/date-words.ts'
import type { Readings } from '../../../shared/queries/readings.ts'
import { type RecoveryRow, recoveriesToDo, rowOfRecovery } from '../../../shared/queries/recoveries.ts'
import { isReadIn } from '../../../shared/queries/search.ts'
import { isLocalItDesk, titleOf } from '../../../shared/queries/viewpoint.ts'
import { Announcement } from '../../components/announcement.tsx'
import { Grid } from '../../grid/grid.tsx'
import { linesOf } from '../../grid/lines.ts'
import { sortedOrder } from '../../grid/sorted-order.ts'
import { useGridHandle } from '../../keyboard/grid-handle.ts'
import { type Narrowed, rowFocused, rowsSelected } from '../../store/list.ts'
import { useDeskDispatch, useDeskState } from '../../store/store.ts'
import { useDesk, useReadings } from '../desk-context.ts'
import { SyncBanner } from '../frame/sync-banner.tsx'
import { ColumnsMenu } from '../list/columns-menu.tsx'
import { EmptyList } from '../list/empty-list.tsx'
import { useListAddress } from '../list/list-address.ts'
import { ListTools } from '../list/list-tools.tsx'
import { NarrowedNote } from '../list/narrowed-note.tsx'
import { shownColumns } from '../list/shown-columns.ts'
import { useFocusedLine } from '../list/use-focused-line.ts'
import { Pane } from '../pane.tsx'
import { useListFocus } from '../use-list-focus.ts'
import { recoveryColumns } from './recovery-columns.tsx'
import { RecoveryDetail } from './recovery-detail.tsx'
import { recoverySections } from './recovery-sections.ts'
import { RecoveryToolbar } from './recovery-toolbar.tsx'

const keyOf = ({ recovery }: RecoveryRow) => rowOfRecovery(recovery)

/** What local IT was asked to recover: the list of those who ask, and the only list of local IT (ORPH-4). */
export function RecoveryPage() {
  const readings = useReadings()
  const list = useRecoveryList(readings)
  const { rows, lines } = list
  const line = useFocusedLine(lines)
  const focused = line === null ? undefined : lines[line]
  const selected = useDeskState(state => state.list.selected)
  useListFocus()
  return (
    <>
      <main className="main" aria-labelledby="title">
        <div className="title-row">
          <h1 id="title">{titleWords(readings)}</h1>
          <ListTools>
            <ColumnsMenu columns={list.onOffer} address={list.address} />
          </ListTools>
        </div>
        <p className="note">{noteWords(readings)}</p>
        <Announcement>{`${counted(rows.length, 'row')} listed, ${selected.length} selected`}</Announcement>
        <SyncBanner />
        <NarrowedNote view="recovery" rows={list.narrowedTo} />
        <RecoveryRows list={list} focused={line} selected={selected} />
      </main>
      <Pane
        explanation={{
          label: 'The focused recovery request',
          shown: focused?.kind === 'row' && <RecoveryDetail row={focused.row} />,
        }}
      />
    </>
  )
}

/** The requests as searched and sorted, under their headings where they are in their own order. */
function useRecoveryList(readings: Readings) {
  const { recoveries, view } = readings
  const { replica } = useDesk()
  const address = useListAddress()
  const { sort, turned } = address
  const onOffer = useMemo(() => recoveryColumns(readings, replica), [readings, replica])
  const columns = useMemo(() => shownColumns(onOffer, turned), [onOffer, turned])
  const column = sort ? onOffer.find(({ id }) => id === sort.column) : undefined
  const search = useDeskState(state => state.list.search)
  const narrowed = useDeskState(state => state.list.narrowed)
  const kept = useMemo(() => narrowedRows(recoveries, narrowed), [recoveries, narrowed])
  const found = useMemo(() => kept.filter(row => isFound(row, search)), [kept, search])
  const rows = column && sort ? sortedOrder(found, column, sort.direction) : found
  const lines = useMemo(
    () => linesOf(rows, keyOf, column ? null : recoverySections(view)),
    [rows, column, view],
  )
  const narrowedTo = kept.map(({ recovery }) => ({ group: { id: recovery.masterCaseNumber } }))
  return { address, onOffer, columns, rows, lines, narrowedTo }
}

/** What was pasted: those requests; what was gone to elsewhere: all on those groups. */
function narrowedRows(rows: readonly RecoveryRow[], narrowed: Narrowed | null): readonly RecoveryRow[] {
  if (!narrowed) return rows
  const ids = new Set<string>(narrowed.recoveries ?? narrowed.groups)
  return rows.filter(({ recovery: { id, masterCaseNumber } }) =>
    ids.has(narrowed.recoveries ? id : masterCaseNumber),
  )
}

interface RecoveryGridProps {
  readonly list: ReturnType<typeof useRecoveryList>
  readonly focused: number | null
  readonly selected: readonly string[]
}

/** The rows and what can be done with them, or why there are none. */
function RecoveryRows(props: RecoveryGridProps) {
  const readings = useReadings()
  const { rows } = props.list
  if (rows.length === 0)
    return (
      <EmptyList
        view="recovery"
        why={emptyWords(readings)}
        next={nextWords(readings)}
        narrowed={readings.recoveries.length > 0}
      />
    )
  return (
    <>
      <RecoveryToolbar found={rows.map(keyOf)} />
      <RecoveryGrid {...props} />
    </>
  )
}

function RecoveryGrid({ list: { address, columns, lines }, focused, selected }: RecoveryGridProps) {
  const { replica } = useDesk()
  const dispatch = useDeskDispatch()
  const handle = useGridHandle()
  return (
    <Grid
      label="Recovery requests"
      columns={columns}
      lines={lines}
      sort={address.sort}
      onSort={address.sortBy}
      focused={focused}
      onFocus={key => dispatch(rowFocused(key))}
      onOpen={() => document.getElementById('pane')?.focus()}
      selection={{
        list: selected,
        keys: new Set(selected),
        change: keys => void dispatch(rowsSelected(keys)),
      }}
      isIntended={({ recovery }) => replica.pendingOn(recovery.id, 'recovery-request').length > 0}
      handle={handle}
    />
  )
}

/** By number or IT reference; nothing else is written on it. */
function isFound({ recovery }: RecoveryRow, search: string): boolean {
  const { masterCaseNumber, serviceRequest, acknowledged } = recovery
  return isReadIn(
    `${masterCaseNumber} ${serviceRequest?.number ?? ''} ${acknowledged?.reference ?? ''}`,
    search,
  )
}

const emptyWords = ({ view }: Readings) =>
  isLocalItDesk(view) ? 'Nothing is asked of you' : 'Local IT has been asked for nothing'

const nextWords = ({ view }: Readings) =>
  isLocalItDesk(view)
    ? 'What a team asks you to bring back comes here by itself.'
    : 'To ask for something back, select it in Orphans and choose “Ask IT to recover”.'

function titleWords({ recoveries, view }: Readings): string {
  const toDo = recoveriesToDo(recoveries, isLocalItDesk(view))
  const parts = [numberWords(recoveries.length), ...(toDo > 0 ? [`${numberWords(toDo)} to do`] : [])]
  return isLocalItDesk(view)
    ? `Recovery requests to local IT: ${parts.join(', ')}`
    : `Asked of local IT for ${titleOf(view)}: ${parts.join(', ')}`
}

function noteWords({ view }: Readings): string {
  return isLocalItDesk(view)
    ? 'Numbers only, nothing of a client: what the teams ask you to bring back in CMS2012. What has ended stays for 28 days.'
    : 'Local IT reads numbers only. To chase after 2 working days, with the segment manager after 5. What has ended stays 28 days.'
}
