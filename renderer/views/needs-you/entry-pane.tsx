import { Button } from '@fluentui/react-components'
import { useNavigate } from '@tanstack/react-router'
import { whenWords } from '../../../shared/queries/date-words.ts'
import { Callout } from '../../components/callout.tsx'
import { CopyButton } from '../../components/copy-button.tsx'
import type { OutboxEntry } from '../../desk/desk.ts'
import { rowFocused } from '../../store/list.ts'
import { panelOpened } from '../../store/panel.ts'
import { useDeskDispatch } from '../../store/store.ts'
import { dealWith } from '../asked-again.ts'
import { useDesk, useReadings } from '../desk-context.ts'
import { numberGiven } from '../incident-entry.ts'
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
import { SaidList } from './said-list.tsx'
import { TrueNow } from './true-now.tsx'

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
