import { understand } from '../../../shared/commands/run.ts'
import type { CommandId } from '../../../shared/domain/ids.ts'
import type { SavedView, SavedViewId } from '../../../shared/domain/saved-view.ts'
import type { Desk } from '../../desk/desk.ts'
import { newViewId } from './new-view-id.ts'
import type { AskedView } from './save-request.ts'

/** What was asked with a refused one, of the view that is kept by now: one that is gone or not his is saved as a new one. */
export function refusedView(again: CommandId | undefined, { replica, identity }: Desk): AskedView | null {
  const entry = replica.outbox().find(({ envelope }) => envelope.id === again)
  if (entry?.envelope.name !== 'save-view') return null
  const asked = understand(entry.envelope)?.args as SavedArgs | undefined
  if (!asked) return null
  const kept = replica.aggregates('saved-view').get(asked.view)
  const isHis = kept !== undefined && !kept.removed && kept.owner === identity.staffNumber
  return { ...asked, id: isHis ? kept.id : newViewId() }
}

type SavedArgs = Omit<SavedView, 'id'> & { readonly view: SavedViewId }
