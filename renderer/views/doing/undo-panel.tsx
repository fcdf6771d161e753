import { useState } from 'react'
import type { CommandName } from '../../../shared/commands/commands.ts'
import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import { groupBy } from '../../../shared/domain/group-by.ts'
import type { MasterCaseNumber } from '../../../shared/domain/ids.ts'
import type { OrganisationIndex } from '../../../shared/domain/organisation-index.ts'
import { counted, whenWords } from '../../../shared/queries/date-words.ts'
import { historyWords } from '../../../shared/queries/history-words.ts'
import { type Opposite, oppositeOf } from '../../../shared/queries/opposite.ts'
import { outcomeOf } from '../../../shared/queries/preview-groups.ts'
import type { Desk } from '../../desk/desk.ts'
import { panelClosed, panelOpened } from '../../store/panel.ts'
import { useDeskDispatch } from '../../store/store.ts'
import { useDesk, useReadings } from '../desk-context.ts'
import { useAttempt } from '../use-attempt.ts'
import { useRevision } from '../use-replica.ts'
import { useSending } from '../use-sending.ts'
import { useStill } from '../use-still.ts'
import { SOME_REASON } from './doings.ts'
import { outcomeWords } from './outcome-words.ts'
import { ReasonForm } from './reason-form.tsx'
import { receiptOf } from './receipt.ts'
import { type Undo, undo } from './undo.ts'

interface Line {
  readonly id: MasterCaseNumber
  /** As it was when the person looked; undefined: it is not his any more. */
  readonly group: CaseGroup | undefined
  readonly opposite: Opposite
}

/** What was done last to each group, what would undo it, and why some cannot be undone. */
export function UndoPanel({ ids }: { readonly ids: readonly MasterCaseNumber[] }) {
  const desk = useDesk()
  const dispatch = useDeskDispatch()
  const attempt = useAttempt()
  const { index } = useReadings()
  const lines = useLines(ids)
  const [isSending, send] = useSending()
  const undos = useStill(
    lines.flatMap(line => undoOf(line, desk) ?? []),
    isSending,
  )
  const outcomes = useStill([...groupBy(lines, line => whatHappens(line, desk, index))], isSending)
  const setsAside = useStill(
    undos.some(({ request, reason }) => reason === null && !desk.preview(request, null).ok),
    isSending,
  )
  const submit = async (reason: string | null) => {
    const { requests, performed } = await undo(desk, undos, reason)
    const receipt = receiptOf('undo', requests, performed, desk.replica.outbox())
    dispatch(panelOpened({ kind: 'receipt', receipt }))
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape goes back from anything in it.
    <section className="doing" onKeyDown={({ key }) => key === 'Escape' && dispatch(panelClosed())}>
      <h2>Undo {counted(undos.length, 'change')}</h2>
      <p className="note pane-note">
        The hub has these, so each is undone by its opposite. Nothing is sent before you press the button
        below.
      </p>
      <h3>What will happen</h3>
      {outcomes.map(([words, members]) => (
        <Outcome key={words} words={words} lines={members} />
      ))}
      <ReasonForm
        required={setsAside}
        question={null}
        submitName={`Undo ${counted(undos.length, 'change')}`}
        submittable={undos.length > 0}
        onSubmit={reason => send(() => attempt(() => submit(reason), 'not-saved'))}
        onBack={() => dispatch(panelClosed())}
      />
    </section>
  )
}

/** As things were when the person looked: whoever changes one meanwhile is not overrun. */
function useLines(ids: readonly MasterCaseNumber[]): readonly Line[] {
  const { replica, identity } = useDesk()
  const { index, today } = useReadings()
  useRevision(replica, 'case-group', 'organisation', 'outbox')
  const [lines] = useState(() =>
    ids.map((id): Line => {
      const group = replica.caseGroup(id)
      if (!group) return { id, group, opposite: { kind: 'none', why: 'It is no longer with you.' } }
      return { id, group, opposite: oppositeOf(group, identity.staffNumber, index, today) }
    }),
  )
  return lines
}

/** The command that undoes it, where that command itself says that it can be done. */
function undoOf({ opposite }: Line, desk: Desk): Undo | undefined {
  if (opposite.kind === 'none') return undefined
  const { name, args, saw, reason } = opposite
  const request = { name, args, saw }
  return desk.preview(request, reason ?? SOME_REASON).ok ? { request, reason } : undefined
}

// Where it goes is said where the command evaluates it anew (RTS-3, LOCK-3), from the command's own decision.
const evaluates: ReadonlySet<CommandName> = new Set(['return-to-segment', 'clear-lock', 'set-lock'])

function whatHappens({ group, opposite }: Line, desk: Desk, index: OrganisationIndex): string {
  if (opposite.kind === 'none') return `Cannot be undone. ${opposite.why}`
  const { name, args, saw, reason } = opposite
  const decision = desk.preview({ name, args, saw }, reason ?? SOME_REASON)
  if (!decision.ok) return `Cannot be undone. ${decision.refusal.reason}`
  if (!group || !evaluates.has(name)) return opposite.words
  return `${opposite.words}: ${outcomeWords(outcomeOf(group, decision, null, index.bom), 1, index)}`
}

function Outcome({ words, lines }: { readonly words: string; readonly lines: readonly Line[] }) {
  const { index, today } = useReadings()
  return (
    <div className="undo-outcome">
      <h4>
        {words} <span className="count">{lines.length}</span>
      </h4>
      <ul className="members">
        {lines.map(({ id, group, opposite }) => (
          <li key={id}>
            <span className="number">{id}</span> {group?.title}
            {opposite.kind === 'command' && (
              <span className="quiet undo-done">
                {historyWords(opposite.entry, index)}, {whenWords(opposite.entry.at, today)}
              </span>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
