import { Field, Input, Textarea } from '@fluentui/react-components'
import { zodResolver } from '@hookform/resolvers/zod'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import { REFERENCE_LIMIT, reference } from '../../../shared/commands/acknowledge-recovery.ts'
import { envelope, REASON_LIMIT } from '../../../shared/commands/envelope.ts'
import { numberWords } from '../../../shared/queries/date-words.ts'
import { tooLong } from '../../forms/too-long.ts'
import { SendForm } from '../doing/send-form.tsx'
import type { RecoveryDoingKind } from './recovery-doings.ts'

interface RecoveryFormProps {
  readonly writes: RecoveryDoingKind['writes']
  /** What was written with the same when it was refused. */
  readonly given: string
  readonly submitName: string
  readonly submittable: boolean
  readonly onSubmit: (written: string) => Promise<unknown>
  readonly onBack: () => void
}

const schemas = {
  reference: z.object({ written: reference }),
  reason: z.object({ written: envelope.shape.reason.unwrap() }),
  none: z.object({ written: z.literal('') }),
}

/** What has to be written, and the button that does it. */
export function RecoveryForm({
  writes,
  given,
  submitName,
  submittable,
  onSubmit,
  onBack,
}: RecoveryFormProps) {
  const { register, handleSubmit, formState, getValues } = useForm({
    resolver: zodResolver(schemas[writes ?? 'none']),
    defaultValues: { written: given },
  })
  const submit = handleSubmit(({ written }) => onSubmit(written))
  const wrong = formState.errors.written !== undefined
  return (
    <SendForm
      submitName={submitName}
      submittable={submittable}
      isSubmitting={formState.isSubmitting}
      onSubmit={submit}
      onBack={onBack}
    >
      {writes === 'reference' && (
        <Field
          label="IT reference"
          hint={`At most ${REFERENCE_LIMIT} characters.`}
          {...(wrong && {
            validationMessage:
              tooLong(getValues('written'), REFERENCE_LIMIT) ??
              'Write the reference under which IT works on it.',
          })}
        >
          <Input {...register('written')} autoComplete="off" />
        </Field>
      )}
      {writes === 'reason' && (
        <Field
          label="Why is it refused?"
          hint={`The teams read it. At most ${numberWords(REASON_LIMIT)} characters; no names of clients.`}
          {...(wrong && {
            validationMessage:
              tooLong(getValues('written'), REASON_LIMIT) ??
              'Say why: the team has to know what to do instead.',
          })}
        >
          <Textarea {...register('written')} autoComplete="off" resize="vertical" rows={3} />
        </Field>
      )}
    </SendForm>
  )
}
