import { Button } from '@fluentui/react-components'
import { type FormEvent, type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { useForm } from 'react-hook-form'
import type { z } from 'zod'
import { REASON_LIMIT } from '../../shared/commands/envelope.ts'
import type { CaseGroup } from '../../shared/domain/case-group.ts'
import type { CommandId } from '../../shared/domain/ids.ts'
import { numberWords, whenWords } from '../../shared/queries/date-words.ts'
import type { CommandRequest } from '../desk/desk.ts'
import { useDesk, useReadings } from '../views/desk-context.ts'
import { useAttempt } from '../views/use-attempt.ts'
import { useStill } from '../views/use-still.ts'
import { FormControl, type FormState } from './form-control.tsx'
import { type FormField, type FormValues, orNull } from './form-field.ts'
import { FormSummary } from './form-summary.tsx'
import { isSending } from './is-sending.ts'
import { goToNextEmpty, NEXT_EMPTY } from './next-empty.ts'
import { resolveForm } from './resolve-form.ts'
import { useFoundDraft, useKeptDraft } from './use-draft.ts'

interface CommandFormProps {
  /** Which form about what: under that its draft is kept. */
  readonly place: string
  readonly group: CaseGroup | null
  /** By what is filled in so far: what a choice does not need is not asked. */
  readonly fields: (values: FormValues) => readonly FormField[]
  readonly initial: FormValues
  /** What the document has of it: left so, it is not kept as a draft, and somebody else’s answer shows. */
  readonly standing?: FormValues | undefined
  readonly schema: z.ZodType
  readonly requestOf: (values: FormValues) => CommandRequest
  readonly submitName: string
  /** Why it is not to be sent at all now; null: it can be. */
  readonly objection: string | null
  /** What the command asks a reason for besides; null: it needs none. */
  readonly asksReason: string | null
  /** The field that one wanted to go to. */
  readonly goTo?: string | undefined
  /** Whether it is to be filled in at all yet. */
  readonly isReady?: (values: FormValues) => boolean
  /** Whether it is sent from here at all: some answers lead to another form. */
  readonly isSent?: (values: FormValues) => boolean
  /** Beside the fields, by what is filled in: a call script, a text to copy. */
  readonly children?: (form: FormState) => ReactNode
  readonly onDone: (stored: CommandId) => void
  readonly onBack: () => void
}

const REASON = 'reasonWhileWithAac'

/**
 * A form for one command, checked by that command's own schema, over a draft that outlives the page. What is wrong
 * stands on top and leads to its field; nothing that was typed is lost.
 */
export function CommandForm(props: CommandFormProps) {
  const { submitName, onBack } = props
  const id = useId()
  const box = useRef<HTMLFormElement>(null)
  const { form, kept, submit, refusal, throwAway } = useDraftedForm(props)
  const { isSubmitting } = form.formState
  // What is being sent cannot be done again, which is no objection to it.
  const objection = isSubmitting ? null : props.objection
  const asksReason = useStill(props.asksReason, isSubmitting)
  useGoTo(`${id}${props.goTo ?? ''}`, props.goTo !== undefined)
  const ready = props.isReady?.(form.watch()) ?? true
  const fields = ready ? fieldsOf({ ...props, asksReason }, form.watch()) : []
  const isSent = ready && (props.isSent?.(form.watch()) ?? true)
  const byKey = (event: KeyboardEvent) => {
    if (event.key === NEXT_EMPTY && goToNextEmpty(id, fields, form.getValues())) event.preventDefault()
    if (isSending(event) && isSent && objection === null && !isSubmitting) void submit()
  }
  const begin = () => {
    throwAway()
    // The button that was pressed goes.
    box.current?.querySelector<HTMLElement>('input, select, textarea')?.focus()
  }
  return (
    <form
      ref={box}
      className="reason"
      onSubmit={isSent ? submit : keepOpen}
      onKeyDown={byKey}
      autoComplete="off"
      noValidate
    >
      {kept && <KeptNote at={kept.at} onThrowAway={begin} />}
      <FormSummary
        id={id}
        fields={fields}
        errors={form.formState.errors}
        refusal={refusal ?? objection}
        tries={form.formState.submitCount}
      />
      {props.children?.(form)}
      {fields.map(field => (
        <FormLine key={field.name} id={id} field={field} form={form} />
      ))}
      <FormEnd
        submitName={isSent ? submitName : null}
        blocked={objection !== null || isSubmitting}
        onBack={onBack}
      />
    </form>
  )
}

/** The form over what was written before, how it is sent, and how what was written is thrown away. */
function useDraftedForm(props: CommandFormProps) {
  const { place, group, schema, requestOf, initial, standing } = props
  const { found, forget } = useFoundDraft(place)
  const [kept, setKept] = useState(found)
  const form: FormState = useForm<Record<string, string>>({
    defaultValues: { ...initial, ...found?.fields },
    shouldFocusError: false,
    resolver: (values, context, options) =>
      resolveForm(fieldsOf(props, values), schema, given => requestOf(given).args)(values, context, options),
  })
  useKeptDraft(place, group, form, standing)
  const { submit, refusal } = useSubmit(props, form, forget)
  const throwAway = () => {
    form.reset({ ...initial })
    // Only then: what it is reset to is kept like what is written.
    forget()
    setKept(undefined)
  }
  return { form, kept, submit, refusal, throwAway }
}

/** Enter in a form without its button sends nothing. */
const keepOpen = (event: FormEvent) => event.preventDefault()

interface FormLineProps {
  readonly id: string
  readonly field: FormField
  readonly form: FormState
}

/** A field, and what stands under it. */
function FormLine({ id, field, form }: FormLineProps) {
  return (
    <div className="form-field">
      <FormControl id={id} field={field} form={form} />
      {field.remark && <p className="remark">{field.remark}</p>}
      {field.below}
    </div>
  )
}

interface FormEndProps {
  /** Null: it is not to be filled in yet. */
  readonly submitName: string | null
  readonly blocked: boolean
  readonly onBack: () => void
}

function FormEnd({ submitName, blocked, onBack }: FormEndProps) {
  return (
    <>
      <div className="toolbar">
        {submitName !== null && (
          <Button type="submit" appearance="primary" disabledFocusable={blocked}>
            {submitName}
          </Button>
        )}
        <Button onClick={onBack}>Back</Button>
      </div>
      <p className="quiet">
        {submitName !== null && 'Ctrl+Enter does the same; F8 goes to the next empty field. '}
        What you write is kept, sealed, until you send it.
      </p>
    </>
  )
}

function fieldsOf({ fields, asksReason }: CommandFormProps, values: FormValues): readonly FormField[] {
  const asked = fields(values)
  if (asksReason === null) return asked
  const reason: FormField = {
    name: REASON,
    label: asksReason,
    kind: 'text',
    hint: `Kept with the case group, ${numberWords(REASON_LIMIT)} characters at the most.`,
    wrong: 'Say why this is done while AAC has the incident',
  }
  return [...asked, reason]
}

function useSubmit({ requestOf, onDone }: CommandFormProps, form: FormState, forget: () => void) {
  const desk = useDesk()
  const attempt = useAttempt()
  const [refusal, setRefusal] = useState<string | null>(null)
  const submit = form.handleSubmit(values =>
    attempt(async () => {
      const performed = await desk.perform([requestOf(values)], orNull(values[REASON]))
      const [first] = performed.refused
      const [stored] = performed.stored
      if (first && !first.ok) setRefusal(first.refusal.reason)
      if (stored === undefined) return
      forget()
      onDone(stored)
    }, 'not-saved'),
  )
  return { submit, refusal }
}

function useGoTo(id: string, wanted: boolean): void {
  useEffect(() => {
    if (wanted) document.getElementById(id)?.focus()
  }, [id, wanted])
}

function KeptNote({ at, onThrowAway }: { readonly at: string; readonly onThrowAway: () => void }) {
  const { today } = useReadings()
  return (
    <p className="note" role="status">
      Written {whenWords(at, today)} and not sent yet.{' '}
      <button type="button" className="plain-link" onClick={onThrowAway}>
        Throw it away
      </button>
    </p>
  )
}
