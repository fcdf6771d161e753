import { missingDetails } from '../../../shared/domain/incident-details.ts'
import { isOpenIncident, isWithAac } from '../../../shared/domain/incident-steps.ts'
import type { Instant } from '../../../shared/domain/time.ts'
import { clockTone, clockWords, clockWorking } from '../../../shared/queries/incident-clock-words.ts'
import { problemShortWords, problemWords } from '../../../shared/queries/incident-field-words.ts'
import { stateShortTitle, stateTitle, turnWords } from '../../../shared/queries/incident-turn-words.ts'
import { type IncidentRow, orderOfClock } from '../../../shared/queries/incidents.ts'
import { staffName } from '../../../shared/queries/names.ts'
import type { Readings } from '../../../shared/queries/readings.ts'
import { Tag } from '../../components/tag.tsx'
import type { Replica } from '../../desk/desk.ts'
import type { Column } from '../../grid/column.ts'
import { intendedWords } from '../outbox-entry.ts'

const quiet = (words: string) => <span className="quiet">{words}</span>

export function incidentColumns(
  readings: Readings,
  replica: Replica,
  now: Instant,
  wide: boolean,
): readonly Column<IncidentRow>[] {
  return [
    caseColumn,
    titleColumn,
    stateColumn(replica),
    clockColumn(now),
    turnColumn(readings),
    missingColumn,
    numberColumn,
    // Where there is no room for them, the right pane tells them.
    ...(wide && readings.view.kind !== 'person' ? [raiserColumn(readings)] : []),
    ...(wide ? [problemColumn, messageColumn] : []),
  ]
}

const caseColumn: Column<IncidentRow> = {
  id: 'number',
  title: 'Master case',
  width: 92,
  cell: ({ group }) => (group ? <span className="number">{group.id}</span> : quiet('no case')),
  sortValue: ({ group }) => group?.id ?? null,
}

const titleColumn: Column<IncidentRow> = {
  id: 'title',
  title: 'Title',
  width: 92,
  grow: 1.1,
  cell: ({ group, incident }) => group?.title ?? incident.description,
  sortValue: ({ group }) => group?.title ?? null,
}

const stateColumn = (replica: Replica): Column<IncidentRow> => ({
  id: 'state',
  title: 'How it stands',
  width: 178,
  grow: 1.4,
  cell(row) {
    const pending = pendingOn(row, replica)
    return (
      <>
        {pending && <Tag tone="intended">{intendedWords(pending)}</Tag>}{' '}
        {isWithAac(row.incident) && row.group?.lock === null && <Tag tone="alarm">No lock</Tag>}{' '}
        <span title={stateTitle(row.incident)}>{stateShortTitle(row.incident)}</span>
      </>
    )
  },
  sortValue: ({ incident }) => stateShortTitle(incident),
})

/** What waits to be done to it. */
export function pendingOn({ group, incident }: IncidentRow, replica: Replica) {
  const waiting = group ? replica.pendingOn(group.id) : replica.pendingOn(incident.id, 'incident')
  return waiting.findLast(({ envelope }) => {
    const about = (envelope.args as { readonly incident?: string }).incident ?? envelope.id
    return about === incident.id
  })
}

const clockColumn = (now: Instant): Column<IncidentRow> => ({
  id: 'clock',
  title: 'Clock',
  width: 164,
  cell({ clock, incident }) {
    const words = clockWords(clock, now)
    const shown =
      !isOpenIncident(incident) || clock.kind === 'since' ? (
        quiet(words)
      ) : (
        <Tag tone={clockTone(clock, now)}>{words}</Tag>
      )
    return <span title={clockWorking(clock, now)}>{shown}</span>
  },
  sortValue: ({ clock }) => orderOfClock(clock),
})

const raiserColumn = ({ index }: Readings): Column<IncidentRow> => ({
  id: 'raiser',
  title: 'Raised by',
  width: 116,
  grow: 1,
  cell: ({ incident }) => staffName(incident.raisedBy, index),
  sortValue: ({ incident }) => staffName(incident.raisedBy, index),
})

const turnColumn = ({ index, today }: Readings): Column<IncidentRow> => ({
  id: 'turn',
  title: 'Whose turn',
  width: 116,
  grow: 0.7,
  cell: row => <span title={turnWords(row, index, today)}>{turnWords(row, index, today)}</span>,
  sortValue: row => turnWords(row, index, today),
})

const problemColumn: Column<IncidentRow> = {
  id: 'problem',
  title: 'Kind',
  width: 114,
  cell: ({ incident }) => (
    <span title={`${incident.system}: ${problemWords[incident.problem]}`}>
      {problemShortWords[incident.problem]}
    </span>
  ),
  sortValue: ({ incident }) => problemShortWords[incident.problem],
}

/** What AAC would reject it for (INC-6). */
const missingOf = ({ incident }: IncidentRow): number =>
  isOpenIncident(incident) ? missingDetails(incident.details, incident.employment).length : 0

const missingColumn: Column<IncidentRow> = {
  id: 'missing',
  title: 'Missing',
  width: 66,
  align: 'end',
  cell: row => (missingOf(row) === 0 ? quiet('–') : String(missingOf(row))),
  sortValue: missingOf,
  firstDirection: 'descending',
}

const messageColumn: Column<IncidentRow> = {
  id: 'message',
  title: 'Error message',
  width: 140,
  grow: 1.4,
  cell: ({ incident: { details } }) =>
    details.errorMessage ? (
      <span title={details.errorMessage}>{details.errorMessage}</span>
    ) : (
      quiet('none yet')
    ),
  sortValue: ({ incident: { details } }) => details.errorMessage ?? null,
}

const numberColumn: Column<IncidentRow> = {
  id: 'incident',
  title: 'AAC number',
  width: 96,
  cell: ({ incident }) =>
    incident.number === null ? quiet('none yet') : <span className="number">{incident.number}</span>,
  sortValue: ({ incident }) => incident.number,
}
