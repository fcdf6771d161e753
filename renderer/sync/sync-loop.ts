import type { Replica, SyncState } from '../desk/desk.ts'
import { type Environment, fraction } from '../desk/environment.ts'
import type { HubTransport } from '../home/home.ts'
import { backOff, pause } from './back-off.ts'
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
  const { transport, environment } = stand
  const standing = openStanding(stand)
  const follower = pokeFollower(transport, environment, wake)
  let failures = 0
  let running: Promise<void> | null = null
  let due = false
  let held = false
  let unschedule = () => {}

  function run(): void {
    if (held) return
    due = true
    running ??= turns().finally(() => {
      running = null
      // Asked for between the last look and now.
      if (due) run()
    })
  }

  async function turns(): Promise<void> {
    while (due && !held) {
      due = false
      unschedule()
      note(await turn(stand, progressed))
      await stand.tidy()
    }
  }

  // The hub answered: what fails after that fails for the first time, however long it was silent before.
  function progressed(): void {
    failures = 0
    standing.tell()
  }

  function note(step: Step): void {
    failures = step.kind === 'done' ? 0 : failures + 1
    const chance = fraction(environment.random)
    const retryAfter = step.kind === 'later' ? step.seconds : null
    unschedule = environment.after(failures > 0 ? backOff(failures, retryAfter, chance) : pause(chance), run)
    if (step.kind === 'done') follower.follow()
    standing.note(step)
  }

  // While the hub does not answer, or asked for a pause, hints do not shorten the wait.
  function wake(): void {
    if (failures === 0) run()
  }

  async function hold(): Promise<() => void> {
    held = true
    await running
    return () => {
      held = false
      run()
    }
  }

  const unwake = environment.onWake(run)
  run()
  return {
    state: standing.state,
    subscribe: standing.subscribe,
    wake,
    refresh: run,
    async oneMore() {
      run()
      await running
    },
    hold,
    async stop() {
      await hold()
      unschedule()
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
      if (pushed.kind !== 'done') return pushed
      progress()
    }
    const pulled = await attempt(sync.pullOnce)
    if (pulled.kind !== 'done') return pulled
    progress()
  } while (sync.hasUnsent() || sync.mustPull())
  return { kind: 'done' }
}

// A step throws where this device fails, its disk for one; that is tried again like a busy hub.
async function attempt(step: () => Promise<Step>): Promise<Step> {
  try {
    return await step()
  } catch (problem) {
    console.error('Synchronising failed on this device.', problem)
    return { kind: 'later', seconds: null }
  }
}
