import { useMemo } from 'react'
import type { Findable } from '../../../shared/queries/search.ts'
import { useDeskState } from '../../store/store.ts'
import type { ListView } from './list-view.ts'

/** The list with only the case groups that it was narrowed to, if it was. */
export function useNarrowed<Row extends Findable>(view: ListView<Row>): ListView<Row> {
  const narrowed = useDeskState(state => state.list.narrowed)
  return useMemo(() => {
    if (!narrowed) return view
    const ids = new Set(narrowed.groups)
    return { ...view, rows: view.rows.filter(({ group }) => group !== null && ids.has(group.id)) }
  }, [view, narrowed])
}
