import { Link } from '@tanstack/react-router'
import type { CaseGroup, ServiceRequest } from '../../../shared/domain/case-group.ts'
import { openWorkOf } from '../../../shared/domain/open-work.ts'
import { dueTagWords, longDate, shortDate } from '../../../shared/queries/date-words.ts'
import { urgencyOf } from '../../../shared/queries/due.ts'
import { staffName } from '../../../shared/queries/names.ts'
import { requestNumber } from '../../../shared/queries/request-number.ts'
import { isAstray, progressOf, requestRowsOf } from '../../../shared/queries/requests.ts'
import { rowKeyOf } from '../../../shared/queries/row-key.ts'
import { Section } from '../../components/section.tsx'
import { Tag } from '../../components/tag.tsx'
import { rowAimed } from '../../store/list.ts'
import { useDeskDispatch } from '../../store/store.ts'
import { useReadings } from '../desk-context.ts'

/** What is open on it (SR-6), soonest due first. */
export function OpenWork({ group }: { readonly group: CaseGroup }) {
  const { serviceRequests, post } = openWorkOf(group)
  const soonest = [...serviceRequests].sort((a, b) => ((a.dueOn ?? '9999') < (b.dueOn ?? '9999') ? -1 : 1))
  return (
    <Section title="Open work">
      {serviceRequests.length + post.length === 0 && (
        <p>None. A group without open work is to be returned.</p>
      )}
      <ul className="work">
        {soonest.map(request => (
          <Request key={request.number} request={request} group={group} />
        ))}
        {post.map(({ number, subject, receivedOn }) => (
          <li key={number}>
            <span>
              {subject} <span className="number">{number}</span>
            </span>
            <span className="quiet">Post, received {longDate(receivedOn)}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Request({ request, group }: { readonly request: ServiceRequest; readonly group: CaseGroup }) {
  const { index, today } = useReadings()
  const { dueOn, holder, kind } = request
  const elsewhere = holder !== group.holder
  const flagged = isAstray(request, group)
  const urgency = dueOn === null ? 'later' : urgencyOf(dueOn, today)
  const tone = urgency === 'overdue' ? 'alarm' : urgency === 'this-week' ? 'warn' : 'calm'
  return (
    <li>
      <span>
        <RequestName request={request} group={group} />{' '}
        {dueOn === null ? (
          <span className="quiet">no due date</span>
        ) : (
          <Tag tone={tone}>
            {dueTagWords(dueOn, today)}
            {urgency === 'overdue' ? `, ${shortDate(dueOn)}` : ''}
          </Tag>
        )}
      </span>
      <span className="quiet">
        {progressWords(request)}
        {kind === 'functionally-unique' ? ', specialist work' : ''}
        {elsewhere && !flagged && `, held by ${staffName(holder, index)}`}
      </span>
      {flagged && (
        <span>
          <Tag tone="warn">
            Held by {staffName(holder, index)},{' '}
            {group.holder === null ? 'though nobody holds the group' : 'not by the group’s holder'}
          </Tag>
        </span>
      )}
    </li>
  )
}

/** Goes to the request where it is worked; one that is not on his list has only its name here. */
function RequestName({ request, group }: { readonly request: ServiceRequest; readonly group: CaseGroup }) {
  const { view, index, today } = useReadings()
  const dispatch = useDeskDispatch()
  const key = rowKeyOf(group, request)
  const name = (
    <>
      {request.type} <span className="number">{requestNumber(request)}</span>
    </>
  )
  // Asked of this group alone: the list may be of tens of thousands.
  const rows = requestRowsOf(group, view, index, today)
  const isListed = rows.some(row => row.request?.number === request.number)
  if (!isListed) return name
  return (
    <Link to="/requests" onClick={() => dispatch(rowAimed(key))}>
      {name}
    </Link>
  )
}

function progressWords(request: ServiceRequest): string {
  const progress = progressOf(request)
  if (progress === null) return 'Not started'
  const [done, all] = progress
  return all === 0 ? 'Started, no activities' : `${done} of ${all} activities done`
}
