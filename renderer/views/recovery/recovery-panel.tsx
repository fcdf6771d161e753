import { useState } from 'react'
import type { Desk } from '../../desk/desk.ts'
import { rowsSelected } from '../../store/list.ts'
import { panelClosed, panelOpened, type Receipt, type RecoveryDoing } from '../../store/panel.ts'
import { useDeskDispatch } from '../../store/store.ts'
import { refusedAlike, settleEarlier } from '../asked-again.ts'
import { useDesk } from '../desk-context.ts'
import { receiptOf } from '../doing/receipt.ts'
import { OutcomeList } from '../outcome-list.tsx'
import { useAttempt } from '../use-attempt.ts'
import { useRevision } from '../use-replica.ts'
import { useSending } from '../use-sending.ts'
import { useStill } from '../use-still.ts'
import {
  type RecoveryDoingKind,
  recoveryDoingOf,
  recoveryName,
  recoveryRequestFor,
  type Target,
  targetsOf,
} from './recovery-doings.ts'
import { RecoveryForm } from './recovery-form.tsx'
import { recoveryOutcomes } from './recovery-preview.ts'

interface RecoveryPanelProps {
  readonly doing: RecoveryDoing
  readonly rows: readonly string[]
}

/** What will happen to the recovery of the chosen orphans, and the button that does it. Nothing is sent before. */
export function RecoveryPanel({ doing: id, rows }: RecoveryPanelProps) {
  const desk = useDesk()
  const dispatch = useDeskDispatch()
  const doing = recoveryDoingOf(id)
  const [targets] = useState(() => targetsOf(rows, desk))
  const leave = () => void dispatch(panelClosed())
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape goes back from anything in it.
    <section className="doing" onKeyDown={({ key }) => key === 'Escape' && leave()}>
      <Consequences doing={doing} targets={targets} onBack={leave} />
    </section>
  )
}

interface ConsequencesProps {
  readonly doing: RecoveryDoingKind
  readonly targets: readonly Target[]
  readonly onBack: () => void
}

function Consequences({ doing, targets, onBack }: ConsequencesProps) {
  const desk = useDesk()
  const dispatch = useDeskDispatch()
  const attempt = useAttempt()
  useRevision(desk.replica, 'case-group', 'organisation', 'outbox', 'recovery-request')
  const [isSending, send] = useSending()
  const outcomes = useStill(recoveryOutcomes(doing, targets, desk), isSending)
  const possible = outcomes.find(({ why }) => why === null)?.targets ?? []
  const [given] = useState(() => writtenEarlier(doing, targets, desk))
  const submit = async (written: string) => {
    const receipt = await ask(doing, possible, desk, written)
    dispatch(rowsSelected([]))
    dispatch(panelOpened({ kind: 'receipt', receipt }))
  }
  return (
    <>
      <h2>{recoveryName(doing, targets.length)}</h2>
      <p className="note pane-note">{doing.note} Nothing is sent before you press the button below.</p>
      <h3>What will happen</h3>
      <OutcomeList
        outcomes={outcomes.map(({ why, targets: alike }) => ({ why, rows: alike.map(({ key }) => key) }))}
        happens="will be sent to the hub"
      />
      <RecoveryForm
        writes={doing.writes}
        given={given}
        submitName={recoveryName(doing, possible.length)}
        submittable={possible.length > 0}
        onSubmit={written => send(() => attempt(() => submit(written), 'not-saved'))}
        onBack={onBack}
      />
    </>
  )
}

function writtenEarlier(
  { command, writes }: RecoveryDoingKind,
  targets: readonly Target[],
  desk: Desk,
): string {
  const asked = targets.map(({ masterCaseNumber, request }) => ({
    name: command,
    args: { masterCaseNumber, request },
  }))
  const written = refusedAlike(desk, asked, ({ args, reason }) =>
    writes === 'reason' ? reason : (Object(args).reference as string | undefined),
  )
  return written ?? ''
}

async function ask(
  doing: RecoveryDoingKind,
  targets: readonly Target[],
  desk: Desk,
  written: string,
): Promise<Receipt> {
  const requests = targets.flatMap(target => recoveryRequestFor(doing, target, desk, written) ?? [])
  const performed = await desk.perform(requests, doing.writes === 'reason' ? written : null)
  const receipt = receiptOf(doing.id, requests, performed, desk.replica.outbox())
  await settleEarlier(desk, performed.stored)
  return receipt
}
