import type { OrganisationIndex } from '../../../shared/domain/organisation-index.ts'
import type { Instant } from '../../../shared/domain/time.ts'
import {
  caseOfClock,
  clockDueWords,
  clockKindWords,
  whatWords,
  withWords,
} from '../../../shared/queries/clock-words.ts'
import { isCertain } from '../../../shared/queries/clock-working.ts'
import type { Clock } from '../../../shared/queries/clocks.ts'
import type { DeadlineRow } from '../../../shared/queries/deadlines.ts'
import { staffName } from '../../../shared/queries/names.ts'
import type { Readings } from '../../../shared/queries/readings.ts'
import { Tag } from '../../components/tag.tsx'
import type { Replica } from '../../desk/desk.ts'
import type { Column } from '../../grid/column.ts'
import { ClockOwner, Pending } from '../list/cells.tsx'

/** The title of the master case it is about, where it is with this desk. */
export function titleOfClock(clock: Clock, replica: Replica): string | null {
  if (clock.group) return clock.group.title
  return clock.kind === 'recovery-chase'
    ? (replica.caseGroup(clock.recovery.masterCaseNumber)?.title ?? null)
    : null
}

export function deadlineColumns(
  { index, today, view }: Readings,
  replica: Replica,
  now: Instant,
): readonly Column<DeadlineRow>[] {
  const whose: Column<DeadlineRow> = {
    id: 'whose',
    title: 'With',
    width: 140,
    grow: 1,
    cell: ({ clock }) =>
      clock.whose === null ? (
        <span className="quiet">{withWords(clock, index)}</span>
      ) : (
        <>
          {staffName(clock.whose, index)} <ClockOwner holder={clock.whose} index={index} today={today} />
        </>
      ),
    sortValue: ({ clock }) => withWords(clock, index),
  }
  return [
    {
      id: 'what',
      title: 'What',
      width: 196,
      grow: 1.4,
      cell: ({ clock }) => (
        <>
          <span title={clockKindWords[clock.kind]}>{whatWords(clock)}</span>{' '}
          {clock.group && <Pending group={clock.group} replica={replica} />}
        </>
      ),
      sortValue: ({ clock }) => whatWords(clock),
    },
    dueColumn(now, index),
    {
      id: 'group',
      title: 'Master case',
      width: 96,
      cell: ({ clock }) => <span className="number">{caseOfClock(clock)}</span>,
      sortValue: ({ clock }) => caseOfClock(clock),
    },
    {
      id: 'title',
      title: 'Title',
      width: 130,
      grow: 1.2,
      cell: ({ clock }) => titleOfClock(clock, replica),
      sortValue: ({ clock }) => titleOfClock(clock, replica),
    },
    ...(view.kind === 'person' ? [] : [whose]),
  ]
}

const dueColumn = (now: Instant, index: OrganisationIndex): Column<DeadlineRow> => ({
  id: 'due',
  title: 'Due',
  width: 216,
  cell: ({ clock, section }) => {
    const tone =
      section === 'critical' || section === 'overdue' ? 'alarm' : section === 'later' ? 'calm' : 'warn'
    return <Tag tone={tone}>{clockDueWords(clock, now, isCertain(clock, index))}</Tag>
  },
  sortValue: ({ clock }) => `${clock.dueOn} ${clock.dueAt ?? '~'}`,
})
