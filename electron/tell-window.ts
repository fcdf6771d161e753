import type { BrowserWindow } from 'electron'
import { type ChannelName, type PokeEvent, pokeEvent, type WireName } from './contract.ts'

/** Says something unasked; to a window that is gone, nothing. */
export function tellWindow(
  window: Pick<BrowserWindow, 'isDestroyed' | 'webContents'>,
  event: PokeEvent,
): void {
  if (window.isDestroyed() || !pokeEvent.safeParse(event).success) return
  window.webContents.send('desk:pokes' satisfies WireName<ChannelName | 'pokes'>, event)
}
