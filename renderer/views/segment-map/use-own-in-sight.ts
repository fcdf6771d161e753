import { type RefObject, useEffect } from 'react'

/** Begins with the person's own segment in the middle of what is in sight. */
export function useOwnInSight(ref: RefObject<HTMLElement | null>, y: number | undefined): void {
  const known = y !== undefined
  // biome-ignore lint/correctness/useExhaustiveDependencies: once; where it stands later is no reason to scroll.
  useEffect(() => {
    const scroller = ref.current?.closest('.segment-map-room')
    if (scroller && y !== undefined) scroller.scrollTop = y - scroller.clientHeight / 2
  }, [known])
}
