import { useEffect, useState } from 'react'
import type { Readings } from '../../../shared/queries/readings.ts'
import type { DeskView } from '../views.ts'

export type Counts = ReadonlyMap<DeskView['id'], number>

const none: Counts = new Map()

// Where there is always something else to do, it is not put off for ever.
const AT_LAST = 500

/**
 * How much is in each view, counted while the page has nothing else to do, one view after the other: a key that comes
 * meanwhile waits for one of them, not for all. Undefined readings: nothing is counted.
 */
export function useCounts(views: readonly DeskView[], readings: Readings | undefined): Counts {
  const [counts, settle] = useState(none)
  useEffect(() => {
    if (!readings) return
    const counting = new Map<DeskView['id'], number>()
    const left = views.filter(({ count }) => count !== null)
    let asked = request()

    function request(): number {
      return requestIdleCallback(() => count(left.shift()), { timeout: AT_LAST })
    }

    function count(view: DeskView | undefined): void {
      if (view?.count && readings) counting.set(view.id, view.count(readings))
      if (view) asked = request()
      else settle(counting)
    }

    return () => cancelIdleCallback(asked)
  }, [views, readings])
  return readings ? counts : none
}
