import type { CaseGroup, Episode } from '../domain/case-group.ts'
import type { PlainDate } from '../domain/time.ts'

/**
 * Since when a group belongs where a rank puts it (LOCK-5): since the rank's own fact holds, or since the last
 * higher one ended where that is later. Only what the extract dates is known, the rest is null, and is said
 * to be not known.
 */
export function pendingSince(group: CaseGroup, rank: number): PlainDate | null {
  const own = datedRanks.get(rank)?.(group).openedOn ?? null
  if (own === null) return null
  let since = own
  for (const [higher, episodeOf] of datedRanks) {
    const { closedOn } = episodeOf(group)
    if (higher < rank && closedOn !== null && closedOn > since) since = closedOn
  }
  return since
}

const datedRanks: ReadonlyMap<number, (group: CaseGroup) => Episode> = new Map([
  [2, group => group.judicialReview],
  [3, group => group.phso],
  [4, group => group.ice],
])
