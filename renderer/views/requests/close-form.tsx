import { Button, Field, Textarea } from '@fluentui/react-components'
import { zodResolver } from '@hookform/resolvers/zod'
import type { KeyboardEvent } from 'react'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import { NOTE_LIMIT, note } from '../../../shared/commands/service-request.ts'
import type { CaseGroup, ServiceRequest } from '../../../shared/domain/case-group.ts'
import { numberWords } from '../../../shared/queries/date-words.ts'
import { requestNumber } from '../../../shared/queries/request-number.ts'
import { Callout } from '../../components/callout.tsx'
import type { CommandRequest, Desk } from '../../desk/desk.ts'
import { isSending } from '../../forms/is-sending.ts'
import { tooLong } from '../../forms/too-long.ts'
import { refusedEarlier } from '../asked-again.ts'
import { useDesk, useReadings } from '../desk-context.ts'
import { writtenIn } from '../outbox-entry.ts'
import { useAsking } from '../use-asking.ts'
import { OnCompletion } from './on-completion.tsx'
import { closeRequest, SOME_NOTE, whyNot } from './request-doings.ts'

export interface RequestFormProps {
  readonly group: CaseGroup
  readonly request: ServiceRequest
  readonly onDone: () => void
}

const written = z.object({ outcome: note })
const maybe = z.object({ outcome: z.literal('').or(note) })

function writtenEarlier(desk: Desk, asked: CommandRequest): string {
  const refused = refusedEarlier(desk, asked)
  return (refused && writtenIn(refused)) ?? ''
}

/** What was found, what that changes, and the button that closes it (SR-2, SR-7, ALLOC-6). */
export function CloseForm({ group, request, onDone }: RequestFormProps) {
  const desk = useDesk()
  const { index } = useReadings()
  const ask = useAsking()
  // Where it goes is what was seen when the form was opened; what changes meanwhile is refused and said.
  const [asked] = useState(() => closeRequest(group, request, SOME_NOTE, index))
  const [earlier] = useState(() => writtenEarlier(desk, asked))
  const asks = request.kind === 'functionally-unique'
  const { register, handleSubmit, formState, getValues } = useForm({
    resolver: zodResolver(asks ? written : maybe),
    defaultValues: { outcome: earlier },
  })
  const { isSubmitting } = formState
  const objection = isSubmitting ? null : whyNot(desk, asked)
  const close = (outcome: string | null) =>
    ask({ ...asked, args: { ...Object(asked.args), outcome } }, ({ kind }) => kind === 'stored' && onDone())
  const submit = handleSubmit(({ outcome }) => close(outcome.trim() === '' ? null : outcome))
  const byKey = (event: KeyboardEvent) => {
    if (isSending(event) && objection === null && !isSubmitting) void submit()
  }
  return (
    <form className="reason" onSubmit={submit} onKeyDown={byKey} autoComplete="off">
      <h2>
        Close {request.type} <span className="number">{requestNumber(request)}</span>
      </h2>
      <OnCompletion group={group} request={request} />
      {objection && <Callout tone="alarm">{objection}</Callout>}
      <Field
        label={asks ? 'Note for the case owner' : 'What was found? (you may leave this empty)'}
        hint={`Kept with the service request, ${numberWords(NOTE_LIMIT)} characters at the most.`}
        {...(formState.errors.outcome && {
          validationMessage:
            tooLong(getValues('outcome'), NOTE_LIMIT) ?? 'Say what was found and what is to be done.',
        })}
      >
        <Textarea {...register('outcome')} autoComplete="off" resize="vertical" rows={4} />
      </Field>
      <div className="toolbar">
        <Button type="submit" appearance="primary" disabledFocusable={objection !== null || isSubmitting}>
          Close the service request
        </Button>
        <Button onClick={onDone}>Back</Button>
      </div>
      <p className="quiet">Ctrl+Enter does the same. While it waits to be sent you can take it back.</p>
    </form>
  )
}
