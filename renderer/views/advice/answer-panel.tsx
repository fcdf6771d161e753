import { answerAdvice } from '../../../shared/commands/answer-advice.ts'
import { answerGeneralAdvice } from '../../../shared/commands/answer-general-advice.ts'
import type { CommandId } from '../../../shared/domain/ids.ts'
import { CommandForm } from '../../forms/command-form.tsx'
import { panelClosed } from '../../store/panel.ts'
import { useDeskDispatch } from '../../store/store.ts'
import { draftPlace } from '../asked-again.ts'
import { useDesk } from '../desk-context.ts'
import { useSaidBefore } from '../said-before.ts'
import { useRevision } from '../use-replica.ts'
import { useSettled } from '../use-settled.ts'
import { reasonObjection, WHY_WHILE_WITH_AAC } from '../while-with-aac.ts'
import { answerFields, answerGeneralRequest, answerRequest, someWords } from './advice-forms.ts'
import { type FoundAdvice, findAdvice } from './focused-advice.ts'

interface AnswerPanelProps {
  /** Of a service request, or of what is about no case. */
  readonly row: string
  readonly again?: CommandId
}

/** An answer that is about to be given (ADV-2). Nothing is sent before the button is pressed. */
export function AnswerPanel({ row, again }: AnswerPanelProps) {
  const { replica } = useDesk()
  const dispatch = useDeskDispatch()
  useRevision(replica, 'case-group', 'advice-request', 'organisation', 'outbox')
  const found = findAdvice(row, replica)
  const leave = () => void dispatch(panelClosed())
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape goes back from anything in it.
    <section className="doing" onKeyDown={({ key }) => key === 'Escape' && leave()}>
      <h2>Answer</h2>
      {found?.kind === 'case' && (
        <p className="note pane-note">
          On {found.group.title} <span className="number">{found.group.id}</span>.
        </p>
      )}
      {found ? (
        <AnswerForm row={row} found={found} again={again} onLeave={leave} />
      ) : (
        <>
          <p>It is no longer with you.</p>
          <button type="button" className="plain-link" onClick={leave}>
            Back
          </button>
        </>
      )}
    </section>
  )
}

interface AnswerFormProps {
  readonly row: string
  readonly found: FoundAdvice
  readonly again: CommandId | undefined
  readonly onLeave: () => void
}

function AnswerForm({ row, found, again, onLeave }: AnswerFormProps) {
  const desk = useDesk()
  const said = useSaidBefore(again)
  const settle = useSettled(again, onLeave)
  const requestOf = (values: typeof someWords) =>
    found.kind === 'case'
      ? answerRequest(found.group, found.request, values)
      : answerGeneralRequest(found.request.id, values)
  const trial = reasonObjection(desk, requestOf(someWords))
  return (
    <CommandForm
      place={draftPlace(`answer-advice/${row.replace('\n', '/')}`, again)}
      group={found.kind === 'case' ? found.group : null}
      fields={() => answerFields}
      initial={{ unanswerable: 'no', ...said }}
      schema={found.kind === 'case' ? answerAdvice.args : answerGeneralAdvice.args}
      requestOf={requestOf}
      submitName="Send the answer"
      objection={trial.objection}
      asksReason={trial.asksReason ? WHY_WHILE_WITH_AAC : null}
      onDone={settle}
      onBack={onLeave}
    >
      {() => <blockquote className="written">{found.advice.question}</blockquote>}
    </CommandForm>
  )
}
