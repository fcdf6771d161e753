import { useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import { assertNever } from '../../../shared/domain/assert-never.ts'
import type { Instant } from '../../../shared/domain/time.ts'
import { clocksOf } from '../../../shared/queries/clocks.ts'
import { numberWords } from '../../../shared/queries/date-words.ts'
import { type DeadlineRow, deadlinesAt } from '../../../shared/queries/deadlines.ts'
import type { Readings } from '../../../shared/queries/readings.ts'
import { rowOfRecovery } from '../../../shared/queries/recoveries.ts'
import { incidentKeyOf } from '../../../shared/queries/row-key.ts'
import { titleOf } from '../../../shared/queries/viewpoint.ts'
import type { Replica } from '../../desk/desk.ts'
import { rowAimed } from '../../store/list.ts'
import { useDeskDispatch } from '../../store/store.ts'
import { useDesk, useReadings } from '../desk-context.ts'
import { factsAsOf } from '../list/facts-as-of.ts'
import { ListPage } from '../list/list-page.tsx'
import type { ListView } from '../list/list-view.ts'
import { useNow } from '../use-now.ts'
import { deadlineColumns } from './deadline-columns.tsx'
import { DeadlinePane } from './deadline-pane.tsx'
import { deadlineFacets, deadlineListSections } from './deadline-sections.ts'
import { NoticesOffer } from './notices-offer.tsx'
import { usePossible } from './use-possible.ts'

/** Every clock that runs, the most urgent first, each a key away from its record. */
export function DeadlinesPage() {
  const readings = useReadings()
  const { replica } = useDesk()
  const now = useNow()
  const onOpen = useOpening()
  const rowActions = usePossible()
  const rows = useMemo(() => deadlinesAt(clocksOf(readings), now), [readings, now])
  const view = useMemo(() => deadlinesView(rows, readings, replica, now), [rows, readings, replica, now])
  return <ListPage view={{ ...view, onOpen, rowActions }} />
}

const keyOf = ({ clock }: DeadlineRow) => clock.key

function deadlinesView(
  rows: readonly DeadlineRow[],
  readings: Readings,
  replica: Replica,
  now: Instant,
): ListView<DeadlineRow> {
  return {
    id: 'deadlines',
    title: titleWords(readings, rows),
    note: `Critical: over a week late, or a day where hours count. ${factsAsOf(readings)}`,
    notice: <NoticesOffer />,
    rows,
    keyOf,
    columns: deadlineColumns(readings, replica, now),
    facets: deadlineFacets,
    sections: deadlineListSections,
    doings: [],
    pane: {
      label: 'The focused deadline',
      of: ({ clock, section }) => <DeadlinePane clock={clock} section={section} now={now} />,
    },
    empty:
      readings.view.kind === 'person'
        ? 'Nothing of yours is due'
        : `Nothing is due with ${titleOf(readings.view)}`,
    emptyNext: 'What has a day or an hour to be done by comes here by itself.',
  }
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
      case 'lock-after-incident':
        return void navigate({ to: '/case-group' })
      case 'email-to-answer':
      case 'call-back':
      case 'check-back':
        dispatch(rowAimed(incidentKeyOf(clock.incident.id, clock.group?.id ?? null)))
        return void navigate({ to: '/incidents' })
      case 'recovery-chase':
        dispatch(rowAimed(rowOfRecovery(clock.recovery)))
        return void navigate({ to: '/recovery' })
      case 'general-advice':
        dispatch(rowAimed(clock.key))
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
