import { useMemo } from 'react'
import type { Instant } from '../../../shared/domain/time.ts'
import { numberWords } from '../../../shared/queries/date-words.ts'
import { type IncidentRow, incidentsToDo } from '../../../shared/queries/incidents.ts'
import type { Readings } from '../../../shared/queries/readings.ts'
import { incidentKeyOf } from '../../../shared/queries/row-key.ts'
import { titleOf } from '../../../shared/queries/viewpoint.ts'
import { useWide } from '../../components/use-wide.ts'
import type { Replica } from '../../desk/desk.ts'
import { useDesk, useReadings } from '../desk-context.ts'
import { ListPage } from '../list/list-page.tsx'
import type { ListView } from '../list/list-view.ts'
import { useNow } from '../use-now.ts'
import { incidentColumns, pendingOn } from './incident-columns.tsx'
import { incidentFacets, incidentSections } from './incident-sections.ts'
import { useStepsShown } from './use-steps-shown.ts'

/** Consultations, referrals and all that came of them, by what is to be done, the oldest clock first (INC-3 to INC-12). */
export function IncidentsPage() {
  const readings = useReadings()
  const { replica } = useDesk()
  const wide = useWide()
  const now = useNow()
  const view = useMemo(() => incidentsView(readings, replica, now, wide), [readings, replica, now, wide])
  const rowActions = useStepsShown()
  const withActions = useMemo(() => ({ ...view, rowActions }), [view, rowActions])
  return <ListPage view={withActions} />
}

function incidentsView(
  readings: Readings,
  replica: Replica,
  now: Instant,
  wide: boolean,
): ListView<IncidentRow> {
  const { incidents, view } = readings
  const own = view.kind === 'person'
  return {
    id: 'incidents',
    title: titleWords(readings),
    note: own
      ? 'What you raised, took the retries of or joined. Clocks run on nights, weekends and holidays.'
      : 'Oldest clock first under each heading. Clocks run on nights, weekends and holidays.',
    rows: incidents,
    keyOf,
    columns: incidentColumns(readings, replica, now, wide),
    facets: incidentFacets,
    sections: incidentSections(view),
    doings: [],
    emptyActions: ['raise-incident'],
    isIntended: row => pendingOn(row, replica) !== undefined,
    empty: own
      ? 'You have raised no incident in the last 28 days, and none of yours is open'
      : `No incident is open with ${titleOf(view)}`,
    emptyNext: own
      ? 'It is raised from a case group or one of its service requests; here, where there is no case.'
      : 'One comes here when somebody there raises it, and goes 28 days after it is closed.',
  }
}

const keyOf = ({ incident, group }: IncidentRow) => incidentKeyOf(incident.id, group?.id ?? null)

function titleWords({ incidents, view }: Readings): string {
  const toDo = incidentsToDo(incidents)
  const answers = incidents.filter(({ section }) => section === 'answer').length
  const parts = [
    numberWords(incidents.length),
    ...(incidents.length > 0 ? [`${numberWords(toDo)} to do`] : []),
    ...(answers > 0 ? [`${numberWords(answers)} to answer within 24 hours`] : []),
  ]
  const whose = view.kind === 'person' ? 'My incidents' : `Incidents of ${titleOf(view)}`
  return `${whose}: ${parts.join(', ')}`
}
