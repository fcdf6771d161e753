import { Button } from '@fluentui/react-components'
import { type FormEvent, type KeyboardEvent, useState } from 'react'
import type { CaseGroup, ServiceRequest } from '../../../shared/domain/case-group.ts'
import type { StaffNumber } from '../../../shared/domain/ids.ts'
import type { StaffMember } from '../../../shared/domain/organisation.ts'
import { specialistsToChoose, waitsWith } from '../../../shared/domain/request-place.ts'
import { staffName } from '../../../shared/queries/names.ts'
import { requestNumber } from '../../../shared/queries/request-number.ts'
import type { Desk } from '../../desk/desk.ts'
import { isSending } from '../../forms/is-sending.ts'
import { refusedEarlier } from '../asked-again.ts'
import { useDesk, useReadings } from '../desk-context.ts'
import { useAsking } from '../use-asking.ts'
import { useSending } from '../use-sending.ts'
import { useStill } from '../use-still.ts'
import type { RequestFormProps } from './close-form.tsx'
import { HolderChooser } from './holder-chooser.tsx'
import { assignees, assignRequest } from './request-doings.ts'

/** Whom it was to go to when that was refused, if it can still go there. */
function askedEarlier(
  desk: Desk,
  group: CaseGroup,
  request: ServiceRequest,
  found: readonly StaffMember[],
): StaffNumber | null {
  const [anybody] = found
  const refused = anybody && refusedEarlier(desk, assignRequest(group, request, anybody.number))
  const { holder } = Object(refused?.envelope.args) as { readonly holder?: StaffNumber }
  return found.find(({ number }) => number === holder)?.number ?? null
}

/** Who is to do it: those whom the command takes, with what each has in hand (ORPH-5, TEAM-1). */
export function AssignForm({ group, request, onDone }: RequestFormProps) {
  const desk = useDesk()
  const { index } = useReadings()
  const ask = useAsking()
  const [isBeingSent, during] = useSending()
  const found = useStill(assignees(desk, group, request, index), isBeingSent)
  const [holder, setHolder] = useState(() => askedEarlier(desk, group, request, found))
  const send = () => {
    if (holder === null || isBeingSent) return
    const asked = assignRequest(group, request, holder)
    void during(() => ask(asked, ({ kind }) => kind === 'stored' && onDone()))
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    send()
  }
  const byKey = (event: KeyboardEvent) => {
    if (isSending(event)) send()
  }
  return (
    <form onSubmit={submit} onKeyDown={byKey} autoComplete="off">
      <h2>
        Assign {request.type} <span className="number">{requestNumber(request)}</span>
      </h2>
      <p className="note pane-note">
        Held by {staffName(request.holder, index)} now. The case group stays where it is.
        {specialistsToChoose(request, group, index) !== null &&
          waitsWith(request, group, index) === null &&
          ' The address of the person it is raised against leads to no specialist, so that any who does this type can be chosen.'}
      </p>
      <HolderChooser found={found} chosen={holder} onChoose={setHolder} />
      {found.length === 0 && <p>There is nobody whom you can give it to.</p>}
      <div className="toolbar">
        <Button type="submit" appearance="primary" disabledFocusable={holder === null || isBeingSent}>
          {holder === null ? 'Assign' : `Assign to ${staffName(holder, index)}`}
        </Button>
        <Button onClick={onDone}>Back</Button>
      </div>
      <p className="quiet">Ctrl+Enter does the same. While it waits to be sent you can take it back.</p>
    </form>
  )
}
