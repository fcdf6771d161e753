import type { IpcMain, IpcMainInvokeEvent } from 'electron'
import { strict } from './strict.ts'
import { nodeCodec, unwire, type Wired, wire } from './wire.ts'

type Handler = Parameters<IpcMain['handle']>[1]

const handlers = new Map<string, Handler>()

export const ipcMain = strict<Pick<IpcMain, 'handle'>>('ipcMain', {
  handle(channel, handler) {
    if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
    handlers.set(channel, handler)
  },
})

/** A question of a preload script, as it came over the process boundary. */
export interface Asked {
  readonly ask: number
  readonly channel: string
  readonly given: Wired
}

export type Answered =
  | { readonly ask: number; readonly value: Wired }
  | { readonly ask: number; readonly problem: string }

/** Electron tells the caller only the message of an error. */
export async function answerAsked({ ask, channel, given }: Asked, senderUrl: string): Promise<Answered> {
  const handler = handlers.get(channel)
  if (!handler) return { ask, problem: `No handler registered for '${channel}'` }
  try {
    const args = unwire(given, nodeCodec)
    return {
      ask,
      value: wire(await handler(eventFrom(senderUrl), ...(Array.isArray(args) ? args : [])), nodeCodec),
    }
  } catch (problem) {
    return { ask, problem: `Error invoking remote method '${channel}': ${problem}` }
  }
}

// Preload scripts run in the top frame only, so the sender is always that.
function eventFrom(url: string): IpcMainInvokeEvent {
  const senderFrame = strict('senderFrame', { url, parent: null, detached: false, isDestroyed: () => false })
  return strict('event', { senderFrame }) as unknown as IpcMainInvokeEvent
}
