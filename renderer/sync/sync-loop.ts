import type { Instant } from '../../shared/domain/time.ts'
import type { Replica, SyncState } from '../desk/desk.ts'
import { type Environment, fraction } from '../desk/environment.ts'
import type { HubTransport } from '../home/home.ts'
import { backOff, pause } from './back-off.ts'
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
  /** Resolves when nothing runs; nothing does until what it resolves to is called. */
  hold(): Promise<() => void>
  /** For good. */
  stop(): Promise<void>
}

/** Pushes and pulls: at the start, when poked, when there is something to send, and every minute. */
export function startSyncLoop(stand: LoopStand): SyncLoop {
  const { sync, transport, environment, replica } = stand
  const { after, random } = environment
  const listeners = new Set<() => void>()
  let last: Step | null = null
  let failures = 0
  let offlineSince: Instant | null = null
  let running: Promise<void> | null = null
  let due = false
  let stopped = false
  let held = false
  let unschedule = () => {}
  let unfollow = () => {}
  let following = false
  let state = present()

  function present(): SyncState {
    if (last?.kind === 'refusal') return { kind: 'stopped', reason: last.message }
    if (offlineSince !== null) return { kind: 'offline', since: offlineSince }
    // Before the first answer nobody knows whether the hub is there, whatever was kept here.
    if (last !== null && sync.isComplete()) return { kind: 'connected' }
    return { kind: 'loading', documents: replica.caseGroups().size }
  }

  function run(): void {
    if (stopped || held) return
    due = true
    running ??= turns().finally(() => {
      running = null
      // Asked for between the last look and now.
      if (due) run()
    })
  }

  async function turns(): Promise<void> {
    while (due && !stopped && !held) {
      due = false
      unschedule()
      note(await turn(stand, progressed))
      await stand.tidy()
    }
  }

  // The hub answered: what fails after that fails for the first time, however long it was silent before.
  function progressed(): void {
    failures = 0
    tell()
  }

  function note(step: Step): void {
    last = step
    const { clock } = environment
    failures = step.kind === 'done' ? 0 : failures + 1
    if (step.kind !== 'no-answer') offlineSince = null
    else offlineSince ??= new Date(clock()).toISOString()
    const retryAfter = step.kind === 'later' ? step.seconds : null
    const chance = fraction(random)
    unschedule = after(failures > 0 ? backOff(failures, retryAfter, chance) : pause(chance), run)
    if (step.kind === 'done') follow()
    tell()
  }

  // A stream that is lost is asked for again after a while; the pull that follows makes up for pokes that were missed.
  function follow(): void {
    if (following || stopped) return
    following = true
    unfollow = transport.pokes(wake, () => {
      unfollow = after(backOff(1, null, fraction(random)), () => {
        following = false
        wake()
      })
    })
  }

  // While the hub does not answer, or asked for a pause, hints do not shorten the wait.
  function wake(): void {
    if (failures === 0) run()
  }

  function tell(): void {
    const next = present()
    // The same object while nothing changed: views compare by identity.
    if (!isSame(next, state)) state = next
    for (const listener of [...listeners]) listener()
  }

  const unwake = environment.onWake(run)
  const unwatch = replica.subscribe(() => state.kind === 'loading' && tell())
  run()
  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    wake,
    refresh: run,
    async hold() {
      held = true
      await running
      return () => {
        held = false
        run()
      }
    },
    async stop() {
      stopped = true
      unschedule()
      unfollow()
      unwake()
      unwatch()
      await running
    },
  }
}

function isSame(one: SyncState, other: SyncState): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
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
