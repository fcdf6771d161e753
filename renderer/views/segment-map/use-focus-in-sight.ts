import { type RefObject, useEffect } from 'react'
import { BOX_HEIGHT } from './map-routes.ts'

/** Brings the segment in focus, whose box begins at `y`, into the middle of what is in sight, where it is not in sight already. */
export function useFocusInSight(
  ref: RefObject<HTMLElement | null>,
  focused: string | null,
  y: number | undefined,
): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: segments of one rank have one `y`, and each is brought into sight.
  useEffect(() => {
    const scroller = ref.current?.closest('.segment-map-room')
    if (!scroller || y === undefined) return
    const head = scroller.querySelector('.map-head')?.clientHeight ?? 0
    const room = scroller.clientHeight - head
    const top = y - scroller.scrollTop
    if (top < 0 || top + BOX_HEIGHT > room) scroller.scrollTop = y - room / 2
  }, [ref, focused, y])
}
