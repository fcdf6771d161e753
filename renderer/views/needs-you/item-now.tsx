import type { CaseGroup, Post, ServiceRequest } from '../../../shared/domain/case-group.ts'
import { requestNamed } from '../../../shared/domain/request-named.ts'
import { longDate } from '../../../shared/queries/date-words.ts'
import { lastDoneToLetter, lastDoneToRequest } from '../../../shared/queries/last-done.ts'
import { staffName } from '../../../shared/queries/names.ts'
import { requestNumber } from '../../../shared/queries/request-number.ts'
import { useReadings } from '../desk-context.ts'
import type { ItemArgs } from '../entry-item.ts'
import { DoneLast } from './done-last.tsx'

interface ItemNowProps {
  readonly group: CaseGroup
  readonly item: ItemArgs
}

/** The service request or the letter of the change, as it is by now; nothing: it is about the whole group. */
export function ItemNow({ group, item }: ItemNowProps) {
  const { request: number = null, post, sequence } = item
  if (post !== undefined) {
    const letter = group.post.find(each => each.number === post)
    return letter ? (
      <LetterNow group={group} letter={letter} />
    ) : (
      <p>There is no such item of post any more.</p>
    )
  }
  if (number === null) return null
  const request = requestNamed(group, number)
  if (!request) return <p>There is no such service request any more.</p>
  return <RequestNow group={group} request={request} sequence={sequence} />
}

interface RequestNowProps {
  readonly group: CaseGroup
  readonly request: ServiceRequest
  /** Of the activity that the change is about. */
  readonly sequence: number | undefined
}

function RequestNow({ group, request, sequence }: RequestNowProps) {
  const { index } = useReadings()
  const { type, status, holder, here, activities } = request
  const activity = activities.find(each => each.sequence === sequence)
  const last = lastDoneToRequest(request, group)
  return (
    <>
      <p>
        {type} <span className="number">{requestNumber(request)}</span>: {status.toLowerCase()}, held by{' '}
        {staffName(holder, index)}.{!last && here?.closedOn && ` Closed on ${longDate(here.closedOn)}.`}
      </p>
      {here?.outcome && <q>{here.outcome}</q>}
      {activity && (
        <p>
          {activity.name}: {activity.status.toLowerCase()}
          {activity.doneOn && ` on ${longDate(activity.doneOn)}`}.
        </p>
      )}
      <DoneLast entry={last} />
    </>
  )
}

function LetterNow({ group, letter }: { readonly group: CaseGroup; readonly letter: Post }) {
  return (
    <>
      <p>
        {letter.subject} <span className="number">{letter.number}</span>: {letter.status.toLowerCase()}.
      </p>
      <DoneLast entry={lastDoneToLetter(letter, group)} />
    </>
  )
}
