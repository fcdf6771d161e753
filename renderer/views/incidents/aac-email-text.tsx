import type { AacEmail, Incident } from '../../../shared/domain/incident.ts'
import { answerDueAt } from '../../../shared/domain/incident-clock.ts'
import { emailsOf } from '../../../shared/domain/incident-emails.ts'
import { counted, whenWords } from '../../../shared/queries/date-words.ts'
import { CopyButton } from '../../components/copy-button.tsx'
import { useReadings } from '../desk-context.ts'

/** The email that is answered next, and those that wait besides, each with its own 24 hours (INC-10). */
export function AacEmails({ incident }: { readonly incident: Incident }) {
  const [next, ...later] = emailsOf(incident)
  if (!next) return null
  return (
    <>
      <AacEmailText email={next} />
      {later.length > 0 && (
        <p className="note">
          {counted(later.length, 'more email waits', 'more emails wait')}, answered after this one:
        </p>
      )}
      {later.map(email => (
        <AacEmailText key={`${email.receivedAt} ${email.text}`} email={email} />
      ))}
    </>
  )
}

/** What AAC wrote, by when it is answered, and where the answer goes (INC-10). */
function AacEmailText({ email }: { readonly email: AacEmail }) {
  const { today } = useReadings()
  return (
    <div>
      <p>
        Received {whenWords(email.receivedAt, today)}, to be answered by{' '}
        {whenWords(answerDueAt(email.receivedAt), today)}. Answer to <strong>{email.replyTo}</strong>{' '}
        <CopyButton text={email.replyTo} name="Copy the address" />
      </p>
      <blockquote className="written">{email.text}</blockquote>
    </div>
  )
}
