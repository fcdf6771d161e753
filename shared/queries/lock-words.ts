import type { CaseGroup, MovedWhileLocked } from '../domain/case-group.ts'
import type { Lock, LockCategory } from '../domain/lock.ts'
import type { OrganisationIndex } from '../domain/organisation-index.ts'
import { londonDate } from '../domain/time.ts'
import { counted, longDate } from './date-words.ts'
import type { LockReviewing, ManagersWhy } from './lock-reviewing.ts'
import { movedByTheRule } from './locks.ts'
import { segmentTitle } from './names.ts'

/** What a lock is for, in words (LOCK-2). */
export const lockCategoryWords: Readonly<Record<LockCategory, string>> = {
  'enforcement-action': 'Enforcement action in progress',
  'incident-with-aac': 'Incident with AAC',
  'other-client-benefit': 'Other client benefit',
}

/** When it is reviewed and whose turn it is: `To be reviewed on 3 November 2026, renewed twice` (LOCK-12). */
export function reviewWords({ reviewOn }: Lock, reviewing: LockReviewing): string {
  const { state, renewals, managersWhy } = reviewing
  if (reviewOn === null) return 'It has no review date: nobody has reviewed it here yet.'
  const due = state === 'overdue' ? 'Its review was due on' : 'To be reviewed on'
  const renewed = renewals === 0 ? 'not renewed yet' : `renewed ${counted(renewals, 'time')}`
  const whose = managersWhy === null ? escalationWords(reviewing) : managersWords[managersWhy]
  return `${due} ${longDate(reviewOn)}, ${renewed}.${whose}`
}

const managersWords: Readonly<Record<ManagersWhy, string>> = {
  renewed: ' Only the segment manager renews it again.',
  'no-team': ' It comes to the segment manager that day: no team has the case group.',
  unled: ' It comes to the segment manager that day: nobody is there who leads its team.',
  own: ' It comes to the segment manager that day: whoever leads its team set it, and nobody reviews a lock he set.',
}

// The clock shows its working (ADV-4, ADV-5).
function escalationWords({ escalatesOn, isEscalated }: LockReviewing): string {
  if (!escalatesOn) return ''
  const { on, without, certain } = escalatesOn
  const days = without.map(longDate).join(' and ')
  const left = days === '' ? '' : ` without ${days}`
  const unsure = certain ? '' : ', as far as the calendar of bank holidays goes'
  const verb = isEscalated ? 'It is with' : 'It comes to'
  return ` ${verb} the segment manager from ${longDate(on)}, 5 working days later${left}${unsure}.`
}

/** The source can move a locked group; where the rule would have done so too, that is no fault of anybody (IMP-9, LOCK-4). */
export function movedWhileLockedWords(
  group: CaseGroup,
  { from, to, seenAt }: MovedWhileLocked,
  index: OrganisationIndex,
): string {
  const move = `CMS2012 moved it from ${segmentTitle(from, index)} to ${segmentTitle(to, index)} while it was locked, seen on ${longDate(londonDate(seenAt))}.`
  return movedByTheRule(group, index)
    ? `${move} That was the rule itself: nationally sensitive overrules a lock.`
    : `${move} A lock should have kept it: find out who moved it.`
}
