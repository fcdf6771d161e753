import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import type { CommandId, MasterCaseNumber } from '../../../shared/domain/ids.ts'
import { counted, numberWords } from '../../../shared/queries/date-words.ts'
import { panelClosed, panelOpened, type Receipt } from '../../store/panel.ts'
import { useDeskDispatch } from '../../store/store.ts'
import { useDesk } from '../desk-context.ts'
import { useAttempt } from '../use-attempt.ts'
import { useRevision } from '../use-replica.ts'
import { doingOf } from './doings.ts'
import { failuresFirst, fateOf, fateWords, summary } from './receipt.ts'

/** What became of each, failures first; it goes on telling while the hub answers. */
export function ReceiptPanel({ receipt }: { readonly receipt: Receipt }) {
  const desk = useDesk()
  const dispatch = useDeskDispatch()
  const attempt = useAttempt()
  const [takenBack, setTakenBack] = useState<ReadonlySet<CommandId>>(new Set())
  const rows = useFates(receipt, takenBack)
  const waiting = rows.filter(({ fate }) => fate.kind === 'waiting' || fate.kind === 'in-doubt')
  const refused = rows.filter(({ fate }) => fate.kind === 'refused')
  const takeBack = async () => {
    const taken = await desk.takeBack(waiting.flatMap(({ command }) => command ?? []))
    setTakenBack(before => new Set([...before, ...taken]))
  }
  const askAgain = () => {
    const groups = refused.map(({ group }) => group)
    const { doing } = receipt
    dispatch(panelOpened(doing === 'undo' ? { kind: 'undo', groups } : { kind: 'doing', doing, groups }))
  }
  const { verb, noun } = receipt.doing === 'undo' ? undoing : doingOf(receipt.doing)
  return (
    <section className="doing">
      <h2>
        Asked: {verb.toLowerCase()} {counted(receipt.asked.length, noun)}
      </h2>
      <p role="status">{summary(rows.map(({ fate }) => fate))}</p>
      <div className="toolbar">
        {refused.length > 0 && (
          <Button size="small" appearance="primary" onClick={askAgain}>
            Look again at the {numberWords(refused.length)} refused
          </Button>
        )}
        {waiting.length > 0 && (
          <Button size="small" title="Key z" onClick={() => void attempt(takeBack, 'not-taken-back')}>
            Take back {counted(waiting.length, 'change')}
          </Button>
        )}
        <Button size="small" onClick={() => dispatch(panelClosed())}>
          Close
        </Button>
      </div>
      <ul className="receipt">
        {rows.map(({ group, fate }) => (
          <li key={group} className={`fate fate-${fate.kind}`}>
            <span>
              <span className="number">{group}</span> <Title group={group} />
            </span>
            <span className="quiet">{fateWords(fate)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

const undoing = { verb: 'Undo', noun: 'change' }

/** Read off what is held: a receipt keeps nothing of a case group (ACC-3). */
function Title({ group }: { readonly group: MasterCaseNumber }) {
  const { replica } = useDesk()
  const held = replica.caseGroup(group) ?? replica.confirmed(group)
  return held ? held.title : <span className="quiet">no longer with you</span>
}

function useFates(receipt: Receipt, takenBack: ReadonlySet<CommandId>) {
  const { replica } = useDesk()
  useRevision(replica, 'outbox', 'case-group')
  const states = new Map(replica.outbox().map(({ envelope, state }) => [envelope.id, state]))
  return receipt.asked
    .map(row => {
      const state = row.command === null ? undefined : states.get(row.command)
      const fate = fateOf(state, row.refusal, row.command !== null && takenBack.has(row.command))
      return { ...row, fate }
    })
    .sort((a, b) => failuresFirst(a.fate, b.fate))
}
