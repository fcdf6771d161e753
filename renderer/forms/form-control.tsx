import { Button, Checkbox, Field, Input, Select, Textarea } from '@fluentui/react-components'
import type { UseFormReturn } from 'react-hook-form'
import { assertNever } from '../../shared/domain/assert-never.ts'
import type { FormField, FormOption } from './form-field.ts'

export type FormState = UseFormReturn<Record<string, string>>

interface FormControlProps {
  readonly id: string
  readonly field: FormField
  readonly form: FormState
}

/** One field as its kind has it. The summary tells of what is wrong once; the field only shows its own. */
export function FormControl({ id, field, form }: FormControlProps) {
  const { name, label, hint, optional = false, wrong } = field
  const error = form.formState.errors[name]
  const isWrong = error !== undefined
  if (field.kind === 'tick') return <Tick id={id} field={field} form={form} isWrong={isWrong} />
  const control = `${id}${name}`
  // The button goes with the answer: the focus would be nowhere, and the next letter a command.
  const answer = (words: string) => {
    form.setValue(name, words, { shouldDirty: true, shouldValidate: form.formState.isSubmitted })
    document.getElementById(control)?.focus()
  }
  return (
    <Field
      label={{ children: optional ? `${label} (optional)` : label, htmlFor: control }}
      {...(hint && { hint })}
      {...(isWrong && { validationMessage: { children: error.message ?? wrong, role: 'none' } })}
    >
      <Control id={id} field={field} form={form} />
      {offered(field, form.watch(name)?.trim() ?? '').map(([words, called]) => (
        <Button
          key={called}
          size="small"
          className="at-once"
          aria-label={`${called}: ${label}`}
          onClick={() => answer(words)}
        >
          {called}
        </Button>
      ))}
    </Field>
  )
}

/** Answers at the press of a button, each with what the button is called. */
function offered({ atOnce, instead }: FormField, value: string): readonly (readonly [string, string])[] {
  return [
    ...(atOnce !== undefined && value === '' ? [[atOnce, atOnce] as const] : []),
    ...(instead !== undefined && value !== instead ? [[instead, `Take over “${instead}”`] as const] : []),
  ]
}

function Control({ id, field, form }: FormControlProps) {
  const { name, kind, options = [], changes } = field
  const onChange = ({ target }: { readonly target: { readonly value: string } }) => {
    for (const [other, value] of Object.entries(changes?.(target.value) ?? {})) {
      form.setValue(other, value)
      // What was wrong with the one before is not with this one.
      form.clearErrors(other)
    }
  }
  const control = { ...form.register(name, { onChange }), id: `${id}${name}`, autoComplete: 'off' as const }
  switch (kind) {
    case 'line':
      return <Input {...control} value={form.watch(name) ?? ''} />
    case 'text':
      return <Textarea {...control} value={form.watch(name) ?? ''} resize="vertical" rows={3} />
    case 'date':
      return <Input {...control} type="date" value={form.watch(name) ?? ''} />
    case 'moment':
      return <Input {...control} type="datetime-local" value={form.watch(name) ?? ''} />
    case 'choice':
      return (
        <Select {...control} value={form.watch(name) ?? ''}>
          <Options options={options} />
        </Select>
      )
    case 'tick':
      return null
    default:
      return assertNever(kind)
  }
}

/** Those without a heading first, then the rest, each heading in its turn. */
function Options({ options }: { readonly options: readonly FormOption[] }) {
  const each = (heading: string | undefined) =>
    options
      .filter(({ under }) => under === heading)
      .map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))
  const headings = [...new Set(options.flatMap(({ under }) => under ?? []))]
  return (
    <>
      {each(undefined)}
      {headings.map(heading => (
        <optgroup key={heading} label={heading}>
          {each(heading)}
        </optgroup>
      ))}
    </>
  )
}

function Tick({ id, field, form, isWrong }: FormControlProps & { readonly isWrong: boolean }) {
  const { name, label, wrong } = field
  return (
    <Field {...(isWrong && { validationMessage: { children: wrong, role: 'none' } })}>
      <Checkbox
        id={`${id}${name}`}
        label={label}
        checked={form.watch(name) === 'yes'}
        onChange={(_, { checked }) =>
          form.setValue(name, checked === true ? 'yes' : '', {
            shouldDirty: true,
            shouldValidate: form.formState.isSubmitted,
          })
        }
      />
    </Field>
  )
}
