import type { MasterCaseNumber } from '../../../shared/domain/ids.ts'
import type { LockCategory } from '../../../shared/domain/lock.ts'
import type { Readings } from '../../../shared/queries/readings.ts'
import type { Desk } from '../../desk/desk.ts'
import { refusedAlike } from '../asked-again.ts'
import { type AllocationChoice, caseworkersOf, queuesOf } from './allocation-choice.ts'
import type { Choice, DoingKind } from './doings.ts'
import { type LockTerms, offeredCategories } from './lock-terms.ts'

/** What the form begins with where the same was refused: the reason, and what was chosen and can be chosen still. */
export interface RefusedDoing {
  readonly reason: string | null
  readonly choice: Partial<Choice>
}

export function refusedDoing(
  { id, command, chosenIn }: DoingKind,
  ids: readonly MasterCaseNumber[],
  desk: Desk,
  readings: Readings,
): RefusedDoing {
  const asked = ids.map(masterCaseNumber => ({ name: command, args: { masterCaseNumber } }))
  const reason = refusedAlike(desk, asked, each => each.reason) ?? null
  const { allocation, lockTerms, ...others } =
    refusedAlike(desk, asked, ({ args }) => chosenIn(Object(args))) ?? {}
  const groups = ids.flatMap(each => desk.replica.caseGroup(each) ?? [])
  return {
    reason,
    choice: {
      ...others,
      ...(allocation && isOffered(allocation, readings) && { allocation }),
      ...(lockTerms && { lockTerms: asOffered(lockTerms, offeredCategories(id, groups)) }),
    },
  }
}

function isOffered({ team, holder }: AllocationChoice, readings: Readings): boolean {
  if (holder === null) return queuesOf(readings).includes(team)
  return caseworkersOf(readings).some(load => load.staff.number === holder && load.team === team)
}

const asOffered = ({ category, reviewOn }: LockTerms, offered: readonly LockCategory[]): LockTerms => ({
  category: offered.find(each => each === category) ?? null,
  reviewOn,
})
