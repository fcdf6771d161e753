import type { Instant } from '../domain/time.ts'
import { bounceOf } from './bounce.ts'
import { ownChanges } from './own-changes.ts'
import type { Readings } from './readings.ts'
import { changedLines } from './today-changes.ts'
import { dueLines } from './today-due.ts'
import { line, type Mention, type TodayLine } from './today-line.ts'

/** What needs somebody today: what is due, what bounced, and what others changed since he last looked. */
export function todayOf(readings: Readings, since: Instant, needsYou: number): readonly TodayLine[] {
  return [
    line('needs-you', 'needs-you', [], needsYou),
    ...dueLines(readings),
    line('bounced', 'bounced', bouncedIn(readings)),
    ...(readings.view.kind === 'person' ? ownChanges(readings, since) : changedLines(readings, since)),
  ]
}

function bouncedIn({ groups, index, today }: Readings): readonly Mention[] {
  return groups.flatMap(({ group }) => {
    const entry = bounceOf(group, index, today)
    return entry ? [{ group, entry }] : []
  })
}
