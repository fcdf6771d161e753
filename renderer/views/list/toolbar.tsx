import type { Findable } from '../../../shared/queries/search.ts'
import type { RowLine } from '../../grid/lines.ts'
import { ActionButtons } from './action-buttons.tsx'
import { isSelectable, type ListView } from './list-view.ts'
import { SelectionCount } from './selection-count.tsx'

interface ToolbarProps<Row extends Findable> {
  readonly view: ListView<Row>
  readonly found: readonly RowLine<Row>[]
}

/** What can be done with the selected rows, or else the focused one; how many are selected. */
export function Toolbar<Row extends Findable>({ view, found }: ToolbarProps<Row>) {
  const selectable = isSelectable(view)
  return (
    <div className="toolbar" role="toolbar" aria-label={labelOf(view)}>
      <ActionButtons ids={[...view.doings, ...(view.rowActions ?? [])]} />
      <div className="toolbar-end">
        {selectable && (
          <SelectionCount
            found={found.length}
            keysFound={() => found.map(({ key }) => key)}
            total={view.rows.length}
          />
        )}
      </div>
    </div>
  )
}

function labelOf(view: Pick<ListView<never>, 'doings' | 'selectable'>): string {
  if (view.doings.length > 0) return 'With the selected case groups'
  return isSelectable(view) ? 'With the selected rows, or the focused one' : 'With the focused row'
}
