import { useSyncExternalStore } from 'react'

/** From here on the panes are wider too. */
const WIDE = '(min-width: 1600px)'

/** Whether a list has room for what can also be read in the right pane. */
export function useWide(): boolean {
  return useSyncExternalStore(subscribe, () => matchMedia(WIDE).matches)
}

function subscribe(listener: () => void): () => void {
  const query = matchMedia(WIDE)
  query.addEventListener('change', listener)
  return () => query.removeEventListener('change', listener)
}
