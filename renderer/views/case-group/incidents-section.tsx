import { Link } from '@tanstack/react-router'
import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import { problemWords } from '../../../shared/queries/incident-field-words.ts'
import { stateTitle } from '../../../shared/queries/incident-turn-words.ts'
import { incidentKeyOf } from '../../../shared/queries/row-key.ts'
import { Section } from '../../components/section.tsx'
import { rowAimed } from '../../store/list.ts'
import { useDeskDispatch } from '../../store/store.ts'
import { ActionButton } from '../action-button.tsx'
import { useReadings } from '../desk-context.ts'
import { AtAac } from '../incidents/while-with-aac.tsx'

/** Its incidents, newest first, and the way to a new one; an item error offers it prefilled (ACC-6). */
export function IncidentsSection({ group }: { readonly group: CaseGroup }) {
  const { incidents } = group
  return (
    <Section title="Incidents">
      <AtAac id={group.id} />
      {incidents.length === 0 && <p>None.</p>}
      {group.itemErrorStatus !== null && (
        <p>The item error “{group.itemErrorStatus}” can be raised as one: the form opens filled in.</p>
      )}
      <ul className="work">
        {[...incidents].reverse().map(incident => (
          <li key={incident.id}>
            <IncidentName group={group} incident={incident} />
            <span className="quiet">
              {problemWords[incident.problem]}
              {incident.number !== null && `, ${incident.number}`}
            </span>
          </li>
        ))}
      </ul>
      <div className="toolbar">
        <ActionButton id="raise-incident" />
      </div>
    </Section>
  )
}

interface IncidentNameProps {
  readonly group: CaseGroup
  readonly incident: CaseGroup['incidents'][number]
}

/** Goes to the list where its steps are taken; one that is not on his list has only its name here. */
function IncidentName({ group, incident }: IncidentNameProps) {
  const { incidents } = useReadings()
  const dispatch = useDeskDispatch()
  const name = stateTitle(incident)
  if (!incidents.some(row => row.incident.id === incident.id)) return <span>{name}</span>
  return (
    <Link to="/incidents" onClick={() => dispatch(rowAimed(incidentKeyOf(incident.id, group.id)))}>
      {name}
    </Link>
  )
}
