import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import { openWorkCount } from '../../../shared/domain/open-work.ts'
import { askedNumberOf } from '../../../shared/domain/recovery-request.ts'
import type { SavedViewId } from '../../../shared/domain/saved-view.ts'
import { counted, whenWords } from '../../../shared/queries/date-words.ts'
import { explainAllocation } from '../../../shared/queries/explanation.ts'
import { staffName, teamName } from '../../../shared/queries/names.ts'
import type { Readings } from '../../../shared/queries/readings.ts'
import type { RecoveryRow } from '../../../shared/queries/recoveries.ts'
import { recoveryNextWords, recoveryStateWords } from '../../../shared/queries/recovery-words.ts'
import type { OutboxEntry } from '../../desk/desk.ts'
import { findAdvice } from '../advice/focused-advice.ts'
import { answeredRowOf } from '../advice-entry.ts'
import { useDesk, useReadings } from '../desk-context.ts'
import { incidentOfEntry } from '../incident-entry.ts'
import { aboutOf, changesLock, groupOfEntry, itemOfEntry, saidIn } from '../outbox-entry.ts'
import { IncidentNow } from './incident-now.tsx'
import { ItemNow } from './item-now.tsx'
import { LockNow } from './lock-now.tsx'
import { RotaNow } from './rota-now.tsx'

/** What is true of it by now, whoever did it. */
export function TrueNow({ entry }: { readonly entry: OutboxEntry }) {
  const readings = useReadings()
  const { index } = readings
  const { replica } = useDesk()
  const id = groupOfEntry(entry)
  const group = id === undefined ? undefined : replica.caseGroup(id)
  const asked = aboutOf(entry)
  if (asked.kind === 'rota') return <RotaNow about={asked} />
  if (asked.kind === 'view') return <ViewNow id={asked.id} />
  const recovery = recoveryOfEntry(entry, readings)
  if (recovery) {
    return (
      <p>
        {recoveryStateWords(recovery)}. {recoveryNextWords(recovery, index)}
      </p>
    )
  }
  const answering = answeredRowOf(entry)
  if (answering !== undefined && (group || id === undefined)) return <AnsweredNow row={answering} />
  if (asked.kind === 'advice') return <p>It was not asked.</p>
  const about = incidentOfEntry(entry)
  if (about && (group || id === undefined))
    return <IncidentNow about={about} entry={entry} said={saidIn(entry, index)} />
  return group ? <GroupNow group={group} entry={entry} /> : <p>The case group is no longer with you.</p>
}

/** How the group is by now; before it, what the change was about. */
function GroupNow({ group, entry }: { readonly group: CaseGroup; readonly entry: OutboxEntry }) {
  const { index } = useReadings()
  return (
    <>
      <ItemNow group={group} item={itemOfEntry(entry)} />
      {changesLock(entry) && <LockNow group={group} />}
      <p>
        {explainAllocation(group, index).sentence} Held by {staffName(group.holder, index)},{' '}
        {teamName(group.team, index)}, with {counted(openWorkCount(group), 'piece')} of open work
        {group.lock ? ', and locked' : ', not locked'}.
      </p>
    </>
  )
}

/** What somebody else answered meanwhile. */
function AnsweredNow({ row }: { readonly row: string }) {
  const { index, today } = useReadings()
  const { replica } = useDesk()
  const answer = findAdvice(row, replica)?.advice.answer
  if (!answer) return <p>It is not answered.</p>
  return (
    <>
      <p>
        {staffName(answer.by, index)}{' '}
        {answer.unanswerable ? 'said that it cannot be answered here' : 'answered it'},{' '}
        {whenWords(answer.at, today)}.
      </p>
      <q>{answer.words}</q>
    </>
  )
}

/** A view as it is kept by now, by whoever sees it. */
function ViewNow({ id }: { readonly id: SavedViewId }) {
  const { index } = useReadings()
  const { replica } = useDesk()
  const view = replica.aggregates('saved-view').get(id)
  if (!view || view.removed) return <p>There is no such view.</p>
  return (
    <p>
      {view.name} is kept
      {view.team === null ? ', and shared with nobody' : `, and shared with ${teamName(view.team, index)}`}.
    </p>
  )
}

/** The request to local IT that it is about: local IT holds nothing else (ORPH-4). */
function recoveryOfEntry({ envelope }: OutboxEntry, { recoveries }: Readings): RecoveryRow | undefined {
  if (!envelope.name.endsWith('-recovery')) return undefined
  const { masterCaseNumber, request } = envelope.args as { masterCaseNumber: string; request: string | null }
  return recoveries.find(
    ({ recovery }) => recovery.masterCaseNumber === masterCaseNumber && askedNumberOf(recovery) === request,
  )
}
