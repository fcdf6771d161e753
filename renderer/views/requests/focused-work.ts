import type { CaseGroup, Post, ServiceRequest } from '../../../shared/domain/case-group.ts'
import type { MasterCaseNumber } from '../../../shared/domain/ids.ts'
import { requestNamed } from '../../../shared/domain/request-named.ts'
import { groupOfRow, itemOfRow } from '../../../shared/queries/row-key.ts'
import type { Replica } from '../../desk/desk.ts'

export interface FocusedWork {
  readonly id: MasterCaseNumber
  /** As it will be with what waits, like everything that can be done. */
  readonly group: CaseGroup
  readonly request: ServiceRequest | undefined
  readonly post: Post | undefined
}

/** The work that the focused row is about. */
export function focusedWork(focused: string | null, replica: Replica): FocusedWork | undefined {
  if (focused === null) return undefined
  const id = groupOfRow(focused)
  const group = replica.caseGroup(id)
  if (!group) return undefined
  const item = itemOfRow(focused)
  const request = item?.kind === 'request' ? requestNamed(group, item.number) : undefined
  const post = item?.kind === 'post' ? group.post.find(({ number }) => number === item.number) : undefined
  return { id, group, request, post }
}
