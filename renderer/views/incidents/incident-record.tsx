import type { IncidentId, MasterCaseNumber } from '../../../shared/domain/ids.ts'
import type { IncidentEntry } from '../../../shared/domain/incident.ts'
import { actorWords } from '../../../shared/queries/history-words.ts'
import { entryWhen } from '../../../shared/queries/incident-entry-words.ts'
import { factsText } from '../../../shared/queries/incident-fact-words.ts'
import { capital, stepDone } from '../../../shared/queries/incident-field-words.ts'
import { stateTitle } from '../../../shared/queries/incident-turn-words.ts'
import { withMaskedNinos } from '../../../shared/queries/masked-ninos.ts'
import { staffName } from '../../../shared/queries/names.ts'
import { Section, SubheadingContext } from '../../components/section.tsx'
import { useDeskState } from '../../store/store.ts'
import { useDesk, useReadings } from '../desk-context.ts'
import { findIncident } from './focused-incident.ts'
import { IncidentFacts } from './incident-facts.tsx'

interface IncidentRecordProps {
  readonly id: IncidentId
  readonly group: MasterCaseNumber | null
}

/** The whole record of an incident for paper: how it stands, what AAC asks, and all that happened, nothing folded (INC-13). */
export function IncidentRecord({ id, group }: IncidentRecordProps) {
  const { replica } = useDesk()
  const { index } = useReadings()
  const found = findIncident(replica, group, id)
  if (!found) return <h1>The incident is no longer with you</h1>
  const { incident } = found
  return (
    <article className="detail">
      <h1>
        Incident {incident.number ?? 'without a number yet'}: {stateTitle(incident)}
      </h1>
      <p>
        {found.group ? `${found.group.title}, ${found.group.id}` : 'No case affected'}. Raised by{' '}
        {staffName(incident.raisedBy, index)}.
      </p>
      <p className="written">{incident.description}</p>
      <SubheadingContext value="h2">
        <IncidentFacts found={found} />
        <Section title="What happened">
          <table>
            <thead>
              <tr>
                <th scope="col">When</th>
                <th scope="col">Who</th>
                <th scope="col">What</th>
                <th scope="col">What was said</th>
              </tr>
            </thead>
            <tbody>
              {incident.history.map(entry => (
                <Entry key={entry.command} entry={entry} />
              ))}
            </tbody>
          </table>
        </Section>
      </SubheadingContext>
    </article>
  )
}

function Entry({ entry }: { readonly entry: IncidentEntry }) {
  const { index } = useReadings()
  const whole = useDeskState(state => state.list.ninosShown)
  const { actor, facts } = entry
  return (
    <tr>
      <th scope="row">{entryWhen(entry, '')}</th>
      <td>{capital(actorWords(actor, index))}</td>
      <td>{stepDone(entry)}</td>
      <td>{factsText(whole ? facts : withMaskedNinos(facts), index)}</td>
    </tr>
  )
}
