import { Button } from '@fluentui/react-components'
import { useNavigate } from '@tanstack/react-router'
import { openWorkCount } from '../../../shared/domain/open-work.ts'
import { askedNumberOf } from '../../../shared/domain/recovery-request.ts'
import type { SavedViewId } from '../../../shared/domain/saved-view.ts'
import { counted, whenWords } from '../../../shared/queries/date-words.ts'
import { explainAllocation } from '../../../shared/queries/explanation.ts'
import { staffName, teamName } from '../../../shared/queries/names.ts'
import type { Readings } from '../../../shared/queries/readings.ts'
import type { RecoveryRow } from '../../../shared/queries/recoveries.ts'
import { recoveryNextWords, recoveryStateWords } from '../../../shared/queries/recovery-words.ts'
import { Callout } from '../../components/callout.tsx'
import { CopyButton } from '../../components/copy-button.tsx'
import type { OutboxEntry } from '../../desk/desk.ts'
import { rowFocused } from '../../store/list.ts'
import { panelOpened } from '../../store/panel.ts'
import { useDeskDispatch } from '../../store/store.ts'
import { findAdvice } from '../advice/focused-advice.ts'
import { answeredRowOf } from '../advice-entry.ts'
import { dealWith } from '../asked-again.ts'
import { useDesk, useReadings } from '../desk-context.ts'
import { incidentOfEntry, numberGiven } from '../incident-entry.ts'
import { WAITS_IN_MEMORY } from '../kept-words.ts'
import {
  aboutOf,
  aboutWords,
  askedWords,
  goneWords,
  groupOfEntry,
  isGone,
  saidIn,
  writtenIn,
} from '../outbox-entry.ts'
import { useAsking } from '../use-asking.ts'
import { useAttempt } from '../use-attempt.ts'
import { useTakeBack } from '../use-take-back.ts'
import { askAgain } from './ask-again.ts'
import { IncidentNow } from './incident-now.tsx'
import { RotaNow } from './rota-now.tsx'
import { SaidList } from './said-list.tsx'

/** One change: what was asked, what is true now, and what can be done about it. */
export function EntryPane({ entry }: { readonly entry: OutboxEntry }) {
  const { replica } = useDesk()
  return (
    <>
      {isGone(entry, replica) ? <Gone entry={entry} /> : <Told entry={entry} />}
      <h3>What you can do</h3>
      <Ways entry={entry} />
    </>
  )
}

/** Whatever the group is by now, what was written about it is not shown any more (RTS-8). */
function Gone({ entry }: { readonly entry: OutboxEntry }) {
  const { today } = useReadings()
  return (
    <>
      <h2>{goneWords(entry)}</h2>
      <p className="note pane-note">
        Case group <span className="number">{groupOfEntry(entry)}</span>, asked{' '}
        {whenWords(entry.envelope.issuedAt, today)}.
      </p>
      <Callout tone="alarm">
        <p>The case group is no longer with you. Nothing else of the change is shown.</p>
        <NumberGiven entry={entry} />
      </Callout>
    </>
  )
}

/** AAC counts on its number: without it the incident is raised with AAC again (INC-8). It tells nothing of the case. */
function NumberGiven({ entry }: { readonly entry: OutboxEntry }) {
  const number = numberGiven(entry)
  if (number === null) return null
  return (
    <p>
      In your call AAC gave the number <strong className="number">{number}</strong>, and it is not recorded.
      Tell your team leader: whoever leads the case group now records it, so that AAC is not called again.{' '}
      <CopyButton text={number} name="Copy the number" />
    </p>
  )
}

function Told({ entry }: { readonly entry: OutboxEntry }) {
  const { index, today } = useReadings()
  const { replica } = useDesk()
  const { envelope, state } = entry
  const asked = askedWords(entry, index, replica)
  const written = writtenIn(entry)
  const said = saidIn(entry, index)
  const nothing = written === null && said.length === 0
  return (
    <>
      <h2>{asked}</h2>
      <p className="note pane-note">
        <About entry={entry} />, asked {whenWords(envelope.issuedAt, today)}.
      </p>
      <Callout tone={state.kind === 'refused' ? 'alarm' : 'intended'}>
        <p>{stateWords(entry)}</p>
      </Callout>
      <h3>What you asked</h3>
      <p>{asked}.</p>
      {written !== null && <q>{written}</q>}
      <SaidList said={said} folds={envelope.name === 'raise-incident'} />
      {envelope.reason === null ? nothing && <p>You gave no reason.</p> : <q>{envelope.reason}</q>}
      <h3>What is true now</h3>
      <TrueNow entry={entry} />
    </>
  )
}

function About({ entry }: { readonly entry: OutboxEntry }) {
  const { index } = useReadings()
  const { replica } = useDesk()
  const about = aboutOf(entry)
  return (
    aboutWords(about, index, replica) ?? (
      <>
        Case group <span className="number">{groupOfEntry(entry)}</span>
      </>
    )
  )
}

function stateWords({ state }: OutboxEntry): string {
  switch (state.kind) {
    case 'refused':
      return `The hub refused it. ${state.result.refusal.reason}${state.kept ? '' : ' This device may not keep it: it is lost if the desk closes before you deal with it.'}`
    case 'in-doubt':
      return `In doubt: as things are now it would be refused. ${state.reason} It is still sent.${state.kept ? '' : ` ${WAITS_IN_MEMORY}`}`
    case 'waiting':
      return state.kept
        ? 'Saved on this device. It is sent as soon as the hub can be reached.'
        : WAITS_IN_MEMORY
  }
}

function TrueNow({ entry }: { readonly entry: OutboxEntry }) {
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
  if (!group) return <p>The case group is no longer with you.</p>
  return (
    <p>
      {explainAllocation(group, index).sentence} Held by {staffName(group.holder, index)},{' '}
      {teamName(group.team, index)}, with {counted(openWorkCount(group), 'piece')} of open work
      {group.lock ? ', and locked' : ', not locked'}.
    </p>
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

function Ways({ entry }: { readonly entry: OutboxEntry }) {
  const desk = useDesk()
  const dispatch = useDeskDispatch()
  const navigate = useNavigate()
  const attempt = useAttempt()
  const askFor = useAsking()
  const { id: command } = entry.envelope
  const id = groupOfEntry(entry)
  const held = id !== undefined && desk.replica.caseGroup(id) !== undefined
  const refused = entry.state.kind === 'refused'
  const again = refused ? askAgain(entry, desk) : undefined
  const ask = () => {
    if (again?.kind === 'panel') dispatch(panelOpened(again.panel))
    // Asked of other dates than those that were refused, it is the same all the same.
    if (again?.kind === 'request')
      void askFor(again.request, ({ kind }) => kind === 'stored' && void dealWith(desk, command))
  }
  const open = () => {
    dispatch(rowFocused(id ?? null))
    void navigate({ to: '/case-group' })
  }
  const dismiss = () => void attempt(() => dealWith(desk, command), 'not-dealt-with')
  const takeBack = useTakeBack()
  return (
    <div className="toolbar">
      {again && (
        <Button size="small" appearance="primary" onClick={ask}>
          {again.words}
        </Button>
      )}
      {held && (
        <Button size="small" onClick={open}>
          Open the case group
        </Button>
      )}
      {refused ? (
        <Button size="small" onClick={dismiss}>
          Dismiss
        </Button>
      ) : (
        <Button size="small" onClick={() => takeBack([command])}>
          Take it back
        </Button>
      )}
    </div>
  )
}
