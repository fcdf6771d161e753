import type { CaseGroup } from '../domain/case-group.ts'
import { type DecidedField, sourceOf } from '../domain/difference.ts'
import { remember } from '../domain/history.ts'
import type { SegmentName, StaffNumber } from '../domain/ids.ts'
import { land, withHolder } from '../domain/landing.ts'
import type { OrganisationIndex } from '../domain/organisation-index.ts'
import { objectionToAbsence } from './absence.ts'
import { isCaseworkerOf } from './authority.ts'
import type { Context } from './command.ts'
import { destinationOf, moveEntry, personEntry } from './destination.ts'
import { objectionToUnlocking } from './kept-lock.ts'

/**
 * The group with the source's values of these fields, or why they cannot be taken. The lock first, because it holds
 * the group where it is; then the segment, unassigned; then the holder, who brings his team.
 */
export function takeFromSource(
  group: CaseGroup,
  fields: readonly DecidedField[],
  index: OrganisationIndex,
  context: Context,
): CaseGroup | string {
  const takes = (field: DecidedField) => fields.includes(field)
  const locked = takes('lock') ? takeLock(group, context) : group
  if (typeof locked === 'string') return locked
  const moved = takes('segment')
    ? takeSegment(locked, group, index)
    : reevaluated(locked, group, index, context)
  if (typeof moved === 'string') return moved
  return takes('holder') ? takeHolder(moved, group, index, context) : moved
}

// Whoever set the lock that comes off is told, as when it is cleared (LOCK-11).
function takeLock(group: CaseGroup, context: Context): CaseGroup | string {
  const lock = group.differences.find(({ field }) => field === 'lock')?.sourceLock ?? null
  if ((lock === null) === (group.lock === null)) return group
  if (group.lock === null) return { ...group, lock }
  const kept = objectionToUnlocking(group, context.today)
  if (kept) return kept
  const { by: setBy, since } = group.lock
  const history = remember(group.history, personEntry({ kind: 'lock-cleared', setBy, since }, context))
  return { ...group, lock: null, movedWhileLocked: null, history }
}

// A lock that comes off lets the group go at once, as when it is cleared (LOCK-3).
function reevaluated(
  group: CaseGroup,
  before: CaseGroup,
  index: OrganisationIndex,
  context: Context,
): CaseGroup {
  if (before.lock === null || group.lock !== null) return group
  const to = destinationOf(group, index)
  if (to.segment === group.segment) return group
  const history = remember(group.history, moveEntry(group.segment, to, context))
  return { ...land(group, to.segment, index), history }
}

function takeSegment(group: CaseGroup, before: CaseGroup, index: OrganisationIndex): CaseGroup | string {
  const to = sourceOf(before, 'segment') as SegmentName
  if (to === before.segment) return group
  if (before.lock !== null && group.lock !== null)
    return 'It is locked here, and a lock holds it where it is. Clear the lock first.'
  if (!index.bom.caseOwning.has(to)) return 'The segment of CMS2012 owns no case groups any more.'
  return land(group, to, index)
}

function takeHolder(
  group: CaseGroup,
  before: CaseGroup,
  index: OrganisationIndex,
  { today }: Context,
): CaseGroup | string {
  const holder = sourceOf(before, 'holder') as StaffNumber | null
  if (holder === null) return land(group, group.segment, index)
  const team = index.staff.get(holder)?.team ?? null
  if (team === null || !isCaseworkerOf(holder, team, index))
    return 'The holder in CMS2012 is not an active caseworker: taking him would make an orphan.'
  if (index.teams.get(team)?.segment !== group.segment)
    return 'The holder in CMS2012 works in another segment. Take the segment too, or keep ours.'
  if (group.sensitive && !index.staff.get(holder)?.scrNominated)
    return 'A nationally sensitive group can only be held by a nominated caseworker.'
  return (
    objectionToAbsence(holder, index, today) ?? {
      ...withHolder(group, holder, today),
      team,
      assignedOn: today,
    }
  )
}
