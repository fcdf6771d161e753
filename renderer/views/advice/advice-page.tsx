import { useMemo } from 'react'
import type { Instant } from '../../../shared/domain/time.ts'
import { type AdviceRow, adviceRows, adviceToDo } from '../../../shared/queries/advice-rows.ts'
import { numberWords } from '../../../shared/queries/date-words.ts'
import type { Readings } from '../../../shared/queries/readings.ts'
import type { Replica } from '../../desk/desk.ts'
import { useDesk, useReadings } from '../desk-context.ts'
import { ListPage } from '../list/list-page.tsx'
import type { ListView } from '../list/list-view.ts'
import { useNow } from '../use-now.ts'
import { adviceColumns, adviceFacets, adviceListSections } from './advice-columns.tsx'
import { AdviceDetail } from './advice-detail.tsx'

/** What Advice and Guidance is asked that is about no case; what is about one is a service request (ADV-1). */
export function AdvicePage() {
  const readings = useReadings()
  const { replica } = useDesk()
  const now = useNow()
  const view = useMemo(() => adviceView(readings, replica, now), [readings, replica, now])
  return <ListPage view={view} />
}

function adviceView(readings: Readings, replica: Replica, now: Instant): ListView<AdviceRow> {
  const rows = adviceRows(readings)
  const toDo = adviceToDo(rows)
  const others = rows.some(({ request }) => request.advice.askedBy !== readings.view.staff.number)
  return {
    id: 'advice',
    title: `Advice without a case: ${[numberWords(rows.length), ...(toDo > 0 ? [`${numberWords(toDo)} to do`] : [])].join(', ')}`,
    note: 'Ten working days are the target, 24 hours where it is urgent. What is about a case is asked from that case and stands among the service requests.',
    rows,
    keyOf: ({ request }) => request.id,
    columns: adviceColumns(readings, replica, now, others),
    facets: adviceFacets,
    sections: adviceListSections,
    doings: [],
    rowActions: ['ask-general-advice', 'answer-advice'],
    emptyActions: ['ask-general-advice'],
    isIntended: ({ request }) => replica.pendingOn(request.id, 'advice-request').length > 0,
    pane: {
      label: 'The focused request for advice',
      of: ({ request }) => <AdviceDetail key={request.id} id={request.id} />,
    },
    empty: 'Nothing was asked of Advice and Guidance without a case',
    emptyNext:
      'A question about a case is asked from that case group, and stands among the service requests.',
  }
}
