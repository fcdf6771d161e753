import { Button } from '@fluentui/react-components'
import { numberWords } from '../../../shared/queries/date-words.ts'
import type { Findable } from '../../../shared/queries/search.ts'
import { KeyCap } from '../../components/key-cap.tsx'
import { useActions } from '../../keyboard/action.ts'
import { rowsSelected } from '../../store/list.ts'
import { useDeskDispatch, useDeskState } from '../../store/store.ts'
import type { ListView } from './list-view.ts'

interface ToolbarProps<Row extends Findable> {
  readonly view: ListView<Row>
  readonly found: readonly Row[]
}

/** What can be done with the selected rows, or else the focused one; how many are selected. */
export function Toolbar<Row extends Findable>({ view, found }: ToolbarProps<Row>) {
  const actions = useActions()
  const shown = [...view.doings, ...(view.rowActions ?? [])]
  const doings = shown.flatMap(doing => actions.find(({ id }) => id === doing) ?? [])
  return (
    <div
      className="toolbar"
      role="toolbar"
      aria-label={view.doings.length > 0 ? 'With the selected case groups' : 'With the focused row'}
    >
      {doings.map((action, place) => (
        <Button
          key={action.id}
          size="small"
          appearance={place === 0 ? 'primary' : 'secondary'}
          disabledFocusable={action.whyNot !== null}
          title={action.whyNot ?? undefined}
          onClick={action.run}
        >
          {action.name}
          {action.keys[0] && <KeyCap>{action.keys[0]}</KeyCap>}
        </Button>
      ))}
      <div className="toolbar-end">
        {view.doings.length > 0 && <SelectionCount view={view} found={found} />}
      </div>
    </div>
  )
}

function SelectionCount<Row extends Findable>({ view, found }: ToolbarProps<Row>) {
  const selected = useDeskState(state => state.list.selected)
  const dispatch = useDeskDispatch()
  const total = numberWords(found.length)
  const all = found.length < view.rows.length ? `select all ${total} that match` : `select all ${total}`
  return (
    <p className="selection">
      {numberWords(selected.length)} selected of {numberWords(view.rows.length)}
      {found.length > 0 && (
        <button
          type="button"
          className="plain-link"
          onClick={() => dispatch(rowsSelected(found.map(view.keyOf)))}
        >
          {all}
        </button>
      )}
      {selected.length > 0 && (
        <button type="button" className="plain-link" onClick={() => dispatch(rowsSelected([]))}>
          select none
        </button>
      )}
    </p>
  )
}
