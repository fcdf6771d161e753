import { missingDetails } from '../../../shared/domain/incident-details.ts'
import { counted } from '../../../shared/queries/date-words.ts'
import { detailTitle } from '../../../shared/queries/incident-field-words.ts'
import { KeyCap } from '../../components/key-cap.tsx'
import { Section } from '../../components/section.tsx'
import { useActions } from '../../keyboard/action.ts'
import type { FoundIncident } from './focused-incident.ts'
import { missingActionId } from './use-missing-actions.ts'

/** What AAC would reject it for, each with a key that goes to its field (INC-6). */
export function MissingDetails({ found: { incident } }: { readonly found: FoundIncident }) {
  const actions = useActions()
  const missing = missingDetails(incident.details, incident.employment)
  if (missing.length === 0)
    return (
      <Section title="Ready for AAC">
        <p>Nothing that AAC asks is missing.</p>
      </Section>
    )
  return (
    <Section title={`Missing: AAC would reject it for ${counted(missing.length, 'answer')}`}>
      <ul className="missing">
        {missing.map((field, place) => {
          const action = actions.find(({ id }) => id === missingActionId(place))
          return (
            <li key={field}>
              {action?.whyNot === null ? (
                <button type="button" className="plain-link" onClick={action.run}>
                  {detailTitle(field)} {action.keys[0] && <KeyCap>{action.keys[0]}</KeyCap>}
                </button>
              ) : (
                <span>{detailTitle(field)}</span>
              )}
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
