import { londonDate } from '../../../shared/domain/time.ts'
import { numberWords, shortDate } from '../../../shared/queries/date-words.ts'
import { stateTitle } from '../../../shared/queries/incident-turn-words.ts'
import { linkedIncident } from '../../../shared/queries/linked-incident.ts'
import type { LockedGroup } from '../../../shared/queries/locks.ts'
import { segmentTitle, segmentTitleBeside, staffName } from '../../../shared/queries/names.ts'
import type { Readings } from '../../../shared/queries/readings.ts'
import type { Replica } from '../../desk/desk.ts'
import type { Column } from '../../grid/column.ts'
import { countCell } from '../list/cells.tsx'
import { notesColumn, numberColumn, openWorkColumn, titleColumn } from '../list/common-columns.tsx'
import { FaultTags } from './fault-tags.tsx'

/** A list of locks; where there is no room for a column, the right pane tells it. */
export function lockColumns(
  readings: Readings,
  replica: Replica,
  wide: boolean,
): readonly Column<LockedGroup>[] {
  const notes = notesColumn(readings, replica, false)
  const next = { ...notes, title: 'Next', width: 156, grow: 1.3 }
  return [
    numberColumn,
    { ...titleColumn, width: wide ? 148 : 110 },
    ageColumn,
    reviewColumn,
    ...(wide ? [renewalsColumn] : []),
    openWorkColumn,
    destinationColumn(readings, wide),
    faultsColumn(replica, wide),
    // Where no lock has one, it would say so of each.
    ...(readings.locks.some(({ group }) => linkedIncident(group, readings.today))
      ? [incidentColumn(readings)]
      : []),
    byColumn(readings, wide),
    ...(wide ? [reasonColumn, next] : []),
  ]
}

const ageColumn: Column<LockedGroup> = {
  id: 'since',
  title: 'Days',
  width: 52,
  align: 'end',
  cell: ({ lock, ageDays }) => (
    <span title={`${lock.sinceIsFirstSeen ? 'First seen' : 'Since'} ${shortDate(londonDate(lock.since))}`}>
      {lock.sinceIsFirstSeen ? '≥ ' : ''}
      {numberWords(ageDays)}
    </span>
  ),
  sortValue: ({ ageDays }) => ageDays,
  firstDirection: 'descending',
}

const reviewColumn: Column<LockedGroup> = {
  id: 'review',
  title: 'Review',
  width: 100,
  cell: ({ lock }) =>
    lock.reviewOn === null ? <span className="quiet">no date</span> : shortDate(lock.reviewOn),
  sortValue: ({ lock }) => lock.reviewOn,
}

const destinationColumn = ({ index }: Readings, wide: boolean): Column<LockedGroup> => ({
  id: 'destination',
  title: 'If unlocked',
  width: wide ? 96 : 92,
  grow: wide ? 0.8 : 0.6,
  cell: ({ group, destination: to }) =>
    to === null ? (
      <span className="quiet">stays here</span>
    ) : (
      <span title={segmentTitle(to, index)}>{segmentTitleBeside(to, group.segment, index)}</span>
    ),
  sortValue: ({ destination: to }) => (to === null ? null : segmentTitle(to, index)),
})

const faultsColumn = (replica: Replica, wide: boolean): Column<LockedGroup> => ({
  id: 'faults',
  title: 'What is wrong',
  width: wide ? 254 : 164,
  cell: ({ group, faults, reviewing }, drawn) => (
    <FaultTags
      width={drawn}
      pending={replica.pendingOn(group.id).at(-1)}
      faults={faults}
      dueThisWeek={reviewing.state === 'this-week'}
    />
  ),
  sortValue: ({ faults }) => faults.length,
  firstDirection: 'descending',
})

const byColumn = ({ index }: Readings, wide: boolean): Column<LockedGroup> => ({
  id: 'by',
  title: 'Locked by',
  width: wide ? 128 : 112,
  grow: 1.1,
  cell: ({ lock }) =>
    lock.by === null ? <span className="quiet">not known</span> : staffName(lock.by, index),
  sortValue: ({ lock }) => (lock.by === null ? null : staffName(lock.by, index)),
})

/** The incident that the lock is for, or that AAC has meanwhile (LOCK-7). */
const incidentColumn = ({ today }: Readings): Column<LockedGroup> => ({
  id: 'incident',
  title: 'Incident',
  width: 92,
  cell({ group }) {
    const linked = linkedIncident(group, today)
    if (!linked) return <span className="quiet">none</span>
    return (
      <span title={stateTitle(linked)}>
        {linked.number === null ? stateTitle(linked) : <span className="number">{linked.number}</span>}
      </span>
    )
  },
  sortValue: ({ group }) => linkedIncident(group, today)?.number ?? null,
})

const renewalsColumn: Column<LockedGroup> = {
  id: 'renewals',
  title: 'Kept',
  width: 52,
  align: 'end',
  cell: ({ reviewing }) => countCell(reviewing.renewals),
  sortValue: ({ reviewing }) => reviewing.renewals,
  firstDirection: 'descending',
}

const reasonColumn: Column<LockedGroup> = {
  id: 'reason',
  title: 'Reason',
  width: 112,
  grow: 1.3,
  cell: ({ lock }) =>
    lock.reason === null ? (
      <span className="quiet">none written</span>
    ) : (
      <span title={lock.reason}>{lock.reason}</span>
    ),
  sortValue: ({ lock }) => lock.reason,
}
