import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import { recordedAs } from '../../../shared/sync/readings.ts'
import { useDesk, useReadings } from '../desk-context.ts'

export interface ReadingOf {
  readonly recorded: ReturnType<typeof recordedAs>
  /** Nothing of it is shown before it was said what it is opened for (ACC-3). */
  readonly closed: boolean
}

/** How it is recorded that a group is read in full, on the screen or on paper. */
export function useReadingOf(group: CaseGroup | undefined): ReadingOf {
  const { index, view, today } = useReadings()
  const closed = useClosed(group ? [group] : []).length > 0
  if (!group) return { recorded: null, closed }
  return { recorded: recordedAs(view.staff.number, group, index, today), closed }
}

/** Those of which nothing is shown before it was said what they are opened for (ACC-3). */
export function useClosed(groups: readonly CaseGroup[]): readonly CaseGroup[] {
  const { readTrail } = useDesk()
  return groups.filter(({ id, sensitive }) => sensitive && !readTrail.isOpen(id))
}
