import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import type { CommandId } from '../../../shared/domain/ids.ts'
import { counted } from '../../../shared/queries/date-words.ts'
import { useDesk } from '../desk-context.ts'
import { failuresFirst, fateOf, fateWords, summary } from '../doing/receipt.ts'
import { useAttempt } from '../use-attempt.ts'
import { useRevision } from '../use-replica.ts'
import { type RecoveryDoingKind, recoveryName, type Target } from './recovery-doings.ts'
import { TargetName } from './target-list.tsx'

export interface AskedRecovery {
  readonly target: Target
  /** Null: refused at once, never stored. */
  readonly command: CommandId | null
}

interface RecoveryReceiptProps {
  readonly doing: RecoveryDoingKind
  readonly asked: readonly AskedRecovery[]
  readonly onClose: () => void
}

/** What became of each, failures first; it goes on telling while the hub answers. */
export function RecoveryReceipt({ doing, asked, onClose }: RecoveryReceiptProps) {
  const desk = useDesk()
  const attempt = useAttempt()
  const [takenBack, setTakenBack] = useState<ReadonlySet<CommandId>>(new Set())
  useRevision(desk.replica, 'outbox')
  const states = new Map(desk.replica.outbox().map(({ envelope, state }) => [envelope.id, state]))
  const rows = asked
    .map(row => {
      const { command } = row
      const refusal = command === null ? 'It was refused.' : null
      const state = command === null ? undefined : states.get(command)
      return { ...row, fate: fateOf(state, refusal, command !== null && takenBack.has(command)) }
    })
    .sort((a, b) => failuresFirst(a.fate, b.fate))
  const waiting = rows.filter(({ fate }) => fate.kind === 'waiting' || fate.kind === 'in-doubt')
  const takeBack = async () => {
    const taken = await desk.takeBack(waiting.flatMap(({ command }) => command ?? []))
    setTakenBack(before => new Set([...before, ...taken]))
  }
  return (
    <>
      <h2>Asked: {lowerFirst(recoveryName(doing, asked.length))}</h2>
      <p role="status">{summary(rows.map(({ fate }) => fate))}</p>
      <div className="toolbar">
        {waiting.length > 0 && (
          <Button size="small" onClick={() => void attempt(takeBack, 'not-taken-back')}>
            Take back {counted(waiting.length, 'change')}
          </Button>
        )}
        <Button size="small" onClick={onClose}>
          Close
        </Button>
      </div>
      <ul className="receipt">
        {rows.map(({ target, fate }) => (
          <li key={target.key} className={`fate fate-${fate.kind}`}>
            <span>
              <TargetName target={target} />
            </span>
            <span className="quiet">{fateWords(fate)}</span>
          </li>
        ))}
      </ul>
    </>
  )
}

const lowerFirst = (words: string) => words.charAt(0).toLowerCase() + words.slice(1)
