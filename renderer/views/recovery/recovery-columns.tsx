import type { TeamId } from '../../../shared/domain/ids.ts'
import type { OrganisationIndex } from '../../../shared/domain/organisation-index.ts'
import { londonDate } from '../../../shared/domain/time.ts'
import { shortDate } from '../../../shared/queries/date-words.ts'
import { staffName, teamName } from '../../../shared/queries/names.ts'
import type { Readings } from '../../../shared/queries/readings.ts'
import type { RecoveryRow } from '../../../shared/queries/recoveries.ts'
import { recoveryStateWords, recoveryTone } from '../../../shared/queries/recovery-words.ts'
import { isLocalItDesk } from '../../../shared/queries/viewpoint.ts'
import { Tag } from '../../components/tag.tsx'
import type { Replica } from '../../desk/desk.ts'
import type { Column } from '../../grid/column.ts'
import { masterCaseColumns, onOffer } from '../list/master-case-columns.tsx'
import { intendedWords } from '../outbox-entry.ts'

/** How it stands; what waits to be sent is intended. */
export function RecoveryState({ row, replica }: { readonly row: RecoveryRow; readonly replica: Replica }) {
  const pending = replica.pendingOn(row.recovery.id, 'recovery-request').at(-1)
  return (
    <>
      {pending && <Tag tone="intended">{intendedWords(pending)}</Tag>}{' '}
      <Tag tone={recoveryTone(row)}>{recoveryStateWords(row)}</Tag>
    </>
  )
}

const numbers: readonly Column<RecoveryRow>[] = [
  {
    id: 'number',
    title: 'Master case',
    width: 92,
    cell: ({ recovery }) => <span className="number">{recovery.masterCaseNumber}</span>,
    sortValue: ({ recovery }) => recovery.masterCaseNumber,
  },
  {
    id: 'what',
    title: 'What',
    width: 96,
    grow: 1,
    cell: ({ recovery: { serviceRequest } }) =>
      serviceRequest ? `Specialist request ${serviceRequest.number}` : 'Case group',
    sortValue: ({ recovery: { serviceRequest } }) => serviceRequest?.number ?? '',
  },
]

/** Of a long name the end tells one team from another. */
function TeamName({ team, index }: { readonly team: TeamId | null; readonly index: OrganisationIndex }) {
  const name = teamName(team, index)
  const [, first = name, last = ''] = /^(.+) (\S+)$/.exec(name) ?? []
  return (
    <span className="marked-name" title={name}>
      <span>{first}</span> <span>{last}</span>
    </span>
  )
}

const teamColumn = (index: OrganisationIndex): Column<RecoveryRow> => ({
  id: 'team',
  title: 'Team',
  width: 104,
  grow: 2,
  cell: ({ recovery: { team } }) => <TeamName team={team} index={index} />,
  sortValue: ({ recovery }) => teamName(recovery.team, index),
})

// A request that has ended is followed no further (INC-18).
const isIncidentOpen = ({ recovery: { incidentOpen, end } }: RecoveryRow) => incidentOpen && end === null

const incidentColumn: Column<RecoveryRow> = {
  id: 'incident',
  title: 'Incident',
  width: 104,
  cell: row => isIncidentOpen(row) && <Tag tone="warn">Incident open</Tag>,
  sortValue: row => (isIncidentOpen(row) ? 'open' : null),
}

/** On offer as in every list of case groups, where the group is with this desk (ACC-6). */
function ofItsGroup(readings: Readings, replica: Replica): readonly Column<RecoveryRow>[] {
  const groupOf = ({ recovery }: RecoveryRow) => replica.caseGroup(recovery.masterCaseNumber)
  return masterCaseColumns(readings)
    .filter(({ id }) => id !== 'team')
    .map(column => ({
      ...onOffer(column),
      cell(row) {
        const group = groupOf(row)
        return group ? column.cell({ group }) : <span className="quiet">no longer with you</span>
      },
      sortValue(row) {
        const group = groupOf(row)
        return group ? (column.sortValue?.({ group }) ?? null) : null
      },
    }))
}

export function recoveryColumns(readings: Readings, replica: Replica): readonly Column<RecoveryRow>[] {
  const { index, view, recoveries } = readings
  const title: Column<RecoveryRow> = {
    id: 'title',
    title: 'Title',
    width: 120,
    grow: 1.2,
    cell: ({ recovery }) =>
      replica.caseGroup(recovery.masterCaseNumber)?.title ?? (
        <span className="quiet">no longer with you</span>
      ),
  }
  return [
    ...numbers,
    ...(isLocalItDesk(view) ? [] : [title]),
    {
      id: 'holder',
      title: 'Left by',
      width: 108,
      grow: 1,
      cell: ({ recovery: { holder } }) =>
        holder === null ? <span className="quiet">nobody</span> : staffName(holder, index),
      sortValue: ({ recovery: { holder } }) => (holder === null ? null : staffName(holder, index)),
    },
    view.kind === 'team' ? onOffer(teamColumn(index)) : teamColumn(index),
    {
      id: 'asked',
      title: 'Asked',
      width: 96,
      cell: ({ recovery }) => shortDate(londonDate(recovery.requestedAt)),
      sortValue: ({ recovery }) => recovery.requestedAt,
    },
    {
      id: 'state',
      title: 'How it stands',
      width: 172,
      grow: 1.4,
      cell: row => <RecoveryState row={row} replica={replica} />,
      sortValue: recoveryStateWords,
    },
    ...(recoveries.some(isIncidentOpen) ? [incidentColumn] : []),
    // Local IT has no group to read them off (ORPH-4).
    ...(isLocalItDesk(view) ? [] : ofItsGroup(readings, replica)),
  ]
}
