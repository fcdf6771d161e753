import {
  type Advice,
  type AdviceId,
  CASE_ADVICE_DAYS,
  GENERAL_ADVICE_DAYS,
} from '../../../shared/domain/advice.ts'
import { isAdviceCertain } from '../../../shared/domain/advice-due.ts'
import { clockDueWords } from '../../../shared/queries/clock-words.ts'
import { workingOfAdvice } from '../../../shared/queries/clock-working.ts'
import { whenWords } from '../../../shared/queries/date-words.ts'
import { staffName } from '../../../shared/queries/names.ts'
import { Callout } from '../../components/callout.tsx'
import { type Fact, FactList } from '../../components/fact-list.tsx'
import { Section } from '../../components/section.tsx'
import { ActionButton } from '../action-button.tsx'
import { useDesk, useReadings } from '../desk-context.ts'
import { useNow } from '../use-now.ts'
import { useRevision } from '../use-replica.ts'

/** One request that is about no case: what is asked, by when, and what was answered. */
export function AdviceDetail({ id }: { readonly id: AdviceId }) {
  const { replica } = useDesk()
  useRevision(replica, 'advice-request', 'outbox')
  const request = replica.aggregates('advice-request').get(id)
  if (!request) return <p className="pane-empty">It is no longer with you.</p>
  const waits = replica.pendingOn(id, 'advice-request').length > 0
  return (
    <article className="detail">
      <header>
        <h2 className="detail-title">{request.advice.urgent ? 'Urgent advice' : 'Advice'} without a case</h2>
        {waits && <p className="note pane-note">Intended, not done.</p>}
        <div className="toolbar">
          <ActionButton id="answer-advice" />
          {request.advice.answer?.unanswerable && <ActionButton id="incident-from-advice" />}
        </div>
      </header>
      <AdviceSections advice={request.advice} days={GENERAL_ADVICE_DAYS} />
    </article>
  )
}

/** The advice that a service request asks for. */
export function CaseAdvice({ advice }: { readonly advice: Advice }) {
  return <AdviceSections advice={advice} days={CASE_ADVICE_DAYS} />
}

function AdviceSections({ advice, days }: { readonly advice: Advice; readonly days: number }) {
  const { index, today } = useReadings()
  const now = useNow()
  const { answer, question, looked, askedBy, askedAt } = advice
  const tried: readonly Fact[] = [
    ['Procedures searched with', looked.procedures ?? 'not looked at'],
    ['PLDMG searched with', looked.pldmg ?? 'not looked at'],
    ['Team leader', looked.teamLeader ?? 'not asked'],
  ]
  return (
    <>
      {!answer && (
        <Section title={`By when: ${clockDueWords(advice, now, isAdviceCertain(advice, index.calendar))}`}>
          <Callout tone="plain">
            {workingOfAdvice(advice, days, index).map(line => (
              <p key={line}>{line}</p>
            ))}
          </Callout>
        </Section>
      )}
      {answer && (
        <Section title={answer.unanswerable ? 'It cannot be answered here' : 'The answer'}>
          <p className="written">{answer.words}</p>
          <p className="quiet">
            {staffName(answer.by, index)}, {whenWords(answer.at, today)}.{' '}
            {answer.unanswerable
              ? 'It goes on to an incident, with everything carried over.'
              : 'Advice only: the decision stays with the caseworker.'}
          </p>
        </Section>
      )}
      <Section title="The question">
        <p className="written">{question}</p>
        <p className="quiet">
          {staffName(askedBy, index)}, {whenWords(askedAt, today)}
        </p>
      </Section>
      <Section title="Looked at before">
        <FactList facts={tried} />
      </Section>
    </>
  )
}
