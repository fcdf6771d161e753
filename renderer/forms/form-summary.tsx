import { useEffect, useRef } from 'react'
import type { FieldErrors } from 'react-hook-form'
import type { FormField } from './form-field.ts'

interface FormSummaryProps {
  readonly id: string
  readonly fields: readonly FormField[]
  readonly errors: FieldErrors<Record<string, string>>
  /** What the command itself said. */
  readonly refusal: string | null
  /** It has the focus after each try that failed. */
  readonly tries: number
}

/** What is still wrong, each a way to its field. */
export function FormSummary({ id, fields, errors, refusal, tries }: FormSummaryProps) {
  const box = useRef<HTMLDivElement>(null)
  const wrong = fields.filter(({ name }) => errors[name])
  // biome-ignore lint/correctness/useExhaustiveDependencies: each try brings the reader back to what is wrong.
  useEffect(() => box.current?.focus(), [tries, refusal])
  if (wrong.length === 0 && refusal === null) return null
  return (
    <div ref={box} className="callout callout-alarm" role="alert" tabIndex={-1}>
      <h3>Not done yet</h3>
      <ul>
        {wrong.map(({ name, label, wrong: words }) => (
          <li key={name}>
            <button
              type="button"
              className="plain-link"
              onClick={() => document.getElementById(`${id}${name}`)?.focus()}
            >
              {errors[name]?.message ? `${label}: ${errors[name].message}` : words}
            </button>
          </li>
        ))}
        {wrong.length === 0 && refusal !== null && <li>{refusal}</li>}
      </ul>
    </div>
  )
}
