import type { MasterCaseNumber } from '../../shared/domain/ids.ts'
import { groupOfRow } from '../../shared/queries/row-key.ts'
import type { Panel } from '../store/panel.ts'

/** The case groups that a form is about: of one that is nationally sensitive it shows nothing before that was opened (ACC-3). */
export function groupsOfPanel(panel: Panel): readonly MasterCaseNumber[] {
  switch (panel.kind) {
    case 'doing':
    case 'undo':
    case 'share':
      return panel.groups
    case 'recovery':
    case 'assign':
      return [...new Set(panel.rows.flatMap(row => groupOfRow(row) ?? []))]
    case 'answer-advice':
      return some(groupOfRow(panel.row))
    case 'while-with-aac':
      return some((panel.asked.args as { readonly masterCaseNumber?: MasterCaseNumber }).masterCaseNumber)
    case 'explanation':
    case 'views':
    case 'receipt':
      return []
    default:
      return some(panel.group)
  }
}

const some = (id: MasterCaseNumber | null | undefined): readonly MasterCaseNumber[] => (id ? [id] : [])
