import type { CaseGroup } from '../../shared/domain/case-group.ts'
import type { MasterCaseNumber } from '../../shared/domain/ids.ts'
import type { OutboxEntry } from '../desk/desk.ts'
import { useDesk } from './desk-context.ts'
import { useRevision } from './use-replica.ts'

export interface ListedGroup {
  /** As lists show it: where a change waits, as the hub confirmed it. */
  readonly group: CaseGroup | undefined
  readonly pending: readonly OutboxEntry[]
}

export function useListedGroup(id: MasterCaseNumber | null): ListedGroup {
  const { replica } = useDesk()
  useRevision(replica, 'case-group', 'outbox')
  if (id === null) return { group: undefined, pending: [] }
  const pending = replica.pendingOn(id)
  const group = pending.length > 0 ? replica.confirmed(id) : replica.caseGroup(id)
  return { group, pending }
}
