import type { WebContents } from 'electron'

// As in a browser: from 50 % to 300 % (a level is a step of a fifth).
const LEAST = -4
const MOST = 6

type Zoomed = Pick<WebContents, 'getZoomLevel' | 'setZoomLevel'>

/** Sets how large the page is shown, and returns the level to be remembered. */
export function zoom(contents: Zoomed, step: 'in' | 'out' | 'actual'): number {
  const now = contents.getZoomLevel()
  const level = step === 'actual' ? 0 : Math.min(MOST, Math.max(LEAST, now + (step === 'in' ? 0.5 : -0.5)))
  contents.setZoomLevel(level)
  return level
}
