import type { IncidentEntry } from '../domain/incident.ts'
import type { PlainDate } from '../domain/time.ts'
import { whenWords } from './date-words.ts'

/** From so much on what was done waited for the hub: the desk was offline, or the two clocks differ. */
const LATE = 60_000

/** When it was done, and when the hub took it where that was later: `today at 09:31; at the hub today at 14:10` (INC-13). */
export function entryWhen({ at, issuedAt = at }: IncidentEntry, today: PlainDate): string {
  const done = whenWords(issuedAt, today)
  const isLate = Math.abs(Date.parse(at) - Date.parse(issuedAt)) >= LATE
  return isLate ? `${done}; at the hub ${whenWords(at, today)}` : done
}
