import { isAdviceCertain } from '../../../shared/domain/advice-due.ts'
import type { OrganisationIndex } from '../../../shared/domain/organisation-index.ts'
import type { Instant } from '../../../shared/domain/time.ts'
import { londonDate } from '../../../shared/domain/time.ts'
import { type AdviceRow, type AdviceSection, adviceSections } from '../../../shared/queries/advice-rows.ts'
import { clockDueWords } from '../../../shared/queries/clock-words.ts'
import { numberWords, shortDate } from '../../../shared/queries/date-words.ts'
import { sectionOf } from '../../../shared/queries/deadlines.ts'
import { staffName, teamName } from '../../../shared/queries/names.ts'
import type { Readings } from '../../../shared/queries/readings.ts'
import { Tag } from '../../components/tag.tsx'
import type { Replica } from '../../desk/desk.ts'
import type { Column } from '../../grid/column.ts'
import type { Sections } from '../../grid/lines.ts'
import type { Facet } from '../list/facet.ts'
import { intendedWords } from '../outbox-entry.ts'

const sectionWords: Readonly<Record<AdviceSection, string>> = {
  'to-answer': 'To be answered',
  unanswerable: 'Cannot be answered: on to an incident',
  news: 'Answered within seven days',
  waiting: 'Waiting for an answer',
  answered: 'Answered',
}

/** For the filters, where there is little room. */
const shortWords: Readonly<Record<AdviceSection, string>> = {
  ...sectionWords,
  unanswerable: 'Cannot be answered',
}

export const adviceListSections: Sections<AdviceRow> = {
  of: ({ section }) => section,
  title: (section, count) => `${sectionWords[section as AdviceSection]} · ${numberWords(count)}`,
  alarming: section => section === 'to-answer' || section === 'unanswerable',
}

export const adviceFacets: readonly Facet<AdviceRow>[] = [
  {
    id: 'state',
    title: 'How it stands',
    options: adviceSections.map(value => ({ value, label: shortWords[value] })),
    valuesOf: ({ section }) => [section],
  },
  {
    id: 'urgency',
    title: 'Urgency',
    options: [
      { value: 'urgent', label: 'Urgent, 24 hours' },
      { value: 'usual', label: 'Not urgent' },
    ],
    valuesOf: ({ request }) => [request.advice.urgent ? 'urgent' : 'usual'],
  },
]

export function adviceColumns(
  { index }: Readings,
  replica: Replica,
  now: Instant,
  /** Whether others asked as well: who did is told only then. */
  others: boolean,
): readonly Column<AdviceRow>[] {
  return [
    {
      id: 'question',
      title: 'Question',
      width: 220,
      grow: 3,
      cell: ({ request }) => (
        <>
          <Intended row={request.id} replica={replica} />{' '}
          <span title={request.advice.question}>{request.advice.question}</span>
        </>
      ),
      sortValue: ({ request }) => request.advice.question,
    },
    {
      id: 'due',
      title: 'Due',
      width: 204,
      cell: row => <DueTag row={row} now={now} index={index} />,
      sortValue: ({ request }) => request.advice.dueAt ?? `${request.advice.dueOn}T~`,
    },
    ...(others ? askerColumns(index) : []),
    {
      id: 'asked',
      title: 'Asked',
      width: 108,
      cell: ({ request }) => shortDate(londonDate(request.advice.askedAt)),
      sortValue: ({ request }) => request.advice.askedAt,
    },
  ]
}

const askerColumns = (index: OrganisationIndex): readonly Column<AdviceRow>[] => [
  {
    id: 'by',
    title: 'Asked by',
    width: 112,
    grow: 1,
    cell: ({ request }) => staffName(request.advice.askedBy, index),
    sortValue: ({ request }) => staffName(request.advice.askedBy, index),
  },
  {
    id: 'team',
    title: 'Team',
    width: 112,
    grow: 1,
    cell: ({ request }) => teamName(request.team, index),
    sortValue: ({ request }) => teamName(request.team, index),
  },
]

function Intended({ row, replica }: { readonly row: AdviceRow['request']['id']; readonly replica: Replica }) {
  const entry = replica.pendingOn(row, 'advice-request').at(-1)
  return entry && <Tag tone="intended">{intendedWords(entry)}</Tag>
}

interface DueTagProps {
  readonly row: AdviceRow
  readonly now: Instant
  readonly index: OrganisationIndex
}

function DueTag({ row: { request }, now, index }: DueTagProps) {
  const { advice } = request
  if (advice.answer)
    return (
      <Tag tone={advice.answer.unanswerable ? 'warn' : 'calm'}>
        {advice.answer.unanswerable
          ? 'Not answerable here'
          : `Answered ${shortDate(londonDate(advice.answer.at))}`}
      </Tag>
    )
  const section = sectionOf(advice, now)
  const late = section === 'critical' || section === 'overdue'
  const due = clockDueWords(advice, now, isAdviceCertain(advice, index.calendar))
  return <Tag tone={late ? 'alarm' : section === 'later' ? 'calm' : 'warn'}>{due}</Tag>
}
