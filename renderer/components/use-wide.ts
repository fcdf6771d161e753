import { useCallback, useState, useSyncExternalStore } from 'react'

/** From here on the panes are wider too. */
const WIDE = '(min-width: 1600px)'
/** Up to here the panes stand one below the other, as in frame.css. */
const NARROW = '(max-width: 1000px)'

/** Whether a list has room for what can also be read in the right pane. */
export const useWide = () => useMedia(WIDE)

/** Whether there is no room for panes side by side, as with letters twice as large on a laptop (WCAG 1.4.10). */
export const useNarrow = () => useMedia(NARROW)

function useMedia(media: string): boolean {
  const [query] = useState(() => matchMedia(media))
  const subscribe = useCallback(
    (listener: () => void) => {
      query.addEventListener('change', listener)
      return () => query.removeEventListener('change', listener)
    },
    [query],
  )
  return useSyncExternalStore(subscribe, () => query.matches)
}
