import { useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import { assertNever } from '../../../shared/domain/assert-never.ts'
import { caseOfClock, whatWords } from '../../../shared/queries/clock-words.ts'
import { clocksOf } from '../../../shared/queries/clocks.ts'
import { counted, numberWords } from '../../../shared/queries/date-words.ts'
import { type DeadlineRow, deadlinesAt } from '../../../shared/queries/deadlines.ts'
import type { Readings } from '../../../shared/queries/readings.ts'
import { rowOfRecovery } from '../../../shared/queries/recoveries.ts'
import { foldWords, searchTextOf } from '../../../shared/queries/search.ts'
import { titleOf } from '../../../shared/queries/viewpoint.ts'
import { Announcement } from '../../components/announcement.tsx'
import { Grid } from '../../grid/grid.tsx'
import { useGridHandle } from '../../keyboard/grid-handle.ts'
import { rowAimed, rowFocused } from '../../store/list.ts'
import { useDeskDispatch } from '../../store/store.ts'
import { useDesk, useReadings } from '../desk-context.ts'
import { SyncBanner } from '../frame/sync-banner.tsx'
import { ColumnsMenu } from '../list/columns-menu.tsx'
import { EmptyList } from '../list/empty-list.tsx'
import { factsAsOf } from '../list/facts-as-of.ts'
import { Filters } from '../list/filters.tsx'
import { useListAddress } from '../list/list-address.ts'
import { ListTools } from '../list/list-tools.tsx'
import { useFocusedLine } from '../list/use-focused-line.ts'
import { useListRows } from '../list/use-list-rows.ts'
import { Pane } from '../pane.tsx'
import { useListFocus } from '../use-list-focus.ts'
import { useNow } from '../use-replica.ts'
import { deadlineColumns } from './deadline-columns.tsx'
import { DeadlinePane } from './deadline-pane.tsx'
import { deadlineFacets, deadlineListSections } from './deadline-sections.ts'
import { DeadlineToolbar } from './deadline-toolbar.tsx'

const keyOf = ({ clock }: DeadlineRow) => clock.key

/** Every clock that runs, the most urgent first, each a key away from its record. */
export function DeadlinesPage() {
  const readings = useReadings()
  const { replica } = useDesk()
  const now = useNow()
  const rows = useMemo(() => deadlinesAt(clocksOf(readings), now), [readings, now])
  const columns = useMemo(() => deadlineColumns(readings, replica, now), [readings, replica, now])
  const address = useListAddress()
  const listed = { rows, keyOf, textOf, columns, facets: deadlineFacets, sections: deadlineListSections }
  const { lines, found, counts } = useListRows(listed, address.sort, address.chosen)
  const shown = columns.filter(({ id }, place) => place === 0 || !address.hidden.has(id))
  const line = useFocusedLine(lines)
  const focused = line === null ? undefined : lines[line]
  const dispatch = useDeskDispatch()
  const open = useOpening()
  const handle = useGridHandle()
  useListFocus()
  return (
    <>
      <Filters facets={deadlineFacets} counts={counts} chosen={address.chosen} choose={address.choose} />
      <main className="main" aria-labelledby="title">
        <div className="title-row">
          <h1 id="title">{titleWords(readings, rows)}</h1>
          <ListTools>
            <ColumnsMenu columns={columns} address={address} />
          </ListTools>
        </div>
        <p className="note">
          Critically overdue is a day late for what runs by the hour, and a week for the rest.{' '}
          {factsAsOf(readings)}
        </p>
        <Announcement>{`${counted(found.length, 'deadline')} listed`}</Announcement>
        <SyncBanner />
        {rows.length > 0 && <DeadlineToolbar />}
        {lines.length === 0 ? (
          <EmptyList
            view="deadlines"
            why="Nothing is due"
            narrowed={rows.length > 0}
            onAll={() => address.choose([])}
          />
        ) : (
          <Grid
            label="Deadlines"
            columns={shown}
            lines={lines}
            sort={address.sort}
            onSort={address.sortBy}
            focused={line}
            onFocus={key => dispatch(rowFocused(key))}
            onOpen={open}
            selection={null}
            isIntended={({ clock }) => clock.group !== null && replica.pendingOn(clock.group.id).length > 0}
            handle={handle}
          />
        )}
      </main>
      <Pane
        explanation={{
          label: 'The focused deadline',
          shown:
            focused?.kind === 'row' ? (
              <DeadlinePane {...focused.row} now={now} />
            ) : (
              <p className="pane-empty">Go to a row to see how its deadline is reckoned.</p>
            ),
        }}
      />
    </>
  )
}

const texts = new WeakMap<DeadlineRow['clock'], string>()

function textOf({ clock }: DeadlineRow): string {
  if (clock.group) return searchTextOf(clock.group)
  const text = texts.get(clock) ?? foldWords(`${whatWords(clock)} ${caseOfClock(clock) ?? ''}`)
  texts.set(clock, text)
  return text
}

/** Where the record of a clock is worked. */
function useOpening(): (row: DeadlineRow) => void {
  const navigate = useNavigate()
  const dispatch = useDeskDispatch()
  return ({ clock }) => {
    switch (clock.kind) {
      case 'service-request':
      case 'advice':
      case 'lock-review':
      case 'email-to-answer':
      case 'call-back':
      case 'check-back':
        return void navigate({ to: '/case-group' })
      case 'recovery-chase':
        dispatch(rowAimed(rowOfRecovery(clock.recovery)))
        return void navigate({ to: '/recovery' })
      case 'general-advice':
        dispatch(rowAimed(clock.request.id))
        return void navigate({ to: '/advice' })
      default:
        return assertNever(clock)
    }
  }
}

function titleWords({ view }: Readings, rows: readonly DeadlineRow[]): string {
  const late = rows.filter(({ section }) => section === 'critical' || section === 'overdue').length
  const today = rows.filter(({ section }) => section === 'today').length
  const parts = [
    numberWords(rows.length),
    ...(late > 0 ? [`${numberWords(late)} overdue`] : []),
    ...(today > 0 ? [`${numberWords(today)} today`] : []),
  ]
  const whose = view.kind === 'person' ? 'My deadlines' : `Deadlines of ${titleOf(view)}`
  return `${whose}: ${parts.join(', ')}`
}
