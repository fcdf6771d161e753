import { Field, Textarea } from '@fluentui/react-components'
import { zodResolver } from '@hookform/resolvers/zod'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import { envelope, REASON_LIMIT } from '../../../shared/commands/envelope.ts'
import { numberWords } from '../../../shared/queries/date-words.ts'
import { tooLong } from '../../forms/too-long.ts'
import { WHY_SOONER } from '../incidents/directed-lock.tsx'
import { WHY_WHILE_WITH_AAC } from '../while-with-aac.ts'
import { SendForm } from './send-form.tsx'

interface ReasonFormProps {
  /** The command asks for one: something is set aside. */
  readonly required: boolean
  /** What the reason answers; null: why somebody else's work or a lock is set aside. */
  readonly question: string | null
  /** What was given with the same when it was refused. */
  readonly given?: string | null | undefined
  /** The verb and the number: `Return 23 case groups`. */
  readonly submitName: string
  readonly submittable: boolean
  readonly onSubmit: (reason: string | null) => Promise<void>
  readonly onBack: () => void
}

const given = z.object({ reason: envelope.shape.reason.unwrap() })
const maybe = z.object({ reason: z.literal('').or(given.shape.reason) })

/** Why, and the button that does it. */
export function ReasonForm({
  required,
  question,
  given: before,
  submitName,
  submittable,
  onSubmit,
  onBack,
}: ReasonFormProps) {
  const { register, handleSubmit, formState, getValues } = useForm({
    resolver: zodResolver(required ? given : maybe),
    defaultValues: { reason: before ?? '' },
  })
  const submit = handleSubmit(({ reason }) => onSubmit(reason.trim() === '' ? null : reason))
  return (
    <SendForm
      submitName={submitName}
      submittable={submittable}
      isSubmitting={formState.isSubmitting}
      onSubmit={submit}
      onBack={onBack}
    >
      <Field
        label={questionWords(question, required)}
        hint={`Kept with each case group, ${numberWords(REASON_LIMIT)} characters at the most.`}
        {...(formState.errors.reason && {
          validationMessage:
            tooLong(getValues('reason'), REASON_LIMIT) ??
            reasonMessage(formState.errors.reason.type, question),
        })}
      >
        <Textarea {...register('reason')} autoComplete="off" resize="vertical" rows={3} />
      </Field>
    </SendForm>
  )
}

function questionWords(question: string | null, required: boolean): string {
  if (!required) return 'Why? (you may leave this empty)'
  return question ?? 'Why do you override?'
}

function reasonMessage(type: string | undefined, question: string | null): string {
  if (type !== 'too_small') return 'Write it without control characters.'
  if (question === WHY_WHILE_WITH_AAC) return 'Say why it cannot wait for AAC.'
  if (question === WHY_SOONER) return 'Say why the lock comes off before the day that was directed.'
  return question === null
    ? 'Say why: somebody else’s open work or a lock is set aside.'
    : 'Say how the clients benefit; keeping the case group is no reason.'
}
