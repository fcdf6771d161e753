import { useMemo } from 'react'
import type { MasterCaseNumber } from '../../../shared/domain/ids.ts'
import { itemOfRow } from '../../../shared/queries/row-key.ts'
import type { Findable } from '../../../shared/queries/search.ts'
import type { Narrowed } from '../../store/list.ts'
import { useDeskState } from '../../store/store.ts'
import type { ListView } from './list-view.ts'

/** The list with only the case groups that it was narrowed to, if it was. */
export function useNarrowed<Row extends Findable>(view: ListView<Row>): ListView<Row> {
  const narrowed = useDeskState(state => state.list.narrowed)
  return useMemo(() => {
    if (!narrowed) return view
    const isAsked = askedIn(narrowed)
    return {
      ...view,
      rows: view.rows.filter(row => row.group !== null && isAsked(row.group.id, view.keyOf(row))),
    }
  }, [view, narrowed])
}

/** Where only service requests of a group were asked for by number, its others are not. */
function askedIn({ groups, pasted }: Narrowed): (group: MasterCaseNumber, key: string) => boolean {
  const ids = new Set(groups)
  const byRequest = new Set(pasted?.byRequest)
  const requests = new Set(pasted?.requests)
  return (group, key) => {
    if (!ids.has(group)) return false
    const item = itemOfRow(key)
    return !byRequest.has(group) || item?.kind !== 'request' || requests.has(item.number)
  }
}
