import { useMemo } from 'react'
import type { SavedView } from '../../../shared/domain/saved-view.ts'
import type { Desk } from '../../desk/desk.ts'
import { useRevision } from '../use-replica.ts'

/** One's own views and those that are shared with one, by name. */
export function useSavedViews({ replica }: Desk): readonly SavedView[] {
  const revision = useRevision(replica, 'saved-view', 'outbox')
  // biome-ignore lint/correctness/useExhaustiveDependencies: the revision stands for what the replica holds.
  return useMemo(
    () =>
      [...replica.aggregates('saved-view').values()]
        .filter(({ removed }) => !removed)
        .sort((a, b) => a.name.localeCompare(b.name, 'en-GB')),
    [replica, revision],
  )
}
