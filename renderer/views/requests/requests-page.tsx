import { useMemo } from 'react'
import type { CaseGroup, ServiceRequest } from '../../../shared/domain/case-group.ts'
import type { StaffNumber } from '../../../shared/domain/ids.ts'
import { counted, dueTagWords, numberWords, shortDate } from '../../../shared/queries/date-words.ts'
import { isAmongSpecialists } from '../../../shared/queries/desk-part.ts'
import { urgencyOf } from '../../../shared/queries/due.ts'
import { staffName } from '../../../shared/queries/names.ts'
import type { Readings } from '../../../shared/queries/readings.ts'
import { requestNumber } from '../../../shared/queries/request-number.ts'
import { isAstray, progressOf, type RequestRow } from '../../../shared/queries/requests.ts'
import { postKeyOf, rowKeyOf } from '../../../shared/queries/row-key.ts'
import { titleOf, type Viewpoint } from '../../../shared/queries/viewpoint.ts'
import { Tag } from '../../components/tag.tsx'
import type { Replica } from '../../desk/desk.ts'
import type { Column } from '../../grid/column.ts'
import { useDeskState } from '../../store/store.ts'
import { useDesk, useReadings } from '../desk-context.ts'
import { ClockOwner, Pending } from '../list/cells.tsx'
import { factsAsOf } from '../list/facts-as-of.ts'
import { ListPage } from '../list/list-page.tsx'
import type { ListView } from '../list/list-view.ts'
import { requestFacets, requestListSections, specialistFacets } from './request-sections.ts'

/** The work that hangs on service requests, whoever's case group it is on (SR-5), or that of one of the team. */
export function RequestsPage() {
  const readings = useReadings()
  const { replica } = useDesk()
  const member = useDeskState(state => state.list.caseworker)
  const view = useMemo(() => requestsView(readings, replica, member), [readings, replica, member])
  return <ListPage view={view} />
}

function requestsView(
  readings: Readings,
  replica: Replica,
  member: StaffNumber | null,
): ListView<RequestRow> {
  const specialists = isAmongSpecialists(readings.view.staff, readings.index)
  const rows = member === null ? readings.requests : readings.requests.filter(row => holderOf(row) === member)
  return {
    id: 'requests',
    title: titleWords(rows, whoseWords(readings, member)),
    note: `${noteWords(readings.view, specialists)} ${factsAsOf(readings)}`,
    rows,
    keyOf: ({ group, request, post }) => (post === null ? rowKeyOf(group, request) : postKeyOf(group, post)),
    columns: columnsOf(readings, replica, specialists),
    facets: specialists ? specialistFacets : requestFacets,
    sections: requestListSections,
    doings: [],
    // Case-owning work follows its case group, which is allocated; nobody assigns his own.
    selectable: specialists && readings.view.kind !== 'person',
    rowActions: rowActionsOf(readings.view, specialists),
    empty: emptyWords(readings, member),
    emptyNext: nextWords(readings, member, specialists),
  }
}

/** What can never be done on such a desk is not offered: specialists own no groups, and nobody assigns his own. */
function rowActionsOf(view: Viewpoint, specialists: boolean): readonly string[] {
  const work = ['start-request', 'close-request']
  if (view.kind !== 'person')
    return [
      ...work,
      'answer-advice',
      'assign-request',
      'carry-on',
      'complete-post',
      'raise-request',
      'ask-advice',
    ]
  return specialists
    ? [...work, 'answer-advice']
    : [...work, 'carry-on', 'complete-post', 'raise-request', 'ask-advice']
}

function emptyWords({ view, index }: Readings, member: StaffNumber | null): string {
  if (view.kind === 'person') return 'You hold no open service request'
  return `No service request is open with ${member === null ? titleOf(view) : staffName(member, index)}`
}

/** How one would come into the list. */
function nextWords({ view, index }: Readings, member: StaffNumber | null, specialists: boolean): string {
  if (view.kind === 'person') return 'What is given to you comes here by itself.'
  if (member !== null) return `What is given to ${staffName(member, index)} comes here by itself.`
  return specialists
    ? 'One comes here when it is raised for your segment, or given to one of its specialists.'
    : `One comes here when a member of your ${view.kind} is given it, with a case group or by itself.`
}

function whoseWords({ view, index }: Readings, member: StaffNumber | null): string {
  if (view.kind === 'person') return 'My service requests'
  return `Service requests with ${member === null ? titleOf(view) : staffName(member, index)}`
}

function titleWords(requests: readonly RequestRow[], whose: string): string {
  const overdue = requests.filter(({ section }) => section === 'overdue').length
  const news = requests.filter(({ section }) => section === 'news').length
  const parts = [
    ...(news > 0 ? [`${numberWords(news)} answered by a specialist`] : []),
    ...(overdue > 0 ? [`${numberWords(overdue)} overdue`] : []),
  ]
  return `${whose}: ${[numberWords(requests.length), ...parts].join(', ')}`
}

