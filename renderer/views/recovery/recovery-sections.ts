import { numberWords } from '../../../shared/queries/date-words.ts'
import type { RecoveryRow, RecoverySection } from '../../../shared/queries/recoveries.ts'
import type { Viewpoint } from '../../../shared/queries/viewpoint.ts'
import type { Sections } from '../../grid/lines.ts'

const sectionWords: Readonly<Record<RecoverySection, string>> = {
  managers: 'Open for five working days: with the segment manager',
  chase: 'Due to chase',
  answered: 'Answered by IT, still to be assigned or returned',
  waiting: 'With local IT',
  chased: 'Chased by the team',
  new: 'New',
  acknowledged: 'Acknowledged',
  ended: 'Ended in the last 28 days',
}

/** Under headings by what is to be done. */
export function recoverySections({ kind }: Viewpoint): Sections<RecoveryRow> {
  return {
    of: ({ section }) => section,
    title(section, count) {
      const words =
        section === 'managers' && kind === 'segment'
          ? 'Open for five working days: yours to settle'
          : sectionWords[section as RecoverySection]
      return `${words} · ${numberWords(count)}`
    },
    alarming: section => section === 'managers' || section === 'chased',
  }
}
