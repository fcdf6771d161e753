import { useState } from 'react'
import type { MasterCaseNumber } from '../../../shared/domain/ids.ts'
import type { LockCategory } from '../../../shared/domain/lock.ts'
import type { PlainDate } from '../../../shared/domain/time.ts'
import type { Doing } from '../../store/panel.ts'
import { useDesk, useReadings } from '../desk-context.ts'
import type { AllocationChoice } from './allocation-choice.ts'
import { type Choice, doingOf, nothingChosen } from './doings.ts'
import { isAboutTerms, type LockTerms, offeredCategories, usualReview } from './lock-terms.ts'
import { type RefusedDoing, refusedDoing } from './refused-doing.ts'
import type { Settling } from './settling.ts'

export interface Choosing {
  /** The last one that was complete. */
  readonly choice: Choice
  /** Nothing can be previewed before there was a complete choice. */
  readonly begun: boolean
  /** False while what is chosen is not, or no longer, as the command takes it. */
  readonly complete: boolean
  /** What a lock can be for; none: no category is to be chosen. */
  readonly categories: readonly LockCategory[]
  /** What it was asked with when it was refused. */
  readonly earlier: RefusedDoing
  readonly allocateTo: (allocation: AllocationChoice) => void
  readonly lockFor: (terms: LockTerms | null) => void
  readonly settleBy: (settling: Settling) => void
}

/** What is to be chosen besides the groups before it is known what will happen. */
export function useChoice(doing: Doing, ids: readonly MasterCaseNumber[]): Choosing {
  const desk = useDesk()
  const readings = useReadings()
  const { today } = readings
  const [categories] = useState(() => {
    const groups = ids.flatMap(id => desk.replica.caseGroup(id) ?? [])
    return offeredCategories(doing, groups)
  })
  const [earlier] = useState(() => refusedDoing(doingOf(doing), ids, desk, readings))
  const [choice, setChoice] = useState<Choice>(() => ({
    ...nothingChosen,
    ...earlier.choice,
    lockTerms: firstTerms(earlier.choice.lockTerms, categories.length > 0, today),
  }))
  const [valid, setValid] = useState(true)
  const begun = hasBegun(doing, choice)
  return {
    choice,
    begun,
    complete: begun && valid,
    categories,
    earlier,
    allocateTo: allocation => setChoice({ ...choice, allocation }),
    lockFor(lockTerms) {
      setValid(lockTerms !== null)
      if (lockTerms) setChoice({ ...choice, lockTerms })
    },
    settleBy(settling) {
      setValid(settling.fields.length > 0)
      setChoice({ ...choice, settling })
    },
  }
}

/** Null: a category is to be chosen first. */
function firstTerms(
  earlier: LockTerms | null | undefined,
  asksCategory: boolean,
  today: PlainDate,
): LockTerms | null {
  const { category = null, reviewOn = usualReview(today) } = earlier ?? {}
  if (asksCategory) return category && { category, reviewOn }
  return { category: null, reviewOn }
}

function hasBegun(doing: Doing, { allocation, lockTerms, settling }: Choice): boolean {
  if (doing === 'settle-drift') return settling !== null
  if (doing === 'allocate') return allocation !== null
  return !isAboutTerms(doing) || lockTerms !== null
}
