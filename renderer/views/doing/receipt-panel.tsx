import { Button } from '@fluentui/react-components'
import { lowerFirst } from '../../../shared/domain/list-words.ts'
import { counted, numberWords } from '../../../shared/queries/date-words.ts'
import { groupOfRow } from '../../../shared/queries/row-key.ts'
import { type Panel, panelClosed, panelOpened, type Receipt } from '../../store/panel.ts'
import { useDeskDispatch } from '../../store/store.ts'
import { isRecoveryDoing, recoveryDoingOf, recoveryName } from '../recovery/recovery-doings.ts'
import { RowName } from '../row-list.tsx'
import { useTakeBack } from '../use-take-back.ts'
import { doingOf } from './doings.ts'
import { fateWords, summary } from './receipt.ts'
import { useFates } from './use-fates.ts'

/** What became of each, failures first; it goes on telling while the hub answers. */
export function ReceiptPanel({ receipt }: { readonly receipt: Receipt }) {
  const dispatch = useDeskDispatch()
  const takeBack = useTakeBack()
  const rows = useFates(receipt)
  const waiting = rows.filter(({ fate }) => fate.kind === 'waiting' || fate.kind === 'in-doubt')
  const refused = rows.filter(({ fate }) => fate.kind === 'refused')
  const askAgain = () => {
    const again = panelFor(
      receipt.doing,
      refused.map(({ row }) => row),
    )
    dispatch(panelOpened(again))
  }
  return (
    <section className="doing">
      <h2>Asked: {askedName(receipt)}</h2>
      <p role="status">{summary(rows.map(({ fate }) => fate))}</p>
      <div className="toolbar">
        {refused.length > 0 && (
          <Button size="small" appearance="primary" onClick={askAgain}>
            Look again at the {numberWords(refused.length)} refused
          </Button>
        )}
        {waiting.length > 0 && (
          <Button
            size="small"
            title="Key z"
            onClick={() => takeBack(waiting.flatMap(({ command }) => command ?? []))}
          >
            Take back {counted(waiting.length, 'change')}
          </Button>
        )}
        <Button size="small" onClick={() => dispatch(panelClosed())}>
          Close
        </Button>
      </div>
      <ul className="receipt">
        {rows.map(({ row, fate }) => (
          <li key={row} className={`fate fate-${fate.kind}`}>
            <span>
              <RowName row={row} />
            </span>
            <span className="quiet">{fateWords(fate)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function askedName({ doing, asked }: Receipt): string {
  if (isRecoveryDoing(doing)) return lowerFirst(recoveryName(recoveryDoingOf(doing), asked.length))
  if (doing === 'assign') return `assign ${counted(asked.length, 'service request')}`
  const { verb, noun } = doing === 'undo' ? { verb: 'Undo', noun: 'change' } : doingOf(doing)
  return `${verb.toLowerCase()} ${counted(asked.length, noun)}`
}

/** What asks the same of those rows again. */
function panelFor(doing: Receipt['doing'], rows: readonly string[]): Panel {
  if (isRecoveryDoing(doing)) return { kind: 'recovery', doing, rows }
  if (doing === 'assign') return { kind: 'assign', rows }
  const groups = rows.map(groupOfRow)
  return doing === 'undo' ? { kind: 'undo', groups } : { kind: 'doing', doing, groups }
}
