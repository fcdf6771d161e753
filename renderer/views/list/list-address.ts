import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import { z } from 'zod'
import type { Column, Sort } from '../../grid/column.ts'
import type { Chosen } from './facet.ts'

/** What the address holds of a list: how it is sorted and filtered, in words of ours; never a number or a name. */
export const listSearch = z.object({
  sort: z.string().max(40).optional().catch(undefined),
  direction: z.enum(['ascending', 'descending']).optional().catch(undefined),
  only: z.string().max(400).optional().catch(undefined),
})

export interface ListAddress {
  readonly sort: Sort | null
  readonly chosen: Chosen
  readonly choose: (tokens: readonly string[]) => void
  readonly sortBy: (column: Pick<Column<unknown>, 'id' | 'firstDirection'>) => void
}

export function useListAddress(): ListAddress {
  const { sort, direction, only } = useSearch({ strict: false })
  const navigate = useNavigate()
  return useMemo(() => {
    const present: Sort | null = sort ? { column: sort, direction: direction ?? 'ascending' } : null
    const go = (next: Sort | null, tokens: readonly string[]) =>
      navigate({
        to: '.',
        replace: true,
        search: {
          sort: next?.column,
          direction: next?.direction,
          only: tokens.length > 0 ? tokens.join(' ') : undefined,
        },
      })
    const chosen = only ? only.split(' ') : []
    return {
      sort: present,
      chosen: new Set(chosen),
      choose: tokens => void go(present, tokens),
      sortBy: column => void go(nextSort(present, column), chosen),
    }
  }, [sort, direction, only, navigate])
}

/** A click sorts, another turns it round, a third goes back to the list's own order. */
function nextSort(
  present: Sort | null,
  { id, firstDirection = 'ascending' }: Pick<Column<unknown>, 'id' | 'firstDirection'>,
): Sort | null {
  if (present?.column !== id) return { column: id, direction: firstDirection }
  if (present.direction !== firstDirection) return null
  return { column: id, direction: firstDirection === 'ascending' ? 'descending' : 'ascending' }
}
