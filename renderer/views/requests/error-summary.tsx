import { useEffect, useRef } from 'react'
import type { FieldErrors } from 'react-hook-form'
import { fieldNames, type RaiseFields } from './raise-fields.ts'

interface ErrorSummaryProps {
  readonly id: string
  readonly errors: FieldErrors<RaiseFields>
  /** What the command itself said. */
  readonly refusal: string | null
  /** It has the focus after each try that failed. */
  readonly tries: number
}

export const whatIsWrong: Readonly<Record<keyof RaiseFields, string>> = {
  type: 'Choose a type',
  raisedAgainst: 'Choose whom it is raised against',
  case: 'Choose a case of this group, or none',
  dueOn: 'Give the date when it is due',
  background: 'Write the background in at most 2,000 plain characters',
  flipsTo: 'Choose what it changes, or nothing',
}

/** What is still wrong, each a way to its field. */
export function ErrorSummary({ id, errors, refusal, tries }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null)
  const wrong = (Object.keys(fieldNames) as (keyof RaiseFields)[]).filter(name => errors[name])
  // biome-ignore lint/correctness/useExhaustiveDependencies: each try brings the reader back to what is wrong.
  useEffect(() => box.current?.focus(), [tries, refusal])
  if (wrong.length === 0 && refusal === null) return null
  return (
    <div ref={box} className="callout callout-alarm" role="alert" tabIndex={-1}>
      <h3>Not raised yet</h3>
      <ul>
        {wrong.map(name => (
          <li key={name}>
            <button
              type="button"
              className="plain-link"
              onClick={() => document.getElementById(`${id}${name}`)?.focus()}
            >
              {whatIsWrong[name]}
            </button>
          </li>
        ))}
        {wrong.length === 0 && refusal !== null && <li>{refusal}</li>}
      </ul>
    </div>
  )
}
