import { type Environment, fraction } from '../desk/environment.ts'
import { backOff, pause } from './back-off.ts'
import type { Step } from './sync-memory.ts'

export interface Pace {
  /** The last step did not fail. */
  isSteady(): boolean
  /** The hub answered: what fails after that fails for the first time, however long it was silent before. */
  progressed(): void
  /** How a turn ended, and with that when the next one is due by itself. */
  note(step: Step): void
  /** None is due by itself any more. */
  interrupt(): void
}

/** When the next turn is due by itself: in a minute; the later, the more often it failed. */
export function openPace({ after, random }: Pick<Environment, 'after' | 'random'>, next: () => void): Pace {
  let failures = 0
  let unschedule = () => {}
  return {
    isSteady: () => failures === 0,
    progressed() {
      failures = 0
    },
    note(step) {
      failures = step.kind === 'done' ? 0 : failures + 1
      const chance = fraction(random)
      const retryAfter = step.kind === 'later' ? step.seconds : null
      unschedule = after(failures > 0 ? backOff(failures, retryAfter, chance) : pause(chance), next)
    },
    interrupt: () => unschedule(),
  }
}
