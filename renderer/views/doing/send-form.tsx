import { Button } from '@fluentui/react-components'
import type { FormEventHandler, KeyboardEvent, ReactNode } from 'react'
import { isSending } from '../../forms/is-sending.ts'

interface SendFormProps {
  /** The verb and the number: `Return 23 case groups`. */
  readonly submitName: string
  readonly submittable: boolean
  readonly isSubmitting: boolean
  readonly onSubmit: FormEventHandler<HTMLFormElement> & (() => unknown)
  readonly onBack: () => void
  /** What is to be written, if anything is. */
  readonly children?: ReactNode
}

/** The last beat of what is done to many: what has to be written, and the button that sends it. */
export function SendForm({
  submitName,
  submittable,
  isSubmitting,
  onSubmit,
  onBack,
  children,
}: SendFormProps) {
  const byKey = (event: KeyboardEvent) => {
    if (isSending(event) && submittable && !isSubmitting) void onSubmit()
  }
  return (
    <form className="reason" onSubmit={onSubmit} onKeyDown={byKey} autoComplete="off">
      {children}
      <div className="toolbar">
        <Button type="submit" appearance="primary" disabledFocusable={!submittable || isSubmitting}>
          {submitName}
        </Button>
        <Button onClick={onBack}>Back</Button>
      </div>
      <p className="quiet">Ctrl+Enter does the same. While it waits to be sent, z takes it back.</p>
    </form>
  )
}
