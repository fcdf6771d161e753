import type { DeskHome, Identity } from '../home/home.ts'
import type { Outbox } from '../outbox/outbox.ts'
import { isPassing, isPending } from '../outbox/stored-entry.ts'
import type { SyncLoop } from '../sync/sync-loop.ts'
import type { Desk, Left } from './desk.ts'
import type { Environment } from './environment.ts'

interface LeavingStand {
  readonly home: Pick<DeskHome, 'signOut' | 'beginLock' | 'lock' | 'outbox'>
  readonly identity: Pick<Identity, 'staffNumber'>
  readonly environment: Pick<Environment, 'after'>
  readonly loop: Pick<SyncLoop, 'oneMore' | 'hold'>
  readonly outbox: Pick<Outbox, 'entries' | 'idle'>
  readonly keeps: boolean
  /** Finishes what was begun, and closes what is open. */
  readonly close: () => Promise<void>
}

// Longer than this a lock does not wait for the hub before it begins.
const PATIENCE = 5_000

/** The two ways to leave a desk, and what the hub does not have then. */
export function leaving(stand: LeavingStand): Pick<Desk, 'signOut' | 'lock'> {
  const { home, loop, close } = stand
  return {
    async signOut() {
      await sendPassing(stand)
      const goOn = await loop.hold()
      const left = await reckon(stand)
      // Where its person cannot be signed out, the desk goes on as it was.
      await home.signOut().catch(problem => {
        goOn()
        throw problem
      })
      await close()
      return left
    },
    // Until the session is ended no document opens for him either: nobody had a hand on the desk for too long.
    async lock() {
      await sendPassing(stand)
      await attempt(async () => home.beginLock())
      await attempt(loop.hold)
      const left = await reckon(stand)
      await attempt(home.lock)
      await attempt(close)
      return left
    },
  }
}

const passing = ({ outbox, keeps }: LeavingStand) => outbox.entries().filter(entry => isPassing(entry, keeps))

async function sendPassing(stand: LeavingStand): Promise<void> {
  if (!passing(stand).some(isPending)) return
  let stopWaiting = () => {}
  const patience = new Promise<void>(resolve => {
    stopWaiting = stand.environment.after(PATIENCE, resolve)
  })
  await Promise.race([attempt(stand.loop.oneMore), patience])
  stopWaiting()
}

// While the home still knows whose outbox it is; what cannot be counted does not keep anybody signed in.
async function reckon(stand: LeavingStand): Promise<Left> {
  const { home, identity, outbox, keeps } = stand
  await outbox.idle()
  const held = () => outbox.entries().filter(entry => !isPassing(entry, keeps)).length
  const waiting = await home.outbox.count(identity.staffNumber).catch(held)
  const lost = passing(stand).map(({ envelope, refused }) => ({
    made: envelope.issuedAt,
    refused: refused !== null,
  }))
  return { waiting, lost }
}

/** A lock goes on whatever fails on the way: the document goes, and what goes with it is told. */
async function attempt(step: () => Promise<unknown>): Promise<void> {
  try {
    await step()
  } catch (problem) {
    console.error('A step of leaving the desk failed.', problem)
  }
}
