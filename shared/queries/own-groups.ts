import { isNews } from '../domain/request-here.ts'
import type { PlainDate } from '../domain/time.ts'
import { urgencyOf } from './due.ts'
import type { OverseenGroup } from './overseen-groups.ts'
import type { ReturnDue } from './returns-due.ts'

/** How a caseworker's own groups are divided: what is for him to do first (SR-7, RTS-7). */
export const ownSections = ['answered', 'overdue', 'this-week', 'later', 'to-return'] as const
export type OwnSection = (typeof ownSections)[number]

export function ownSectionOf({ group, openWork, due }: OverseenGroup, today: PlainDate): OwnSection {
  if (group.serviceRequests.some(isNews)) return 'answered'
  if (openWork === 0) return 'to-return'
  return due === null ? 'later' : urgencyOf(due.on, today)
}

/** Section by section: what is due first, and of those to be returned the longest without work. */
export function inOwnOrder(
  groups: readonly OverseenGroup[],
  returns: readonly ReturnDue[],
  today: PlainDate,
): readonly OverseenGroup[] {
  const without = new Map(returns.map(({ group }, place) => [group.id, place]))
  const placed = groups.map(row => ({
    row,
    section: ownSections.indexOf(ownSectionOf(row, today)),
    due: row.due?.on ?? '9999',
    place: without.get(row.group.id) ?? 0,
  }))
  placed.sort(
    (a, b) =>
      a.section - b.section ||
      (a.due === b.due ? 0 : a.due < b.due ? -1 : 1) ||
      a.place - b.place ||
      (a.row.group.id < b.row.group.id ? -1 : 1),
  )
  return placed.map(({ row }) => row)
}
