import type { CaseGroup } from '../../../shared/domain/case-group.ts'
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

/** No incident is recorded here yet that a lock could be for. */
export const offeredCategories = lockCategories.filter(category => category !== 'incident-with-aac')

/** Its terms come before anything is known of what will happen. */
export const isAboutTerms = (doing: Doing): boolean => doing === 'set-lock' || doing === 'keep-lock'

/** Whether a category must be chosen: a lock that came with the extract has none. */
export function needsCategory(doing: Doing, groups: readonly CaseGroup[]): boolean {
  return doing === 'set-lock' || groups.some(({ lock }) => lock?.category === null)
}

export const usualReview = (today: PlainDate): PlainDate => addDays(today, USUAL)
