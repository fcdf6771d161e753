import type { DeskHome, Identity } from '../home/home.ts'
import type { Outbox } from '../outbox/outbox.ts'
import { isPassing, isPending, type StoredEntry } from '../outbox/stored-entry.ts'
import type { SyncLoop } from '../sync/sync-loop.ts'
import type { Desk, Left } from './desk.ts'
import type { Environment } from './environment.ts'
import type { Line } from './line.ts'

interface LeavingStand {
  readonly home: Pick<DeskHome, 'signOut' | 'beginLock' | 'lock' | 'outbox'>
  readonly identity: Pick<Identity, 'staffNumber'>
  readonly environment: Pick<Environment, 'after'>
  readonly loop: Pick<SyncLoop, 'oneMore' | 'hold'>
  readonly line: Pick<Line, 'cut'>
  readonly outbox: Pick<Outbox, 'entries' | 'idle' | 'isDurable'>
  readonly keeps: boolean
  /** Finishes what was begun, and closes what is open. */
  readonly close: () => Promise<void>
}

// Longer than this nobody who leaves waits for the hub, nor for this device.
const PATIENCE = 5_000
const BRIEFLY = 2_000

/** The two ways to leave a desk, and what the hub does not have then. */
export function leaving(stand: LeavingStand): Pick<Desk, 'signOut' | 'lock'> {
  const { home, loop, line, close } = stand
  return {
    async signOut() {
      await sendPassing(stand)
      const holding = loop.hold()
      await patiently(stand, holding)
      const mend = line.cut()
      const goOn = await holding
      const left = await reckon(stand)
      // Where its person cannot be signed out, the desk goes on as it was.
      await home.signOut().catch(problem => {
        mend()
        goOn()
        throw problem
      })
      await close()
      return left
    },
    // Until the session is ended no document opens for him either: nobody had a hand on the desk for too long. What is on
    // its way arrives no more; a push that the hub may have had goes out again after the next sign-in.
    async lock() {
      await sendPassing(stand)
      await attempt(async () => home.beginLock())
      line.cut()
      await patiently(stand, attempt(loop.hold), BRIEFLY)
      const left = await reckon(stand)
      await patiently(stand, attempt(home.lock))
      await patiently(stand, attempt(close), BRIEFLY)
      return left
    },
  }
}

const passing = ({ outbox, keeps }: LeavingStand) => outbox.entries().filter(entry => isPassing(entry, keeps))

async function sendPassing(stand: LeavingStand): Promise<void> {
  if (passing(stand).some(isPending)) await patiently(stand, attempt(stand.loop.oneMore))
}

/** What comes of the work; undefined: not in time. */
async function patiently<Value>(
  { environment }: LeavingStand,
  work: Promise<Value>,
  milliseconds = PATIENCE,
): Promise<Value | undefined> {
  let stopWaiting = () => {}
  const patience = new Promise<undefined>(resolve => {
    stopWaiting = environment.after(milliseconds, () => resolve(undefined))
  })
  const came = await Promise.race([work, patience])
  stopWaiting()
  return came
}

// While the home still knows whose outbox it is; what cannot be counted does not keep anybody signed in.
async function reckon(stand: LeavingStand): Promise<Left> {
  const { home, identity, outbox, keeps } = stand
  await patiently(stand, outbox.idle(), BRIEFLY)
  // One whose write this device did not finish is nowhere either.
  const lostHere = (entry: StoredEntry) => isPassing(entry, keeps) || !outbox.isDurable(entry)
  const counting = home.outbox.count(identity.staffNumber).catch(() => undefined)
  const counted = await patiently(stand, counting, BRIEFLY)
  const waiting = counted ?? outbox.entries().filter(entry => !lostHere(entry)).length
  const lost = outbox
    .entries()
    .filter(lostHere)
    .map(({ envelope, refused }) => ({
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
