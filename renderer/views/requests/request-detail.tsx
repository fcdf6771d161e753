import type { CaseGroup, ServiceRequest } from '../../../shared/domain/case-group.ts'
import type { MasterCaseNumber, SrNumber } from '../../../shared/domain/ids.ts'
import { requestNamed } from '../../../shared/domain/request-named.ts'
import { longDate } from '../../../shared/queries/date-words.ts'
import { staffName } from '../../../shared/queries/names.ts'
import { whyRequestHere } from '../../../shared/queries/request-explanation.ts'
import { requestNumber } from '../../../shared/queries/request-number.ts'
import { Callout } from '../../components/callout.tsx'
import { type Fact, FactList } from '../../components/fact-list.tsx'
import { Section } from '../../components/section.tsx'
import { CaseAdvice } from '../advice/advice-detail.tsx'
import { useDesk, useReadings } from '../desk-context.ts'
import { useRevision } from '../use-replica.ts'
import { ActivityPlan } from './activity-plan.tsx'
import { OnCompletion } from './on-completion.tsx'
import { RequestButtons } from './request-buttons.tsx'

interface RequestDetailProps {
  readonly id: MasterCaseNumber
  readonly number: SrNumber
}

/** One service request explained: why it is here, its plan, what its completion changes. With what waits drawn as intended. */
export function RequestDetail({ id, number }: RequestDetailProps) {
  const { replica } = useDesk()
  const { index } = useReadings()
  useRevision(replica, 'case-group', 'outbox')
  const group = replica.caseGroup(id) ?? replica.confirmed(id)
  const request = requestNamed(group, number)
  if (!group || !request) return null
  const confirmed = requestNamed(replica.confirmed(id), number)
  const [why, ...more] = whyRequestHere(request, group, index)
  return (
    <article className="detail request-detail">
      <header>
        <h2 className="detail-title">
          {request.type} <span className="number">{requestNumber(request)}</span>
        </h2>
        <p className="note pane-note">
          {statusWords(request)}
          {confirmed && confirmed.status === request.status ? '.' : ': intended, not done.'}
        </p>
        <Callout tone="plain">
          <p>{why}</p>
          {more.map(words => (
            <p key={words}>{words}</p>
          ))}
        </Callout>
        <RequestButtons advice={request.here?.advice ?? null} />
      </header>
      {request.here?.advice && <CaseAdvice advice={request.here.advice} />}
      <ActivityPlan group={group} request={request} confirmed={confirmed} />
      {!request.here?.advice && <Notes request={request} />}
      <OnCompletion group={group} request={request} />
      <RequestFacts group={group} request={request} />
    </article>
  )
}

function statusWords({ kind, status }: ServiceRequest): string {
  const work = kind === 'functionally-unique' ? 'Specialist work' : 'Case-owning work'
  return `${work}, ${status.toLowerCase()}`
}

function Notes({ request: { here } }: { readonly request: ServiceRequest }) {
  return (
    <>
      {here?.background && (
        <Section title="Background for the specialist">
          <p className="written">{here.background}</p>
        </Section>
      )}
      {here?.outcome && (
        <Section title="What was found">
          <p className="written">{here.outcome}</p>
        </Section>
      )}
    </>
  )
}

function RequestFacts({ group, request }: { readonly group: CaseGroup; readonly request: ServiceRequest }) {
  const { index } = useReadings()
  const { here } = request
  const person = group.people.find(({ scin }) => scin === request.raisedAgainst)
  const known = (date: string | null | undefined) => (date ? longDate(date) : 'not known')
  const facts: readonly Fact[] = [
    ['Raised against', person ? `${person.firstName} ${person.lastName}` : 'not known'],
    ['Case', request.case ?? 'the whole case group'],
    ['Held by', staffName(request.holder, index)],
    ['Raised', known(request.createdOn)],
    ['Due', request.dueOn === null ? 'no due date' : longDate(request.dueOn)],
    ...(here?.raisedBy ? [['Raised here by', staffName(here.raisedBy, index)] as const] : []),
    ...(here?.startedOn ? [['Started here', longDate(here.startedOn)] as const] : []),
    ...(here?.closedOn ? [['Closed', longDate(here.closedOn)] as const] : []),
  ]
  return (
    <Section title="Facts of the request">
      <FactList facts={facts} />
    </Section>
  )
}
