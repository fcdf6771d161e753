import { counted } from '../../shared/queries/date-words.ts'
import { groupOfRow } from '../../shared/queries/row-key.ts'
import type { Replica } from '../desk/desk.ts'
import type { ListOnShow } from '../grid/list-on-show.ts'
import { groupOfEntry } from '../views/outbox-entry.ts'

/** A list to be carried to a file or to paper, and how many of its rows are not. */
export interface CarriedList {
  readonly list: ListOnShow
  readonly leftOut: number
}

/** Nothing of a nationally sensitive case group is written, not its number either, whoever asks for it (ACC-3). */
export function leaveOutSensitive(list: ListOnShow, replica: Replica): CarriedList {
  const sensitive = sensitiveIn(replica)
  const rows = list.rows.filter(({ key }) => !sensitive.has(key) && !sensitive.has(groupOfRow(key)))
  return { list: { ...list, rows }, leftOut: list.rows.length - rows.length }
}

/** What rows about them may be called after. */
function sensitiveIn(replica: Replica): ReadonlySet<string> {
  const names = new Set<string>()
  for (const { id, sensitive } of replica.caseGroups().values()) if (sensitive) names.add(id)
  for (const recovery of replica.aggregates('recovery-request').values())
    if (recovery.sensitive) names.add(recovery.masterCaseNumber)
  for (const exception of replica.aggregates('data-exception').values())
    if (exception.sensitive) names.add(exception.id)
  for (const entry of replica.outbox()) if (names.has(groupOfEntry(entry) ?? '')) names.add(entry.envelope.id)
  return names
}

export const leftOutWords = (many: number): string =>
  `${counted(many, 'row', 'rows')} about nationally sensitive case groups ${many === 1 ? 'is' : 'are'} left out: nothing of those is written to a file or on paper from a list.`
