import { numberWords } from '../../../shared/queries/date-words.ts'
import { rowsSelected } from '../../store/list.ts'
import { useDeskDispatch, useDeskState } from '../../store/store.ts'

interface SelectionCountProps {
  /** How many are listed now, and which: asked for only when they are selected. */
  readonly found: number
  readonly keysFound: () => readonly string[]
  /** All that the list has, without filters and search. */
  readonly total: number
}

/** How many rows are selected, and the way to all of them or none. */
export function SelectionCount({ found, keysFound, total }: SelectionCountProps) {
  const selected = useDeskState(state => state.list.selected)
  const dispatch = useDeskDispatch()
  const all = numberWords(found)
  return (
    <p className="selection">
      {selected.length > 0 && `${numberWords(selected.length)} selected of ${numberWords(total)}`}
      {found > 0 && (
        <button type="button" className="plain-link" onClick={() => dispatch(rowsSelected(keysFound()))}>
          {found < total ? `select all ${all} that match` : `select all ${all}`}
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
