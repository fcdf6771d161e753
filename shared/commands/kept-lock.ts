import type { CaseGroup } from '../domain/case-group.ts'
import { lockKeepingOf } from '../domain/incident-lock.ts'
import type { PlainDate } from '../domain/time.ts'
import { longDate } from '../queries/date-words.ts'

/** Why the lock cannot come off, whoever asks (LOCK-6). */
export function objectionToUnlocking(group: CaseGroup, today: PlainDate): string | undefined {
  const keeping = lockKeepingOf(group, today)
  if (!keeping) return undefined
  if (keeping.kind === 'directed') {
    const { by, until } = keeping.direction
    return `The lock stays on until ${longDate(until)}: ${by} directed so when the incident was closed. The segment manager ends that sooner, with a reason.`
  }
  const { number } = keeping.incident
  return `${number ? `Incident ${number}` : 'An incident'} is with AAC: the lock stays on until it is closed or withdrawn.`
}
