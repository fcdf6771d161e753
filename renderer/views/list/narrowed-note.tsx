import { listNarrowed } from '../../store/list.ts'
import { useDeskDispatch, useDeskState } from '../../store/store.ts'

/** Says that only some case groups are listed, which, and how to see the others. */
export function NarrowedNote() {
  const narrowed = useDeskState(state => state.list.narrowed)
  const dispatch = useDeskDispatch()
  if (!narrowed) return null
  return (
    <p className="callout callout-plain">
      Only these: {narrowed.words}.{' '}
      <button type="button" className="plain-link" onClick={() => dispatch(listNarrowed(null))}>
        Show the whole list
      </button>
    </p>
  )
}
