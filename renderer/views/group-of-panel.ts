import type { MasterCaseNumber } from '../../shared/domain/ids.ts'
import { groupOfRow } from '../../shared/queries/row-key.ts'
import type { Panel } from '../store/panel.ts'

/**
 * The one case group that a form is about. Null also of several at once: of those a form shows what their list does.
 */
export function groupOfPanel(panel: Panel): MasterCaseNumber | null {
  switch (panel.kind) {
    case 'doing':
    case 'undo':
    case 'share':
      return only(panel.groups)
    case 'recovery':
      return only([...new Set(panel.rows.map(groupOfRow))])
    case 'answer-advice':
      return groupOfRow(panel.row)
    case 'while-with-aac':
      return (panel.asked.args as { readonly masterCaseNumber?: MasterCaseNumber }).masterCaseNumber ?? null
    case 'explanation':
    case 'views':
    case 'receipt':
      return null
    default:
      return panel.group
  }
}

const only = ([first, ...others]: readonly MasterCaseNumber[]): MasterCaseNumber | null =>
  others.length > 0 ? null : (first ?? null)
