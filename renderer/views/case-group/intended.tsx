import { Button } from '@fluentui/react-components'
import { whenWords } from '../../../shared/queries/date-words.ts'
import { Callout } from '../../components/callout.tsx'
import type { OutboxEntry } from '../../desk/desk.ts'
import { useDesk, useReadings } from '../desk-context.ts'
import { WAITS_IN_MEMORY } from '../kept-words.ts'
import { askedWords } from '../outbox-entry.ts'
import { useTakeBack } from '../use-take-back.ts'

/** What is asked but not done yet, and taking it back while it waits. */
export function Intended({ pending }: { readonly pending: readonly OutboxEntry[] }) {
  const { index, today } = useReadings()
  const { replica } = useDesk()
  const takeBack = useTakeBack()
  if (pending.length === 0) return null
  return (
    <Callout tone="intended">
      {pending.map(entry => (
        <p key={entry.envelope.id}>
          <strong>Intended, not done:</strong> {askedWords(entry, index, replica)}, asked{' '}
          {whenWords(entry.envelope.issuedAt, today)}.
          {entry.state.kind === 'in-doubt' &&
            ` In doubt: ${entry.state.reason}${entry.state.kept ? '' : ` ${WAITS_IN_MEMORY}`}`}
        </p>
      ))}
      <Button size="small" onClick={() => takeBack(pending.map(({ envelope }) => envelope.id))}>
        Take it back
      </Button>
    </Callout>
  )
}
