import { type DetailFault, detailFaults, numbersHeld } from '../../../shared/domain/detail-faults.ts'
import type { Incident } from '../../../shared/domain/incident.ts'
import { type DetailField, missingDetails } from '../../../shared/domain/incident-details.ts'
import { isDetailed, isOpenIncident, isWithAac, stepsFrom } from '../../../shared/domain/incident-steps.ts'
import { counted } from '../../../shared/queries/date-words.ts'
import { detailsBehind } from '../../../shared/queries/details-behind.ts'
import { detailTitle } from '../../../shared/queries/incident-field-words.ts'
import { KeyCap } from '../../components/key-cap.tsx'
import { Section } from '../../components/section.tsx'
import { NEXT_EMPTY } from '../../forms/next-empty.ts'
import { useActions } from '../../keyboard/action.ts'
import { useReadings } from '../desk-context.ts'
import { faultWords } from './detail-fields.ts'
import type { FoundIncident } from './focused-incident.ts'
import { missingActionId, PICK_MISSING } from './use-missing-actions.ts'

/** What AAC would reject it for, each with a key that goes to its field (INC-6). */
export function MissingDetails({ found: { incident, group } }: { readonly found: FoundIncident }) {
  const { index, today } = useReadings()
  const faults = [
    ...detailFaults(incident.details, numbersHeld(group, index), today),
    ...detailsBehind(incident, group, index, today),
  ]
  const missing = missingDetails(incident.details, incident.employment)
  const isNext = stepsFrom(incident.state).includes('raise-with-aac')
  const isReady = missing.length === 0 && faults.every(({ severity }) => severity !== 'error')
  return (
    <Section title={titleOf(incident, missing.length, isReady)}>
      {missing.length === 0 && faults.length === 0 && <p>Nothing that AAC asks is missing.</p>}
      {missing.length > 0 && <MissingFields missing={missing} />}
      <Faults faults={faults} />
      {isNext && isReady && <OnRaising group={group} />}
    </Section>
  )
}

function titleOf(incident: Incident, missing: number, isReady: boolean): string {
  if (missing > 0)
    return isBeforeDetails(incident)
      ? `Missing, should it go to AAC: ${counted(missing, 'answer')}`
      : `Missing: AAC would reject it for ${counted(missing, 'answer')}`
  if (!isReady) return 'AAC would reject it'
  return stepsFrom(incident.state).includes('raise-with-aac') ? 'Ready for AAC' : 'Complete for AAC'
}

function MissingFields({ missing }: { readonly missing: readonly DetailField[] }) {
  const actions = useActions()
  const actionAt = (place: number) => actions.find(({ id }) => id === missingActionId(place))
  return (
    <>
      <ul className="missing">
        {missing.map((field, place) => {
          const action = actionAt(place)
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
      {actionAt(0)?.whyNot === null && (
        <p className="quiet">
          <KeyCap>{NEXT_EMPTY}</KeyCap> goes to the first, and in the form to the next;{' '}
          <KeyCap>{PICK_MISSING}</KeyCap> goes to any of them by its name.
        </p>
      )}
    </>
  )
}

/** What it lacks is nobody’s to fill in yet: what is wrong and what was tried come first. Of one that AAC has taken nothing is asked. */
export const isBeforeDetails = (incident: Incident): boolean =>
  isOpenIncident(incident) && !isDetailed(incident) && !isWithAac(incident)

/** What raising it does to the lock (INC-6). */
function OnRaising({ group }: Pick<FoundIncident, 'group'>) {
  if (!group) return <p className="quiet">It affects no case, so raising it puts no lock on.</p>
  return (
    <p className="quiet">
      {group.lock
        ? 'The lock is on already; raising it with AAC leaves it as it is.'
        : 'Raising it with AAC puts the lock on, with the call.'}
    </p>
  )
}

function Faults({ faults }: { readonly faults: readonly DetailFault[] }) {
  if (faults.length === 0) return null
  return (
    <ul className="not-yours">
      {faults.map(fault => (
        <li key={`${fault.field} ${fault.severity}`}>
          <strong>{detailTitle(fault.field)}</strong>: {faultWords(fault)}
        </li>
      ))}
      {faults.some(({ severity }) => severity === 'behind') && (
        <li>
          AAC is told, and the incident keeps, what was filled in, until somebody completes the details.
        </li>
      )}
    </ul>
  )
}
