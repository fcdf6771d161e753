import { Button, Field, Input } from '@fluentui/react-components'
import { type FormEvent, type ReactNode, useState } from 'react'
import { isPlainDate } from '../../../shared/domain/time.ts'
import type { CommandRequest } from '../../desk/desk.ts'
import { useDesk } from '../desk-context.ts'
import { useAttempt } from '../use-attempt.ts'
import type { Dates } from './rota-requests.ts'

interface DatesFormProps {
  readonly legend: string
  readonly submitName: string
  readonly initial: Dates
  /** What is asked with these dates; null: something besides them is still to be chosen. */
  readonly requestFor: (dates: Dates) => CommandRequest | null
  readonly missing?: string
  readonly onDone: () => void
  readonly onBack?: () => void
  readonly children?: ReactNode
}

/** A first and a last day, both included; whether they will do, the command itself says. */
export function DatesForm(props: DatesFormProps) {
  const { initial, requestFor, missing = '', onDone } = props
  const desk = useDesk()
  const attempt = useAttempt()
  const [dates, setDates] = useState(initial)
  const [tried, setTried] = useState(false)
  const request = isPlainDate(dates.from) && isPlainDate(dates.to) ? requestFor(dates) : null
  const objection = request ? objectionTo(request, desk) : missing || 'Give the first and the last day.'
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!request || objection) return
    await attempt(async () => {
      await desk.perform([request], null)
      setTried(false)
      onDone()
    }, 'not-saved')
  }
  return (
    <form className="dates" onSubmit={submit} autoComplete="off" noValidate aria-label={props.legend}>
      {props.children}
      <div className="dates-fields">
        <DateField label="First day" value={dates.from} onChange={from => setDates({ ...dates, from })} />
        <DateField label="Last day" value={dates.to} onChange={to => setDates({ ...dates, to })} />
      </div>
      {tried && objection && (
        <p role="alert" className="dates-objection">
          {objection}
        </p>
      )}
      <div className="toolbar">
        <Button type="submit" size="small" appearance="primary">
          {props.submitName}
        </Button>
        {props.onBack && (
          <Button size="small" onClick={props.onBack}>
            Back
          </Button>
        )}
      </div>
    </form>
  )
}

function objectionTo(request: CommandRequest, { preview }: ReturnType<typeof useDesk>): string | null {
  const decision = preview(request, null)
  return decision.ok ? null : decision.refusal.reason
}

interface DateFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
}

const DateField = ({ label, value, onChange }: DateFieldProps) => (
  <Field label={label} size="small">
    <Input
      type="date"
      size="small"
      autoComplete="off"
      value={value}
      onChange={(_, data) => onChange(data.value)}
    />
  </Field>
)
