import type { ReactNode } from 'react'
import type { Findable } from '../../../shared/queries/search.ts'
import type { Column } from '../../grid/column.ts'
import type { Sections } from '../../grid/lines.ts'
import type { Doing } from '../../store/panel.ts'
import type { Facet } from './facet.ts'

export type ViewId =
  | 'today'
  | 'orphans'
  | 'locks'
  | 'case-groups'
  | 'team'
  | 'queue'
  | 'requests'
  | 'incidents'
  | 'advice'
  | 'deadlines'
  | 'recovery'
  | 'returns'
  | 'segment-map'
  | 'allocation-drift'
  | 'differences'
  | 'data-exceptions'
  | 'teams'
  | 'needs-you'

/** A list of case groups: all that makes one list another. */
export interface ListView<Row extends Findable> {
  readonly id: ViewId
  /** Says what one sees: `Locks in Maintenance North West 3: 41, 6 with something wrong`. */
  readonly title: string
  readonly note: string
  /** Something to be told before the list. */
  readonly notice?: ReactNode
  readonly rows: readonly Row[]
  readonly keyOf: (row: Row) => string
  readonly columns: readonly Column<Row>[]
  readonly facets: readonly Facet<Row>[]
  /** Whether a change waits on a row that is about no group. */
  readonly isIntended?: (row: Row) => boolean
  /** What explains the focused row, where that is not its case group. */
  readonly pane?: { readonly label: string; readonly of: (row: Row) => ReactNode }
  /** Where Enter leads, where that is not to its case group. */
  readonly onOpen?: (row: Row) => void
  /** Null: one list without headings. */
  readonly sections: Sections<Row> | null
  readonly doings: readonly Doing[]
  /** Rows are selected though nothing is done to their case groups: some of `rowActions` take many at once. */
  readonly selectable?: boolean
  /** What else is done, to the focused row alone or to the selected ones: the ids of actions. */
  readonly rowActions?: readonly string[]
  /** What can be done where nothing is listed yet. */
  readonly emptyActions?: readonly string[]
  /** Why there is nothing, when there is nothing. */
  readonly empty: string
  /** How something would come into it. */
  readonly emptyNext?: string
}

/** Whether its rows can be selected. */
export const isSelectable = ({
  doings,
  selectable = false,
}: Pick<ListView<never>, 'doings' | 'selectable'>): boolean => selectable || doings.length > 0
