import type { AacEmail } from '../../../shared/domain/incident.ts'
import { whenWords } from '../../../shared/queries/date-words.ts'
import { CopyButton } from '../../components/copy-button.tsx'
import { useReadings } from '../desk-context.ts'

/** What AAC wrote, and where the answer goes (INC-10). */
export function AacEmailText({ email }: { readonly email: AacEmail }) {
  const { today } = useReadings()
  return (
    <div>
      <p>
        Received {whenWords(email.receivedAt, today)}. Answer to <strong>{email.replyTo}</strong>{' '}
        <CopyButton text={email.replyTo} name="Copy the address" />
      </p>
      <blockquote className="written">{email.text}</blockquote>
    </div>
  )
}
