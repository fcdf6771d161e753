import { z } from 'zod'
import type { Id, StaffNumber, TeamId } from './ids.ts'

export type SavedViewId = Id<'saved-view'>
export const savedViewId = z.uuid().transform(value => value as SavedViewId)

export const SAVED_VIEW_NAME_LIMIT = 60
const WORDS_LIMIT = 60

// Words of ours, such as `due.over-30`: no number of a case group or of a person is so short, no name so plain.
const word = z.string().regex(/^(?!.*\d{4})[A-Za-z][A-Za-z0-9 .-]{0,59}$/)

/** How a list is filtered, sorted and which of its columns are otherwise than at first; never what was searched for. */
export const listSettings = z.strictObject({
  only: z.array(word).max(WORDS_LIMIT),
  sort: z.strictObject({ column: word, direction: z.enum(['ascending', 'descending']) }).nullable(),
  /** Left out, or shown where a column is left out at first. */
  hidden: z.array(word).max(WORDS_LIMIT),
})
export type ListSettings = z.output<typeof listSettings>

export const listName = z.string().regex(/^[a-z]{2,20}(-[a-z]{2,20}){0,3}$/)

/** A list as somebody likes to see it, under a name. */
export interface SavedView {
  readonly kind: 'saved-view'
  readonly id: SavedViewId
  readonly owner: StaffNumber
  /** Whose members see it too; its owner led it when he shared it. */
  readonly team: TeamId | null
  readonly name: string
  readonly list: string
  readonly settings: ListSettings
  /** Nobody sees it any more. */
  readonly removed: boolean
}
