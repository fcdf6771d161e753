import { type Allocation, allocate, allocationFacts } from '../domain/allocation.ts'
import type { BomIndex } from '../domain/bom-index.ts'
import type { CaseGroup, Episode } from '../domain/case-group.ts'
import { type FactorChange, valueOfFactor, withChange } from '../domain/factor.ts'
import type { PlainDate } from '../domain/time.ts'

/**
 * Since when a group belongs where its rank puts it (LOCK-5): since the rank's own fact holds, or since the last
 * higher one ended where that is later. Only what the extract dates, or what a request that was closed here changed, is
 * known; the rest is null, and is said to be not known.
 */
export function pendingSince(
  group: CaseGroup,
  { rank, segment }: Pick<Allocation, 'rank' | 'segment'>,
  bom: BomIndex,
): PlainDate | null {
  const episodeOf = datedRanks.get(rank)
  const own = episodeOf ? episodeOf(group).openedOn : sinceClosing(group, segment, bom)
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

/** When the newest request was closed here without whose change the group would belong elsewhere (ALLOC-6). */
function sinceClosing(group: CaseGroup, segment: Allocation['segment'], bom: BomIndex): PlainDate | null {
  let before = group
  for (const { changed, closedOn } of closingsNewestFirst(group)) {
    // It is otherwise by now, and nobody knows since when.
    if (valueOfFactor(before, changed.factor) !== changed.to) return null
    before = withChange(before, { ...changed, from: changed.to, to: changed.from })
    if (allocate(allocationFacts(before), bom).segment !== segment) return closedOn
  }
  return null
}

interface Closing {
  readonly changed: FactorChange
  readonly closedOn: PlainDate
  readonly closing: number
}

function closingsNewestFirst({ serviceRequests }: CaseGroup): readonly Closing[] {
  return serviceRequests
    .flatMap(({ here }): Closing[] =>
      here?.changed && here.closedOn !== null
        ? [{ changed: here.changed, closedOn: here.closedOn, closing: here.closing ?? 0 }]
        : [],
    )
    .sort((a, b) => b.closing - a.closing)
}
