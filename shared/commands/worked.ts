import type { CaseGroup } from '../domain/case-group.ts'
import { remember, type WorkDone } from '../domain/history.ts'
import type { Context } from './command.ts'
import { personEntry } from './destination.ts'

/** The group that remembers what was done on it last, so that nothing older is taken for the last. */
export function worked(group: CaseGroup, work: WorkDone, on: string, context: Context): CaseGroup {
  return { ...group, history: remember(group.history, personEntry({ kind: 'worked', work, on }, context)) }
}
