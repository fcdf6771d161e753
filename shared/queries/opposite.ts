import type { CommandName } from '../commands/commands.ts'
import { destinationOf } from '../commands/destination.ts'
import { seenForReturn } from '../commands/return-to-segment.ts'
import { assertNever } from '../domain/assert-never.ts'
import type { CaseGroup } from '../domain/case-group.ts'
import type { HistoryEntry, HistoryEvent, LockMark, WorkDone } from '../domain/history.ts'
import type { StaffNumber } from '../domain/ids.ts'
import { reviewDateObjection } from '../domain/lock.ts'
import { isOpenRequest } from '../domain/open-work.ts'
import type { OrganisationIndex } from '../domain/organisation-index.ts'
import { londonDate, type PlainDate } from '../domain/time.ts'
import { longDate } from './date-words.ts'
import { historyWords } from './history-words.ts'
import { staffName } from './names.ts'

/** How something done is undone after the hub has it: by a command of its own, or not at all, and why. */
export type Opposite =
  | {
      readonly kind: 'command'
      /** What was done, which this undoes. */
      readonly entry: HistoryEntry
      /** `Allocate back to Claire Webb`. */
      readonly words: string
      readonly name: CommandName
      readonly args: unknown
      readonly saw: unknown
      /** The reason that was given then and holds again; null: it is asked for where the command needs one. */
      readonly reason: string | null
    }
  | { readonly kind: 'none'; readonly why: string }

/**
 * The opposite of the last thing that happened to a group, if the person did it: read off its history, so that it is
 * the same on each of his devices. Whether it is possible is said by the command itself.
 */
export function oppositeOf(
  group: CaseGroup,
  actor: StaffNumber,
  index: OrganisationIndex,
  today: PlainDate,
): Opposite {
  const entry = group.history.find(isDeed)
  if (!entry) return none('Nothing was done to it here that could be undone.')
  if (entry.actor.kind !== 'person' || entry.actor.staff !== actor)
    return none('The last thing done to it was not done by you: speak with whoever did it.')
  const stand = { group, entry, actor, index, today }
  const { event } = entry
  switch (event.kind) {
    case 'returned':
      return backToHolder(stand, event)
    case 'allocated':
      return event.from === null ? backToQueue(stand) : allocateTo(stand, event.from)
    case 'lock-set':
      return unlock(stand)
    case 'lock-cleared':
      return lockAgain(stand, event)
    case 'lock-kept':
      return none('A review of a lock is kept for good: clear the lock, or review it again.')
    case 'request-assigned':
      return assignBack(stand, event)
    case 'request-raised':
      return none(`A service request is not unmade: close ${event.type} with its outcome instead.`)
    case 'request-closed':
      return none(
        `A closed service request is not opened again: raise ${event.type} anew where it is needed.`,
      )
    case 'worked':
      return none(`${historyWords(entry, index)}. ${noWayBack[event.work]}`)
    case 'incident':
      return none('A step of an incident is kept for good: take the next one that is open.')
    case 'drift-settled':
      return none(
        'A difference that was settled is not opened again: the next extract says what CMS2012 has.',
      )
    case 'moved':
      return none('It went where it belongs by its facts: only other facts move it again.')
    case 'lock-overruled':
    case 'moved-while-locked':
      return none('A rule or the source system did that, not a person.')
    default:
      return assertNever(event)
  }
}

/** `Undo: allocated on 19 November 2026`. */
export function undoName({ at, event }: HistoryEntry): string {
  const deed = event.kind === 'request-assigned' ? `${event.type} assigned` : deeds[event.kind]
  return deed === undefined ? 'Undo what was done last' : `Undo: ${deed} on ${longDate(londonDate(at))}`
}

const deeds: Readonly<Partial<Record<HistoryEvent['kind'], string>>> = {
  returned: 'returned',
  allocated: 'allocated',
  'lock-set': 'locked',
  'lock-cleared': 'lock cleared',
}

const noWayBack: Readonly<Record<WorkDone, string>> = {
  'request-started': 'A service request that was started stays started.',
  'activity-completed': 'Reopen the activity in its service request instead.',
  'activity-reopened': 'Complete the activity in its service request again instead.',
  'carried-on': 'The answer was taken note of; that is not undone.',
  'post-done': 'An item of post that is done is not opened again here.',
}

