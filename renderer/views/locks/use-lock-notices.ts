import { useMemo } from 'react'
import type { LockNotice } from '../../../shared/domain/lock-notice.ts'
import { lockNoticesFor } from '../../../shared/queries/told-of-locks.ts'
import { useDesk, useReadings } from '../desk-context.ts'
import { useRevision } from '../use-replica.ts'

/** What became of the locks that the person set on groups he is not sent any more (LOCK-11). */
export function useLockNotices(): readonly LockNotice[] {
  const { replica } = useDesk()
  const { view, today } = useReadings()
  const revision = useRevision(replica, 'lock-notice')
  // biome-ignore lint/correctness/useExhaustiveDependencies: the revision stands for what the replica holds.
  return useMemo(
    () => lockNoticesFor(replica.aggregates('lock-notice').values(), view, today),
    [replica, revision, view, today],
  )
}
