import { useMemo } from 'react'
import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import { useDeskState } from '../../store/store.ts'
import type { ListView } from './list-view.ts'

/** The list with only the case groups that it was narrowed to, if it was. */
export function useNarrowed<Row extends { readonly group: CaseGroup }>(view: ListView<Row>): ListView<Row> {
  const narrowed = useDeskState(state => state.list.narrowed)
  return useMemo(() => {
    if (!narrowed) return view
    const ids = new Set(narrowed.groups)
    return { ...view, rows: view.rows.filter(({ group }) => ids.has(group.id)) }
  }, [view, narrowed])
}
