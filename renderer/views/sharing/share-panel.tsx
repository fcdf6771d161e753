import type { MasterCaseNumber } from '../../../shared/domain/ids.ts'
import { counted, numberWords } from '../../../shared/queries/date-words.ts'
import { shareRule } from '../../../shared/queries/fair-shares.ts'
import { staffName } from '../../../shared/queries/names.ts'
import { rowsSelected } from '../../store/list.ts'
import { panelClosed, panelOpened } from '../../store/panel.ts'
import { useDeskDispatch } from '../../store/store.ts'
import { settleEarlier } from '../asked-again.ts'
import { useDesk, useReadings } from '../desk-context.ts'
import { LeftOut } from '../doing/left-out.tsx'
import { ReasonForm } from '../doing/reason-form.tsx'
import { receiptOf } from '../doing/receipt.ts'
import { AtAac } from '../incidents/while-with-aac.tsx'
import { useAttempt } from '../use-attempt.ts'
import { useSending } from '../use-sending.ts'
import { useStill } from '../use-still.ts'
import { atAac, WHY_WHILE_WITH_AAC } from '../while-with-aac.ts'
import { ShareTable } from './share-table.tsx'
import './sharing.css'
import { totalsOf, useSharing } from './use-sharing.ts'

interface SharePanelProps {
  readonly ids: readonly MasterCaseNumber[]
  readonly leftOut?: readonly string[] | undefined
}

/** Who would get which of the selected groups and why, each row changeable; then all of it as one batch (TEAM-1). */
export function SharePanel({ ids, leftOut = [] }: SharePanelProps) {
  const desk = useDesk()
  const { index } = useReadings()
  const dispatch = useDeskDispatch()
  const attempt = useAttempt()
  const [isSending, send] = useSending()
  const sharing = useStill(useSharing(ids), isSending)
  const { rows, requests } = sharing
  const submit = async (reason: string | null) => {
    const performed = await desk.perform(requests, reason)
    const receipt = receiptOf('allocate', requests, performed, desk.replica.outbox())
    await attempt(() => settleEarlier(desk, performed.stored), 'not-dealt-with')
    dispatch(rowsSelected([]))
    dispatch(panelOpened({ kind: 'receipt', receipt }))
  }
  const leave = () => void dispatch(panelClosed())
  const left = rows.length - requests.length
  const heldUp = useStill(atAac(requests, desk), isSending)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape goes back from anything in it.
    <section className="doing sharing" onKeyDown={({ key }) => key === 'Escape' && leave()}>
      <h2>Share out {counted(ids.length, 'case group')}</h2>
      <p className="note pane-note">Nothing is sent before you press the button below. {shareRule}</p>
      <LeftOut rows={leftOut} />
      <h3>Who gets how many</h3>
      <ul className="share-totals">
        {totalsOf(rows).map(([staff, count]) => (
          <li key={staff}>
            <span>{staffName(staff, index)}</span>
            <span className="number">{numberWords(count)}</span>
          </li>
        ))}
      </ul>
      {left > 0 && <p className="note">{counted(left, 'case group is', 'case groups are')} left out.</p>}
      <button type="button" className="plain-link" onClick={sharing.shareAgain}>
        Share out again as things are now
      </button>
      {heldUp.map(id => (
        <AtAac key={id} id={id} />
      ))}
      <ReasonForm
        required={sharing.asksReason}
        question={sharing.asksReason ? WHY_WHILE_WITH_AAC : null}
        submitName={`Allocate ${counted(requests.length, 'case group')}`}
        submittable={requests.length > 0}
        onSubmit={reason => send(() => attempt(() => submit(reason), 'not-saved'))}
        onBack={leave}
      />
      <h3>Which to whom</h3>
      <ShareTable sharing={sharing} />
    </section>
  )
}
