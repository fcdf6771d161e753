import { useMemo, useState } from 'react'
import type { StaffNumber } from '../../../shared/domain/ids.ts'
import { counted } from '../../../shared/queries/date-words.ts'
import { staffName } from '../../../shared/queries/names.ts'
import type { CommandRequest } from '../../desk/desk.ts'
import { rowsSelected } from '../../store/list.ts'
import { panelClosed, panelOpened } from '../../store/panel.ts'
import { useDeskDispatch } from '../../store/store.ts'
import { settleEarlier } from '../asked-again.ts'
import { useDesk, useReadings } from '../desk-context.ts'
import { ReasonForm } from '../doing/reason-form.tsx'
import { receiptOf } from '../doing/receipt.ts'
import { OutcomeList } from '../outcome-list.tsx'
import { useAttempt } from '../use-attempt.ts'
import { useRevision } from '../use-replica.ts'
import { useSending } from '../use-sending.ts'
import { useStill } from '../use-still.ts'
import { reasonObjection, WHY_WHILE_WITH_AAC } from '../while-with-aac.ts'
import { assignOutcomes, isOfRequest, requestsAmong, takersOf } from './assigning.ts'
import { HolderChooser } from './holder-chooser.tsx'
import { assignRequest } from './request-doings.ts'

/** Whom the selected service requests are to go to, and what that makes of each (ORPH-5, TEAM-2). Nothing is sent before. */
export function AssignMany({ rows }: { readonly rows: readonly string[] }) {
  const desk = useDesk()
  const { index } = useReadings()
  const dispatch = useDeskDispatch()
  const attempt = useAttempt()
  const [isSending, send] = useSending()
  const [holder, setHolder] = useState<StaffNumber | null>(null)
  const { takers, outcomes, requests, asksReason } = useStill(useAssigning(rows, holder), isSending)
  const submit = async (reason: string | null) => {
    const performed = await desk.perform(requests, reason)
    const receipt = receiptOf('assign', requests, performed, desk.replica.outbox())
    await attempt(() => settleEarlier(desk, performed.stored), 'not-dealt-with')
    dispatch(rowsSelected([]))
    dispatch(panelOpened({ kind: 'receipt', receipt }))
  }
  const leave = () => void dispatch(panelClosed())
  const takes = new Map(takers.map(({ staff, takes: number }) => [staff.number, number]))
  const count = rows.filter(isOfRequest).length
  const name = `Assign ${counted(requests.length, 'service request')}`
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape goes back from anything in it.
    <section className="doing" onKeyDown={({ key }) => key === 'Escape' && leave()}>
      <h2>Assign {counted(count, 'service request')}</h2>
      <p className="note pane-note">
        The case groups stay where they are. Nothing is sent before you press the button below.
      </p>
      <HolderChooser
        found={takers.map(({ staff }) => staff)}
        chosen={holder}
        noteOf={({ number }) => takesWords(takes.get(number) ?? 0, count)}
        onChoose={setHolder}
      />
      {takers.length === 0 && <p>There is nobody whom you can give any of them to.</p>}
      {holder !== null && (
        <>
          <h3>What will happen</h3>
          <OutcomeList outcomes={outcomes} happens={`to ${staffName(holder, index)}`} />
        </>
      )}
      <ReasonForm
        required={asksReason}
        question={asksReason ? WHY_WHILE_WITH_AAC : null}
        submitName={holder === null ? 'Assign' : name}
        submittable={requests.length > 0}
        onSubmit={reason => send(() => attempt(() => submit(reason), 'not-saved'))}
        onBack={leave}
      />
    </section>
  )
}

const takesWords = (takes: number, all: number) => (takes === all ? null : `can be given ${takes} of ${all}`)

function useAssigning(rows: readonly string[], holder: StaffNumber | null) {
  const desk = useDesk()
  const { index } = useReadings()
  const revision = useRevision(desk.replica, 'case-group', 'organisation', 'outbox')
  // As they were when the form came: what somebody else gave away meanwhile is refused as changed, not taken from there.
  const [chosen] = useState(() => requestsAmong(rows, desk.replica))
  // biome-ignore lint/correctness/useExhaustiveDependencies: the revision stands for all that the replica holds.
  const takers = useMemo(() => takersOf(chosen, desk, index), [chosen, desk, index, revision])
  const outcomes = holder === null ? [] : assignOutcomes(rows, chosen, holder, desk)
  const possible = new Set(outcomes.find(({ why }) => why === null)?.rows)
  const requests = chosen.flatMap(({ row, group, request }): readonly CommandRequest[] =>
    holder !== null && possible.has(row) ? [assignRequest(group, request, holder)] : [],
  )
  const asksReason = requests.some(request => reasonObjection(desk, request).asksReason)
  return { takers, outcomes, requests, asksReason }
}
