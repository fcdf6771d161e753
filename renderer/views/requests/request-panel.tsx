import type { MasterCaseNumber, SrNumber } from '../../../shared/domain/ids.ts'
import { requestNamed } from '../../../shared/domain/request-named.ts'
import { panelClosed, type RequestDoing } from '../../store/panel.ts'
import { useDeskDispatch } from '../../store/store.ts'
import { useDesk } from '../desk-context.ts'
import { useRevision } from '../use-replica.ts'
import { AssignForm } from './assign-form.tsx'
import { CloseForm } from './close-form.tsx'

interface RequestPanelProps {
  readonly doing: RequestDoing
  readonly group: MasterCaseNumber
  readonly request: SrNumber
}

/** What is about to happen to one service request. Nothing is sent before the button is pressed. */
export function RequestPanel({ doing, group: id, request: number }: RequestPanelProps) {
  const { replica } = useDesk()
  const dispatch = useDeskDispatch()
  useRevision(replica, 'case-group', 'organisation', 'outbox')
  const group = replica.caseGroup(id)
  const request = requestNamed(group, number)
  const leave = () => void dispatch(panelClosed())
  if (!group || !request) {
    return (
      <section className="doing">
        <h2>It is no longer with you</h2>
        <button type="button" className="plain-link" onClick={leave}>
          Back
        </button>
      </section>
    )
  }
  const Form = doing === 'close' ? CloseForm : AssignForm
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape goes back from anything in it.
    <section className="doing" onKeyDown={({ key }) => key === 'Escape' && leave()}>
      <Form group={group} request={request} onDone={leave} />
    </section>
  )
}
