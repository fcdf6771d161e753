import type { Instant } from '../../shared/domain/time.ts'
import type { Replica, SyncState } from '../desk/desk.ts'
import type { Environment } from '../desk/environment.ts'
import type { Sync } from './sync.ts'
import type { Step } from './sync-memory.ts'

interface StandingStand {
  readonly sync: Pick<Sync, 'isComplete'>
  readonly environment: Pick<Environment, 'clock'>
  readonly replica: Pick<Replica, 'caseGroups' | 'subscribe'>
}

/** How the desk stands with its hub, for views to show. */
export interface Standing {
  state(): SyncState
  subscribe(listener: () => void): () => void
  note(step: Step): void
  tell(): void
  close(): void
}

// A hub that is busy for longer is as good as none.
const PATIENCE = 30_000

export function openStanding({ sync, environment, replica }: StandingStand): Standing {
  const listeners = new Set<() => void>()
  let last: Step | null = null
  /** Since when nothing came to its end. */
  let failingSince: Instant | null = null
  let state = present()
  const close = replica.subscribe(() => state.kind === 'loading' && tell())

  function present(): SyncState {
    if (last?.kind === 'refusal') return { kind: 'stopped', code: last.code, reason: last.message }
    if (last?.kind === 'stuck') return { kind: 'stuck' }
    if (failingSince !== null && (last?.kind === 'no-answer' || isOld(failingSince)))
      return { kind: 'offline', since: failingSince }
    // Before the first answer nobody knows whether the hub is there, whatever was kept here.
    if (last !== null && sync.isComplete()) return { kind: 'connected' }
    return { kind: 'loading', documents: replica.caseGroups().size }
  }

  const isOld = (since: Instant) => environment.clock() - Date.parse(since) >= PATIENCE

  function tell(): void {
    const next = present()
    // The same object while nothing changed: views compare by identity.
    if (JSON.stringify(next) !== JSON.stringify(state)) state = next
    for (const listener of [...listeners]) listener()
  }

  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    note(step) {
      last = step
      if (step.kind === 'done' || step.kind === 'refusal') failingSince = null
      else failingSince ??= new Date(environment.clock()).toISOString()
      tell()
    },
    tell,
    close,
  }
}
