import type { CommandId, MasterCaseNumber } from '../../../shared/domain/ids.ts'
import { panelClosed } from '../../store/panel.ts'
import { useDeskDispatch } from '../../store/store.ts'
import { useDesk } from '../desk-context.ts'
import { useRevision } from '../use-replica.ts'
import { RaiseForm } from './raise-form.tsx'

interface RaisePanelProps {
  readonly id: MasterCaseNumber
  readonly again: CommandId | undefined
}

/** A new service request on a case group. */
export function RaisePanel({ id, again }: RaisePanelProps) {
  const { replica } = useDesk()
  const dispatch = useDeskDispatch()
  useRevision(replica, 'case-group', 'organisation', 'outbox')
  const group = replica.caseGroup(id)
  const leave = () => void dispatch(panelClosed())
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape goes back from anything in it.
    <section className="doing" onKeyDown={({ key }) => key === 'Escape' && leave()}>
      <h2>New service request</h2>
      {group ? (
        <RaiseForm group={group} again={again} onDone={leave} />
      ) : (
        <>
          <p>The case group is no longer with you.</p>
          <button type="button" className="plain-link" onClick={leave}>
            Back
          </button>
        </>
      )}
    </section>
  )
}