/** A rule's move stands beside the deed that it follows from. */
const isDeed = ({ actor, event }: HistoryEntry) =>
  actor.kind === 'person' || (event.kind !== 'moved' && event.kind !== 'lock-overruled')

const none = (why: string): Opposite => ({ kind: 'none', why })

interface Stand {
  readonly group: CaseGroup
  readonly entry: HistoryEntry
  readonly actor: StaffNumber
  readonly index: OrganisationIndex
  readonly today: PlainDate
}

type Event<Kind extends HistoryEvent['kind']> = Extract<HistoryEvent, { readonly kind: Kind }>

function backToHolder(stand: Stand, { from, lockCleared }: Event<'returned'>): Opposite {
  if (from === null) return none('Nobody held it before it was returned.')
  const allocate = allocateTo(stand, from)
  if (allocate.kind === 'none' || lockCleared === null || stand.group.lock) return allocate
  return { ...allocate, words: `${allocate.words}; the lock that was cleared with its return stays off` }
}

function allocateTo({ group, entry, index }: Stand, holder: StaffNumber): Opposite {
  const team = index.staff.get(holder)?.team ?? null
  if (team === null) return none(`Its former holder, ${staffName(holder, index)}, is in no team by now.`)
  return {
    kind: 'command',
    entry,
    words: `Allocate back to ${staffName(holder, index)}`,
    name: 'allocate-case-group',
    args: { masterCaseNumber: group.id, team, holder },
    saw: { team: group.team, holder: group.holder },
    reason: null,
  }
}

function backToQueue({ group, entry, index }: Stand): Opposite {
  return {
    kind: 'command',
    entry,
    words: 'Return to segment',
    name: 'return-to-segment',
    args: { masterCaseNumber: group.id, clearLock: false },
    saw: seenForReturn(group, index),
    reason: null,
  }
}

function unlock({ group, entry, index }: Stand): Opposite {
  if (!group.lock) return none('The lock is already off.')
  return {
    kind: 'command',
    entry,
    words: 'Clear the lock',
    name: 'clear-lock',
    args: { masterCaseNumber: group.id },
    saw: {
      since: group.lock.since,
      renewals: group.lock.reviews.length,
      destination: destinationOf(group, index).segment,
    },
    reason: null,
  }
}

function lockAgain({ group, entry, actor, today }: Stand, { setBy, since }: LockMark): Opposite {
  const moved = group.history.some(({ at, event }) => at === entry.at && event.kind === 'moved')
  if (moved) return none('It moved when its lock was cleared: a lock now would keep it where it went.')
  // A lock set again begins anew, and the reviews of the former one would be forgotten (LOCK-12).
  if (group.history.some(({ event }) => event.kind === 'lock-kept' && event.since === since))
    return none('Its reviews are not set again with a lock: set a lock with its reason instead.')
  const set = group.history.find(({ at, event }) => at === since && event.kind === 'lock-set')
  if (set?.event.kind !== 'lock-set' || set.reason === null)
    return none('How the clients benefited is not on record any more: set a lock with its reason instead.')
  const { category, reviewOn } = set.event
  if (reviewDateObjection(reviewOn, today) !== undefined)
    return none(`Its review date of ${longDate(reviewOn)} has passed: set a lock with a new one instead.`)
  return {
    kind: 'command',
    entry,
    words: `Set the lock again, from now on${setBy === actor ? '' : ' and as yours'}, to be reviewed on ${longDate(reviewOn)}`,
    name: 'set-lock',
    args: { masterCaseNumber: group.id, category, reviewOn },
    saw: { segment: group.segment },
    reason: set.reason,
  }
}

function assignBack({ group, entry, index }: Stand, { type, from, to }: Event<'request-assigned'>): Opposite {
  if (from === null) return none(`Nobody had ${type} before: assign it to somebody else instead.`)
  const meant = group.serviceRequests.filter(
    request => request.type === type && request.holder === to && isOpenRequest(request),
  )
  const [request] = meant
  if (!request || meant.length > 1) return none(`Which ${type} it was cannot be told: assign it by itself.`)
  return {
    kind: 'command',
    entry,
    words: `Assign ${type} back to ${staffName(from, index)}`,
    name: 'assign-service-request',
    args: { masterCaseNumber: group.id, request: request.number, holder: from },
    saw: { holder: request.holder },
    reason: null,
  }
}
