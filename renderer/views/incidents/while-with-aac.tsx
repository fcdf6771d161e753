import { commandNamed } from '../../../shared/commands/commands.ts'
import type { CommandId, MasterCaseNumber } from '../../../shared/domain/ids.ts'
import { isWithAac } from '../../../shared/domain/incident-steps.ts'
import { stateTitle } from '../../../shared/queries/incident-turn-words.ts'
import { Callout } from '../../components/callout.tsx'
import type { CommandRequest } from '../../desk/desk.ts'
import { panelClosed } from '../../store/panel.ts'
import { useDeskDispatch } from '../../store/store.ts'
import { dealWith, refusedEarlier, settleEarlier } from '../asked-again.ts'
import { useDesk } from '../desk-context.ts'
import { ReasonForm } from '../doing/reason-form.tsx'
import { useAttempt } from '../use-attempt.ts'
import { WHY_WHILE_WITH_AAC } from '../while-with-aac.ts'

interface WhileWithAacProps {
  readonly asked: CommandRequest
  /** The refused one that is asked again. */
  readonly again: CommandId | undefined
}

/** Why something is done to a group while AAC has its incident: asked once more, with all that was filled in kept (LOCK-6). */
export function WhileWithAac({ asked, again }: WhileWithAacProps) {
  const desk = useDesk()
  const dispatch = useDeskDispatch()
  const attempt = useAttempt()
  const leave = () => void dispatch(panelClosed())
  const name = commandNamed(asked.name)?.label ?? 'Do it'
  const submit = (reason: string | null) =>
    attempt(async () => {
      const { stored } = await desk.perform([asked], reason)
      await settleEarlier(desk, stored)
      if (again && stored.length > 0) await dealWith(desk, again)
      leave()
    }, 'not-saved')
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape goes back from anything in it.
    <section className="doing" onKeyDown={({ key }) => key === 'Escape' && leave()}>
      <h2>{name}</h2>
      <AtAac id={(asked.args as { readonly masterCaseNumber: MasterCaseNumber }).masterCaseNumber} />
      <ReasonForm
        required
        question={WHY_WHILE_WITH_AAC}
        given={refusedEarlier(desk, asked)?.envelope.reason}
        submitName={name}
        submittable
        onSubmit={submit}
        onBack={leave}
      />
    </section>
  )
}

/** The incidents of a group that AAC has, and what that means for it (LOCK-6). */
export function AtAac({ id }: { readonly id: MasterCaseNumber }) {
  const { replica } = useDesk()
  const found = (replica.caseGroup(id)?.incidents ?? []).filter(isWithAac)
  if (found.length === 0) return null
  return (
    <Callout tone="warn">
      <p>
        Until AAC’s answer nothing else is done to this case group, and whoever raised the incident does the
        retries. If it cannot wait, say why.
      </p>
      <ul>
        {found.map(incident => (
          <li key={incident.id}>
            {incident.number ?? 'Without a number yet'}: {stateTitle(incident)}
          </li>
        ))}
      </ul>
    </Callout>
  )
}
