import type { Replica } from '../desk/desk.ts'
import type { Sync } from '../sync/sync.ts'
import type { SyncLoop } from '../sync/sync-loop.ts'
import type { Drafts, Standing } from './draft.ts'

/**
 * Drafts go with their group: whenever the hub has said all that this person sees (ACC-3). Before that nobody knows, and
 * when all was taken from a page that is to close neither: nothing is thrown away then. Returns how to stop.
 */
export function sweepDrafts(
  drafts: Drafts,
  replica: Pick<Replica, 'caseGroup' | 'subscribe'>,
  loop: Pick<SyncLoop, 'state' | 'subscribe'>,
  sync: Pick<Sync, 'isComplete'>,
): () => void {
  const sweep = () => {
    if (loop.state().kind === 'connected' && sync.isComplete())
      drafts.sweep(id => standingOf(replica.caseGroup(id)))
  }
  const ends = [replica.subscribe(sweep), loop.subscribe(sweep)]
  return () => {
    for (const end of ends) end()
  }
}

export function standingOf(group: { readonly sensitive: boolean } | undefined): Standing {
  if (!group) return 'gone'
  return group.sensitive ? 'sensitive' : 'held'
}
