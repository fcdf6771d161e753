import { handWords } from '../../shared/sync/hand.ts'

/** When a hand was last on this document, in the hub's words: it lets a session go that nobody sits at. */
export function handTold() {
  let key: string | null = null
  let last = moment()
  return {
    /** With what the hub gave; null: nothing is told any more. */
    begin(given: string | null): void {
      key = given
    },
    note(): void {
      last = moment()
    },
    words(): string | null {
      const now = moment()
      // A clock that is set back makes nobody's hand younger, nor does a machine that slept.
      const gone = Math.max(now.clock - last.clock, now.ran - last.ran)
      return key === null ? null : handWords(key, gone / 1000)
    },
  }
}

const moment = () => ({ clock: Date.now(), ran: performance.now() })
