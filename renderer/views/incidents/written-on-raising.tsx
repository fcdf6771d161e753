import { groupsIn } from '../../../shared/commands/command.ts'
import { longDate } from '../../../shared/queries/date-words.ts'
import { incidentNoteLine } from '../../../shared/queries/incident-texts.ts'
import { staffName } from '../../../shared/queries/names.ts'
import { Section } from '../../components/section.tsx'
import type { FormValues } from '../../forms/form-field.ts'
import { useDesk, useReadings } from '../desk-context.ts'
import type { FoundIncident } from './focused-incident.ts'
import { stepRequest } from './step-requests.ts'

interface WrittenOnRaisingProps {
  readonly found: FoundIncident
  readonly values: FormValues
}

/** What raising it with AAC writes down and where, decided by the command itself on what is filled in so far (INC-6, INC-8). */
export function WrittenOnRaising({ found, values }: WrittenOnRaisingProps) {
  const desk = useDesk()
  const { index } = useReadings()
  const number = values.number?.trim() || '(its number)'
  const request = stepRequest('raise-with-aac', found, { ...values, approvalNoted: 'yes', number })
  const decision = desk.preview(request, 'To be written')
  if (!decision.ok) return null
  const put = decision.puts.find(each => each.kind === 'incident')
  const [group] = groupsIn(decision.puts)
  const incident = put?.incident ?? group?.incidents.find(({ id }) => id === found.incident.id)
  const entry = incident?.history.at(-1)
  const { lock = null } = group ?? {}
  return (
    <Section title="What this writes down">
      <ul className="written-down">
        {entry && <li>In its history, and in the note to copy: {incidentNoteLine(entry, index)}</li>}
        <li>The answers above are kept as they stand, as what AAC was told.</li>
        {lock && found.group?.lock === null && (
          <li>
            The lock of <span className="number">{found.group.id}</span> goes on, to be reviewed on{' '}
            {lock.reviewOn && longDate(lock.reviewOn)}, with this reason: {lock.reason}
          </li>
        )}
        {lock && found.group?.lock && (
          <li>
            Nothing about the lock: it is on already, by{' '}
            {lock.by === null ? 'somebody the extract does not name' : staffName(lock.by, index)}.
          </li>
        )}
      </ul>
    </Section>
  )
}
