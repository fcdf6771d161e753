import type { Replica, SyncState } from '../desk/desk.ts'
import type { Environment } from '../desk/environment.ts'
import type { HubTransport } from '../home/home.ts'
import { oneAtATime } from './one-at-a-time.ts'
import { openPace } from './pace.ts'
import { pokeFollower } from './poke-follower.ts'
import { openStanding } from './standing.ts'
import type { Sync } from './sync.ts'
import type { Step } from './sync-memory.ts'

export interface LoopStand {
  readonly sync: Sync
  readonly transport: HubTransport
  readonly environment: Environment
  /** What is here, to tell while loading. */
  readonly replica: Pick<Replica, 'caseGroups' | 'subscribe'>
  /** After each turn, whatever came of it: what is kept on the device is put in order. */
  readonly tidy: () => Promise<void>
}

export interface SyncLoop {
  state(): SyncState
  subscribe(listener: () => void): () => void
  /** There is something to send. */
  wake(): void
  /** Now, even if a wait was asked for. */
  refresh(): void
  /** The same; resolves when it has come to its end, whatever came of it. */
  oneMore(): Promise<void>
  /** Resolves when nothing runs; nothing does until what it resolves to is called. */
  hold(): Promise<() => void>
  /** For good. */
  stop(): Promise<void>
}

/** Pushes and pulls: at the start, when poked, when there is something to send, and every minute. */
export function startSyncLoop(stand: LoopStand): SyncLoop {
  const { transport, environment, tidy } = stand
  const standing = openStanding(stand)
  const pace = openPace(environment, () => turns.ask())
  const turns = oneAtATime(async () => {
    pace.interrupt()
    const step = await turn(stand, progressed)
    pace.note(step)
    if (step.kind === 'done') follower.follow()
    standing.note(step)
    await tidy()
  })
  const follower = pokeFollower(transport, environment, wake)

  function progressed(): void {
    pace.progressed()
    standing.tell()
  }

  // While the hub does not answer, or asked for a pause, hints do not shorten the wait.
  function wake(): void {
    if (pace.isSteady()) turns.ask()
  }

  const unwake = environment.onWake(turns.ask)
  turns.ask()
  return {
    state: standing.state,
    subscribe: standing.subscribe,
    wake,
    refresh: turns.ask,
    oneMore: turns.oneMore,
    hold: turns.hold,
    async stop() {
      await turns.hold()
      pace.interrupt()
      unwake()
      follower.stop()
      standing.close()
    },
  }
}

/** Sends what waits and pulls, until there is nothing to send; ends at the first failure. */
async function turn({ sync }: LoopStand, progress: () => void): Promise<Step> {
  do {
    while (sync.hasUnsent()) {
      const pushed = await attempt(sync.pushOnce)
      if (pushed.kind === 'stuck') return stillHearing(sync)
      if (pushed.kind !== 'done') return pushed
      progress()
    }
    const pulled = await attempt(sync.pullOnce)
    if (pulled.kind !== 'done') return pulled
    progress()
  } while (sync.hasUnsent() || sync.mustPull())
  return { kind: 'done' }
}

// Whoever cannot send must hear all the same: a wipe, a group that became sensitive (ACC-3), what others did.
async function stillHearing(sync: Sync): Promise<Step> {
  const pulled = await attempt(sync.pullOnce)
  return pulled.kind === 'done' ? { kind: 'stuck' } : pulled
}

// A step throws where this device fails, its disk for one; that is tried again like a busy hub.
async function attempt(step: () => Promise<Step>): Promise<Step> {
  try {
    return await step()
  } catch (problem) {
    console.error('Synchronising failed on this device.', problem)
    return { kind: 'stuck' }
  }
}
