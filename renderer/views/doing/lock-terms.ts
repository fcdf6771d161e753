import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import { objectionToCategory } from '../../../shared/domain/incident-lock.ts'
import { type LockCategory, lockCategories } from '../../../shared/domain/lock.ts'
import { addDays, type PlainDate } from '../../../shared/domain/time.ts'
import type { Doing } from '../../store/panel.ts'

/** What a lock is for and when it is looked at; a category of null leaves each as it is. */
export interface LockTerms {
  readonly category: LockCategory | null
  readonly reviewOn: PlainDate
}

/** Days from today that are one press away. */
export const quickDays = [7, 14, 28] as const
const USUAL = 14

/** Its terms come before anything is known of what will happen. */
export const isAboutTerms = (doing: Doing): boolean => doing === 'set-lock' || doing === 'keep-lock'

/** What the command would take for one of the groups at least; none: no category is to be chosen. */
export function offeredCategories(doing: Doing, groups: readonly CaseGroup[]): readonly LockCategory[] {
  // A lock that came with the extract has no category yet; others keep theirs.
  const without = doing === 'set-lock' ? groups : groups.filter(({ lock }) => lock?.category === null)
  return lockCategories.filter(category =>
    without.some(group => objectionToCategory(category, group) === undefined),
  )
}

export const usualReview = (today: PlainDate): PlainDate => addDays(today, USUAL)
