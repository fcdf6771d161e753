import type { BrowserWindow } from 'electron'
import { chosenEvent, type EventName, type PokeEvent, pokeEvent, type WireName } from './contract.ts'

type Told = Pick<BrowserWindow, 'isDestroyed' | 'webContents'>

/** Says something unasked; to a window that is gone, nothing. */
export function tellWindow(window: Told, event: PokeEvent): void {
  if (window.isDestroyed() || !pokeEvent.safeParse(event).success) return
  window.webContents.send('desk:pokes' satisfies WireName<EventName>, event)
}

/** Says what the person chose outside of the page. */
export function tellChosen(window: Told, action: string): void {
  if (window.isDestroyed() || !chosenEvent.safeParse(action).success) return
  window.webContents.send('desk:chosen' satisfies WireName<EventName>, action)
}
