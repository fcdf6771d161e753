import { z } from 'zod'
import { savedViewId } from '../domain/saved-view.ts'
import { accept, defineCommand, refuse } from './command.ts'
import { readsView } from './save-view.ts'

/** Takes a saved view away, from those it was shared with too. */
export const removeView = defineCommand({
  name: 'remove-view',
  label: 'Remove view',
  args: z.strictObject({ view: savedViewId }),
  saw: z.strictObject({}),

  reads: readsView,

  authorise({ view }, before, { actor }) {
    const kept = before.aggregate('saved-view', view)
    return kept && kept.owner !== actor ? 'Only whoever saved a view removes it.' : undefined
  },

  decide({ view }, _saw, before) {
    const kept = before.aggregate('saved-view', view)
    if (!kept || kept.removed) return refuse('changed', 'The view is gone already.')
    return accept({ ...kept, team: null, removed: true })
  },
})
