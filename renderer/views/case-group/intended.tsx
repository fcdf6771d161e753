import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import { whenWords } from '../../../shared/queries/date-words.ts'
import { Callout } from '../../components/callout.tsx'
import type { OutboxEntry } from '../../desk/desk.ts'
import { useDesk, useReadings } from '../desk-context.ts'
import { WAITS_IN_MEMORY } from '../kept-words.ts'
import { askedWords } from '../outbox-entry.ts'
import { useAttempt } from '../use-attempt.ts'

/** What is asked but not done yet, and taking it back while it waits. */
export function Intended({ pending }: { readonly pending: readonly OutboxEntry[] }) {
  const { index, today } = useReadings()
  const desk = useDesk()
  const attempt = useAttempt()
  const [tooLate, setTooLate] = useState(false)
  if (pending.length === 0) return null
  const takeBack = async () => {
    const taken = await desk.takeBack(pending.map(({ envelope }) => envelope.id))
    setTooLate(taken.length === 0)
  }
  return (
    <Callout tone="intended">
      {pending.map(entry => (
        <p key={entry.envelope.id}>
          <strong>Intended, not done:</strong> {askedWords(entry, index)}, asked{' '}
          {whenWords(entry.envelope.issuedAt, today)}.
          {entry.state.kind === 'in-doubt' &&
            ` In doubt: ${entry.state.reason}${entry.state.kept ? '' : ` ${WAITS_IN_MEMORY}`}`}
        </p>
      ))}
      {tooLate ? (
        <p role="status">It is on its way to the hub and cannot be taken back any more.</p>
      ) : (
        <Button size="small" onClick={() => void attempt(takeBack, 'not-taken-back')}>
          Take it back
        </Button>
      )}
    </Callout>
  )
}
