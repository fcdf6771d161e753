import { numberWords } from '../../../shared/queries/date-words.ts'
import { rowsSelected } from '../../store/list.ts'
import { useDeskDispatch, useDeskState } from '../../store/store.ts'

interface SelectionCountProps {
  /** What is listed now. */
  readonly found: readonly string[]
  /** All that the list has, without filters and search. */
  readonly total: number
}

/** How many rows are selected, and the way to all of them or none. */
export function SelectionCount({ found, total }: SelectionCountProps) {
  const selected = useDeskState(state => state.list.selected)
  const dispatch = useDeskDispatch()
  const all = numberWords(found.length)
  return (
    <p className="selection">
      {selected.length > 0 && `${numberWords(selected.length)} selected of ${numberWords(total)}`}
      {found.length > 0 && (
        <button type="button" className="plain-link" onClick={() => dispatch(rowsSelected(found))}>
          {found.length < total ? `select all ${all} that match` : `select all ${all}`}
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
