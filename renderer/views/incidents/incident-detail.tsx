import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import type { IncidentId, MasterCaseNumber } from '../../../shared/domain/ids.ts'
import { isDetailed, isOpenIncident } from '../../../shared/domain/incident-steps.ts'
import { longDate } from '../../../shared/queries/date-words.ts'
import { clockTone, clockWorking } from '../../../shared/queries/incident-clock-words.ts'
import { problemWords } from '../../../shared/queries/incident-field-words.ts'
import { stateTitle, turnWordsTo } from '../../../shared/queries/incident-turn-words.ts'
import { type IncidentRow, rowOfIncident } from '../../../shared/queries/incidents.ts'
import { staffName } from '../../../shared/queries/names.ts'
import { Callout } from '../../components/callout.tsx'
import { Section } from '../../components/section.tsx'
import { ActionButton } from '../action-button.tsx'
import { useDesk, useReadings } from '../desk-context.ts'
import { useNow } from '../use-now.ts'
import { useRevision } from '../use-replica.ts'
import { AacEmails } from './aac-email-text.tsx'
import { isDirected } from './directed-lock.tsx'
import { type FoundIncident, findIncident } from './focused-incident.ts'
import { pendingOn } from './incident-columns.tsx'
import { IncidentFacts } from './incident-facts.tsx'
import { IncidentHistory } from './incident-history.tsx'
import { IncidentTexts } from './incident-texts.tsx'
import { LastSaid } from './last-said.tsx'
import { isBeforeDetails, MissingDetails } from './missing-details.tsx'
import { StepButtons } from './step-buttons.tsx'

interface IncidentDetailProps {
  readonly id: IncidentId
  readonly group: MasterCaseNumber | null
}

/** One incident: how it stands, whose turn it is, its clock, what is missing, all that happened. What waits is drawn as intended. */
export function IncidentDetail({ id, group }: IncidentDetailProps) {
  const { replica } = useDesk()
  useRevision(replica, 'case-group', 'incident', 'outbox')
  const found = findIncident(replica, group, id)
  if (!found) return <p className="pane-empty">The incident is no longer with you.</p>
  const { incident } = found
  return (
    <article className="detail incident-detail">
      <header>
        <h2 className="detail-title">
          {stateTitle(incident)} {incident.number && <span className="number">{incident.number}</span>}
        </h2>
        <Standing found={found} />
        <StepButtons incident={incident} />
        <div className="toolbar">
          {incident.state === 'with-advice' && <ActionButton id="ask-advice" />}
          <ActionButton id="print-incident" />
        </div>
      </header>
      {isDetailed(incident) && <MissingDetails found={found} />}
      {incident.email && isOpenIncident(incident) && (
        <Section title="Email from AAC">
          <AacEmails incident={incident} />
        </Section>
      )}
      <IncidentFacts found={found} />
      {isBeforeDetails(incident) && <MissingDetails found={found} />}
      <Section title="To copy">
        <IncidentTexts found={found} which={['note', 'email', 'script', 'number']} />
      </Section>
      <IncidentHistory incident={incident} />
    </article>
  )
}

function Standing({ found }: { readonly found: FoundIncident }) {
  const { view, index, today, advice } = useReadings()
  const { replica } = useDesk()
  const now = useNow()
  const { incident, group, own } = found
  const place = group ?? own
  const row = place && rowOfIncident(incident, place, advice, view, index, today)
  if (!row) return null
  const tone = clockTone(row.clock, now)
  return (
    <>
      <p className="note pane-note">
        {problemWords[incident.problem]} in {incident.system}
        {group && (
          <>
            , on {group.title} <span className="number">{group.id}</span>
          </>
        )}
        . Raised by {staffName(incident.raisedBy, index)}
        {pendingOn(row, replica) ? ': intended, not done.' : '.'}
      </p>
      <Callout tone={tone === 'calm' ? 'plain' : tone}>
        <p>
          {row.turn !== 'nobody' && (
            <strong>Waits for {turnWordsTo(view.staff.number, row, index, today)}. </strong>
          )}
          {clockWorking(row.clock, now)}
        </p>
        <RetriesUnseen row={row} />
        {group && <LockWords group={group} found={found} />}
      </Callout>
      {isOpenIncident(incident) && <LastSaid incident={incident} />}
      <p className="written description">{incident.description}</p>
    </>
  )
}

/** Who hands retries to somebody without the case group, and who allocates it, are told: he himself is told nothing. */
function RetriesUnseen({ row: { retriesUnseen } }: { readonly row: IncidentRow }) {
  const { index } = useReadings()
  if (retriesUnseen === null) return null
  return (
    <p>
      {staffName(retriesUnseen, index)} has the retries and is not sent the case group: nothing of it is on
      that desk before the team leader allocates it there.
    </p>
  )
}

function LockWords({
  group,
  found: { incident },
}: {
  readonly group: CaseGroup
  readonly found: FoundIncident
}) {
  const { index, today } = useReadings()
  const { replica } = useDesk()
  const { direction } = incident
  if (direction && isDirected(group.id, replica, today))
    return (
      <p>
        The lock stays on until {longDate(direction.until)}, by direction of {direction.by}.
      </p>
    )
  if (!group.lock) return null
  const by = group.lock.by === null ? 'somebody the extract does not name' : staffName(group.lock.by, index)
  return <p>The case group is locked, by {by}.</p>
}
