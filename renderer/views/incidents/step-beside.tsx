import { assertNever } from '../../../shared/domain/assert-never.ts'
import type { Incident } from '../../../shared/domain/incident.ts'
import { withDetails } from '../../../shared/domain/incident-details.ts'
import { noteText, referralEmail } from '../../../shared/queries/incident-texts.ts'
import type { FormValues } from '../../forms/form-field.ts'
import type { IncidentStep } from '../../store/panel.ts'
import { useReadings } from '../desk-context.ts'
import { useStill } from '../use-still.ts'
import { AacEmails } from './aac-email-text.tsx'
import { CallScript } from './call-script.tsx'
import { detailsFilledIn } from './detail-fields.ts'
import type { FoundIncident } from './focused-incident.ts'
import { IncidentHistory } from './incident-history.tsx'
import { IncidentTexts } from './incident-texts.tsx'
import { LastSaid } from './last-said.tsx'
import { TextToCopy } from './text-to-copy.tsx'
import { WrittenOnRaising } from './written-on-raising.tsx'

interface StepBesideProps {
  readonly step: IncidentStep
  readonly found: FoundIncident
  /** As it was when the form was opened. */
  readonly opened: Incident
  readonly values: FormValues
  /** It is shown as it was meanwhile. */
  readonly isSending: boolean
}

/** What one needs before one's eyes while one fills in a step: the call script, the note, the email, what came before. */
export function StepBeside({ isSending, ...given }: StepBesideProps) {
  const found = useStill(given.found, isSending)
  const props = { ...given, found }
  const { step } = props
  const { incident } = found
  switch (step) {
    case 'raise-with-aac':
      return <BesideCall {...props} />
    case 'refer-incident':
      return <BesideReferral {...props} />
    case 'authorise-incident':
    case 'send-back-incident':
      return <IncidentHistory incident={incident} />
    case 'answer-email':
      return <AacEmails incident={incident} />
    case 'close-incident':
      return <IncidentTexts found={found} which={['note']} />
    case 'complete-details':
    case 'record-resolution':
      return <LastSaid incident={incident} />
    case 'resolve-incident':
    case 'ask-for-information':
    case 'send-to-advice':
    case 'direct-referral':
    case 'give-information':
    case 'check-back':
    case 'return-from-advice':
      return (
        <>
          <p className="written description">{incident.description}</p>
          <LastSaid incident={incident} />
        </>
      )
    case 'record-rejection':
    case 'arrange-call-back':
    case 'receive-email':
    case 'hand-over-retries':
    case 'join-incident':
    case 'withdraw-incident':
      return null
    default:
      return assertNever(step)
  }
}

type BesideProps = Omit<StepBesideProps, 'isSending'>

function BesideCall({ found, values }: BesideProps) {
  return (
    <>
      <LastSaid incident={found.incident} />
      <CallScript found={found} />
      <IncidentTexts found={found} which={['note', 'email', 'script', 'number']} />
      <WrittenOnRaising found={found} values={values} />
    </>
  )
}

function BesideReferral({ found: { incident, group }, opened, values }: BesideProps) {
  const { index } = useReadings()
  const asWritten = referred(incident, opened, values)
  return (
    <>
      <LastSaid incident={incident} />
      <TextToCopy title="Note for CMS2012" text={noteText(asWritten, group, index)} />
      <TextToCopy title="The same as an email" text={referralEmail(asWritten, group)} />
    </>
  )
}

/** As it will be with what is written in the form so far. */
function referred(incident: Incident, opened: Incident, values: FormValues): Incident {
  const { description = incident.description, actionsTaken = null } = values
  const details = withDetails(incident.details, detailsFilledIn(values, opened))
  return { ...incident, description, actionsTaken: actionsTaken || null, details }
}
