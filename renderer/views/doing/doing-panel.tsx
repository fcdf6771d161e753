import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import type { MasterCaseNumber } from '../../../shared/domain/ids.ts'
import { counted } from '../../../shared/queries/date-words.ts'
import type { PreviewGroup } from '../../../shared/queries/preview-groups.ts'
import type { CommandRequest } from '../../desk/desk.ts'
import { rowsSelected } from '../../store/list.ts'
import { type Doing, panelClosed, panelOpened } from '../../store/panel.ts'
import { useDeskDispatch } from '../../store/store.ts'
import { settleEarlier } from '../asked-again.ts'
import { useDesk, useReadings } from '../desk-context.ts'
import { DirectedLock, isDirected, WHY_SOONER } from '../incidents/directed-lock.tsx'
import { AtAac } from '../incidents/while-with-aac.tsx'
import { WhyClearable } from '../incidents/why-clearable.tsx'
import { useAttempt } from '../use-attempt.ts'
import { useSending } from '../use-sending.ts'
import { useStill } from '../use-still.ts'
import { atAac, FEW, groupsOf, WHY_WHILE_WITH_AAC } from '../while-with-aac.ts'
import { AllocationChooser } from './allocation-chooser.tsx'
import { type Choice, type DoingKind, doingOf } from './doings.ts'
import { LeftOut } from './left-out.tsx'
import { isAboutTerms } from './lock-terms.ts'
import { LockTermsForm } from './lock-terms-form.tsx'
import { PreviewList } from './preview-list.tsx'
import { ReasonForm } from './reason-form.tsx'
import { receiptOf } from './receipt.ts'
import { SettleForm } from './settle-form.tsx'
import { useChoice } from './use-choice.ts'
import { type Preview, usePreview } from './use-preview.ts'

interface DoingPanelProps {
  readonly doing: Doing
  readonly ids: readonly MasterCaseNumber[]
  readonly leftOut?: readonly string[] | undefined
}

/** What will happen to the selected groups, why, and the button that does it. Nothing is sent before. */
export function DoingPanel({ doing: id, ids, leftOut = [] }: DoingPanelProps) {
  const doing = doingOf(id)
  const { choice, begun, complete, categories, earlier, allocateTo, lockFor, settleBy } = useChoice(id, ids)
  const dispatch = useDeskDispatch()
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape goes back from anything in it.
    <section className="doing" onKeyDown={({ key }) => key === 'Escape' && dispatch(panelClosed())}>
      <h2>
        {doing.verb} {counted(ids.length, doing.noun)}
      </h2>
      <p className="note pane-note">Nothing is sent before you press the button below.</p>
      <LeftOut rows={leftOut} />
      {id === 'clear-lock' && <WhyClearable ids={ids} />}
      {id === 'allocate' && <AllocationChooser ids={ids} chosen={choice.allocation} onChoose={allocateTo} />}
      {isAboutTerms(id) && (
        <LockTermsForm
          categories={categories}
          earlier={earlier.choice.lockTerms ?? null}
          onChoose={lockFor}
        />
      )}
      {id === 'settle-drift' && <SettleForm ids={ids} chosen={choice.settling} onChoose={settleBy} />}
      {begun && (
        // What was written stays while something above it is put right.
        <div hidden={!complete}>
          <Consequences doing={doing} ids={ids} choice={choice} given={earlier.reason} />
        </div>
      )}
      {!complete && <Leave />}
    </section>
  )
}

function Leave() {
  const dispatch = useDeskDispatch()
  return (
    <div className="toolbar leave">
      <Button onClick={() => dispatch(panelClosed())}>Back</Button>
    </div>
  )
}

interface ConsequencesProps extends Pick<DoingPanelProps, 'ids'> {
  readonly doing: DoingKind
  readonly choice: Choice
  /** The reason that was given when it was refused. */
  readonly given: string | null
}

function Consequences({ doing, ids, choice, given }: ConsequencesProps) {
  const desk = useDesk()
  const dispatch = useDeskDispatch()
  const attempt = useAttempt()
  const [isSending, send] = useSending()
  const preview = usePreview(doing, ids, choice, isSending)
  const { included, include } = useIncluded(choice.clearLock)
  const requests = requestsOf(preview, included)
  const submit = async (reason: string | null) => {
    const performed = await desk.perform(requests, reason)
    const receipt = receiptOf(doing.id, requests, performed, desk.replica.outbox())
    await attempt(() => settleEarlier(desk, performed.stored), 'not-dealt-with')
    dispatch(rowsSelected([]))
    dispatch(panelOpened({ kind: 'receipt', receipt }))
  }
  const { today } = useReadings()
  const { heldUp, directed, setsAside } = useStill(
    {
      heldUp: atAac(requests, desk),
      // Nothing else that is done takes the lock off.
      directed:
        doing.command === 'clear-lock'
          ? groupsOf(requests).filter(id => isDirected(id, desk.replica, today))
          : [],
      setsAside: requests.some(request => !desk.preview(request, null).ok),
    },
    isSending,
  )
  const why = heldUp.length > 0 ? WHY_WHILE_WITH_AAC : directed.length > 0 ? WHY_SOONER : null
  const changed = preview.groups.some(({ outcome }) => outcome.kind === 'changed')
  return (
    <>
      <h3>What will happen</h3>
      <PreviewList groups={preview.groups} included={included} include={include} titleOf={preview.titleOf} />
      {heldUp.map(id => (
        <AtAac key={id} id={id} />
      ))}
      {directed.slice(0, FEW).map(id => (
        <DirectedLock key={id} id={id} />
      ))}
      {changed && (
        <button type="button" className="plain-link" onClick={preview.lookAgain}>
          Look again at what changed
        </button>
      )}
      <ReasonForm
        required={requests.length === 0 ? doing.question !== null : setsAside}
        question={doing.question ?? why}
        given={given}
        submitName={`${doing.verb} ${counted(requests.length, doing.noun)}`}
        submittable={requests.length > 0}
        onSubmit={reason => send(() => attempt(() => submit(reason), 'not-saved'))}
        onBack={() => dispatch(panelClosed())}
      />
    </>
  )
}

/** `unlocks`: what was refused took the locks off, too. */
function useIncluded(unlocks: boolean) {
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set())
  // What happens is in until it is left out; a locked one is out until its lock is to go with it (RTS-4).
  const included = ({ key, outcome }: PreviewGroup) =>
    outcome.kind === 'happens' || outcome.kind === 'locks'
      ? !turned.has(key)
      : outcome.kind === 'locked' && turned.has(key) !== unlocks
  const include = (group: PreviewGroup, on: boolean) => {
    const next = new Set(turned)
    if (included(group) === on) return
    if (!next.delete(group.key)) next.add(group.key)
    setTurned(next)
  }
  return { included, include }
}

function requestsOf(preview: Preview, included: (group: PreviewGroup) => boolean): readonly CommandRequest[] {
  return preview.groups
    .filter(included)
    .flatMap(({ members, outcome }) => members.map(id => preview.requestFor(id, outcome.kind === 'locked')))
}
