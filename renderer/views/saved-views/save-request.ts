import type { SavedView } from '../../../shared/domain/saved-view.ts'
import type { CommandRequest } from '../../desk/desk.ts'

/** What is asked of a view, a new one or one that is kept. */
export type AskedView = Pick<SavedView, 'id' | 'name' | 'list' | 'settings' | 'team'>

export const saveRequest = ({ id, name, list, settings, team }: AskedView): CommandRequest => ({
  name: 'save-view',
  args: { view: id, name, list, settings, team },
  saw: {},
})
