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
  const { readTrail } = useDesk()
  const { index, view, today } = useReadings()
  if (!group) return { recorded: null, closed: false }
  const recorded = recordedAs(view.staff.number, group, index, today)
  return { recorded, closed: recorded === 'sensitive' && !readTrail.isOpen(group.id) }
}
