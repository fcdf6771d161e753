import type { StaffNumber } from '../shared/domain/ids.ts'
import type { ResultOf } from './contract.ts'
import type { Person } from './person.ts'

/** Who sits at the desk, and who just left it. */
export interface Seat {
  person(): Person | null
  /** Whose turn it is: another number whenever somebody comes or goes. */
  turn(): number
  /** Aborted when whoever is here leaves. */
  leaves(): AbortSignal
  /** Whether this document may write for him: he sits here, or he just left and it finishes what it began. */
  mayWriteFor(person: StaffNumber): boolean
  take(person: Person): void
  drop(): void
  /** Who it is, with the keys, which one document is given once; null: nobody, or it was given them. */
  give(): ResultOf<'signIn'> | null
  /** Another document is about to take the page's place: it may have the keys. */
  documentChanges(): void
}

export function openSeat(first: Person | null): Seat {
  let person = first
  let given = false
  let left: StaffNumber | null = null
  // Counts who came and went: what was begun before that is no business of whoever is here now.
  let turn = 0
  let stay = new AbortController()
  return {
    person: () => person,
    turn: () => turn,
    leaves: () => stay.signal,
    mayWriteFor: staffNumber => [person?.staffNumber, left].includes(staffNumber),
    take(coming) {
      turn += 1
      person = coming
      given = false
      left = null
    },
    drop() {
      // What is being written for whoever left before may still be written.
      left = person?.staffNumber ?? left
      person = null
      turn += 1
      stay.abort()
      stay = new AbortController()
    },
    give() {
      if (!person || given) return null
      given = true
      const { custody, lease, ...rest } = person
      return { ...rest, ...custody }
    },
    documentChanges() {
      given = false
      left = null
    },
  }
}
