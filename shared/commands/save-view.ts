import { z } from 'zod'
import { teamId } from '../domain/ids.ts'
import {
  listName,
  listSettings,
  SAVED_VIEW_NAME_LIMIT,
  type SavedViewId,
  savedViewId,
} from '../domain/saved-view.ts'
import { isAboutSomebody } from './about-somebody.ts'
import { leadsTeam } from './authority.ts'
import { accept, type DocumentKey, defineCommand, refuse } from './command.ts'
import { words } from './envelope.ts'

export const readsView = ({ view }: { readonly view: SavedViewId }): readonly DocumentKey[] => [
  ['saved-view', view],
  ['organisation', 'organisation'],
]

/**
 * Keeps a list as it is filtered, sorted and cut under a name; saved again under the same id it is changed, renamed,
 * shared with the team that one leads, or shared no more.
 */
export const saveView = defineCommand({
  name: 'save-view',
  label: 'Save view',
  args: z.strictObject({
    view: savedViewId,
    name: words.trim().min(1).max(SAVED_VIEW_NAME_LIMIT),
    list: listName,
    settings: listSettings,
    team: teamId.nullable(),
  }),
  saw: z.strictObject({}),

  reads: readsView,

  authorise({ view, team }, before, { actor, today }) {
    const kept = before.aggregate('saved-view', view)
    if (kept && kept.owner !== actor)
      return 'Only whoever saved a view changes it; save it under a name of yours.'
    if (team === null || leadsTeam(actor, team, before.organisation(), today)) return undefined
    return 'Only its leader shares a view with a team.'
  },

  decide({ view, ...given }, _saw, before, { actor }) {
    if (before.aggregate('saved-view', view)?.removed)
      return refuse('changed', 'The view was removed meanwhile.')
    if (isAboutSomebody(given.name))
      return refuse('not-possible', 'Leave numbers of cases and people out of the name: others may read it.')
    return accept({ kind: 'saved-view', id: view, owner: actor, ...given, removed: false })
  },
})
