import { useDeferredValue } from 'react'
import { groupOfRow, itemOfRow } from '../../../shared/queries/row-key.ts'
import { useDeskState } from '../../store/store.ts'
import { IncidentDetail } from '../incidents/incident-detail.tsx'
import { RequestDetail } from '../requests/request-detail.tsx'
import { useListedGroup } from '../use-listed-group.ts'
import { CaseGroupDetail } from './case-group-detail.tsx'
import { ReadInFull } from './read-in-full.tsx'

/** The row that has the focus, explained beside its list. */
export function FocusedGroup() {
  // Explained after the list is drawn: a key held down goes through the rows, not through their explanations.
  const focused = useDeferredValue(useDeskState(state => state.list.focused))
  const { group, pending } = useListedGroup(focused === null ? null : groupOfRow(focused))
  const item = focused === null ? null : itemOfRow(focused)
  const incident = item?.kind === 'incident' && (
    <IncidentDetail key={item.id} id={item.id} group={group?.id ?? null} />
  )
  if (incident && !group) return incident
  if (!group) return null
  return (
    <ReadInFull group={group} wide={false}>
      {incident}
      {item?.kind === 'request' && <RequestDetail key={item.number} id={group.id} number={item.number} />}
      <CaseGroupDetail group={group} pending={pending} wide={false} />
    </ReadInFull>
  )
}
