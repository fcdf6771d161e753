import { useEffect, useRef, useState } from 'react'
import type { Readings } from '../../../shared/queries/readings.ts'
import type { DeskView } from '../views.ts'
import { whenIdle } from '../when-idle.ts'

type Counts = ReadonlyMap<DeskView['id'], number>

const none: Counts = new Map()

/**
 * How much is in each view, counted while the page has nothing else to do, one view after the other: a key that comes
 * meanwhile waits for one of them, not for all. What changes in the middle is counted on from there: each has its turn
 * however often something does. Undefined readings: nothing is counted.
 */
export function useCounts(views: readonly DeskView[], readings: Readings | undefined): Counts {
  const [counts, settle] = useState(none)
  const turn = useRef(0)
  useEffect(() => {
    const counted = views.filter(({ count }) => count !== null)
    if (!readings || counted.length === 0) return
    let left = counted.length
    let leave = whenIdle(count)

    function count(): void {
      const view = counted[turn.current++ % counted.length]
      if (view?.count && readings) {
        const [id, number] = [view.id, view.count(readings)]
        settle(before => (before.get(id) === number ? before : new Map(before).set(id, number)))
      }
      if (--left > 0) leave = whenIdle(count)
    }

    return () => leave()
  }, [views, readings])
  return readings ? counts : none
}