function noteWords(view: Viewpoint, specialists: boolean): string {
  switch (view.kind) {
    case 'team':
      if (specialists) return 'Of your team’s specialists, and what waits in the queue of your segment.'
      return 'Of your team’s members, whoever’s case group they are on, and post and answers of specialists where the case owner is away, gone or nobody.'
    case 'segment':
      if (specialists) return 'Of your segment’s specialists, and what waits in its queue.'
      return 'Of your segment’s members, whoever’s case group they are on, and post and answers of specialists where the case owner is away, gone or nobody.'
    case 'person':
      return specialists
        ? 'What you hold. The case group of each is yours to read.'
        : 'What you hold, and the post of your case groups.'
  }
}

function columnsOf(
  readings: Readings,
  replica: Replica,
  specialists: boolean,
): readonly Column<RequestRow>[] {
  const { view } = readings
  return [
    {
      id: 'number',
      title: 'Number',
      width: 94,
      cell: ({ request, post }) => (
        <span className="number">{request ? requestNumber(request) : post?.number}</span>
      ),
      sortValue: ({ request, post }) => request?.number ?? post?.number ?? null,
    },
    whatColumn(readings, replica, specialists),
    {
      id: 'group',
      title: 'Master case',
      width: 92,
      cell: ({ group }) => <span className="number">{group.id}</span>,
      sortValue: ({ group }) => group.id,
    },
    {
      id: 'against',
      title: 'Raised against',
      width: specialists ? 112 : 126,
      grow: 1,
      cell: ({ group, request }) => request && personWords(group, request),
      sortValue: ({ group, request }) => request && personWords(group, request),
    },
    ...(view.kind === 'person' ? [] : [holderColumn(readings)]),
    dueColumn(readings),
    progressColumn,
  ]
}

const whatColumn = (
  { index, today }: Readings,
  replica: Replica,
  specialists: boolean,
): Column<RequestRow> => ({
  id: 'type',
  title: 'Type',
  // Among specialists a row is selected besides, and their types are few and short.
  width: specialists ? 140 : 170,
  grow: 1.4,
  cell: ({ group, request, post, section }) => (
    <>
      {request ? request.type : post?.subject} {/* Among specialists it goes without saying. */}
      {request?.kind === 'functionally-unique' && !specialists && <Tag tone="calm">Specialist</Tag>}
      <ClockOwner holder={holderOf({ group, request, section })} index={index} today={today} />{' '}
      {request && isAstray(request, group) && <Tag tone="warn">Not the group’s holder</Tag>}{' '}
      <Pending group={group} replica={replica} />
    </>
  ),
  sortValue: ({ request, post }) => request?.type ?? post?.subject ?? null,
})

// A specialist's answer is the case owner's to carry on (SR-7).
const holderOf = ({ group, request, section }: Pick<RequestRow, 'group' | 'request' | 'section'>) =>
  request && section !== 'news' ? request.holder : group.holder

const holderColumn = ({ index }: Readings): Column<RequestRow> => {
  return {
    id: 'holder',
    title: 'Held by',
    width: 116,
    grow: 1,
    cell: row =>
      holderOf(row) === null ? <span className="quiet">nobody</span> : staffName(holderOf(row), index),
    sortValue: row => (holderOf(row) === null ? null : staffName(holderOf(row), index)),
  }
}

const dueColumn = ({ today }: Readings): Column<RequestRow> => ({
  id: 'due',
  title: 'Due',
  width: 136,
  cell({ request, post, section }) {
    if (post) return `came ${shortDate(post.receivedOn)}`
    if (section === 'news') return <Tag tone="warn">Answered</Tag>
    const due = request?.dueOn ?? null
    if (due === null) return <span className="quiet">no due date</span>
    const urgency = urgencyOf(due, today)
    const tone = urgency === 'overdue' ? 'alarm' : urgency === 'this-week' ? 'warn' : 'calm'
    return <Tag tone={tone}>{dueTagWords(due, today)}</Tag>
  },
  sortValue: ({ request, post }) => request?.dueOn ?? post?.receivedOn ?? null,
})

const progressColumn: Column<RequestRow> = {
  id: 'progress',
  title: 'Status',
  width: 88,
  cell({ request }) {
    if (!request) return 'Open'
    if (request.status === 'Closed') return 'Closed'
    const progress = progressOf(request)
    if (progress === null) return <span className="quiet">Not started</span>
    const [done, all] = progress
    return <span title={counted(all, 'activity', 'activities')}>{`${done} of ${all} done`}</span>
  },
  sortValue({ request }) {
    const progress = request && progressOf(request)
    return progress ? progress[0] / Math.max(1, progress[1]) : null
  },
}

function personWords({ people }: CaseGroup, { raisedAgainst }: ServiceRequest): string | null {
  const person = people.find(({ scin }) => scin === raisedAgainst)
  return person ? `${person.lastName}, ${person.firstName}` : null
}
