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
  /** The columns that are otherwise than at first: left out, or shown. */
  columns: z.string().max(400).optional().catch(undefined),
  /** The same in an address that was kept when columns could only be left out. */
  hide: z.string().max(400).optional().catch(undefined),
})

export interface ListAddress {
  readonly sort: Sort | null
  readonly chosen: Chosen
  readonly turned: ReadonlySet<string>
  readonly turn: (columns: readonly string[]) => void
  readonly choose: (tokens: readonly string[]) => void
  readonly sortBy: (column: Pick<Column<unknown>, 'id' | 'firstDirection'>) => void
}

export function useListAddress(): ListAddress {
  const { sort, direction, only, hide, columns = hide } = useSearch({ strict: false })
  const navigate = useNavigate()
  return useMemo(() => {
    const present: Sort | null = sort ? { column: sort, direction: direction ?? 'ascending' } : null
    const turned = columns ? columns.split(' ') : []
    const go = (next: Sort | null, tokens: readonly string[], others = turned) =>
      navigate({
        to: '.',
        replace: true,
        search: searchOf({ sort: next, only: tokens, turned: others }),
      })
    const chosen = only ? only.split(' ') : []
    return {
      sort: present,
      chosen: new Set(chosen),
      turned: new Set(turned),
      turn: others => void go(present, chosen, [...others]),
      choose: tokens => void go(present, tokens),
      sortBy: column => void go(nextSort(present, column), chosen),
    }
  }, [sort, direction, only, columns, navigate])
}

interface Settings {
  readonly sort: Sort | null
  readonly only: readonly string[]
  readonly turned: readonly string[]
}

/** Settings of a list as they stand in an address. */
export const searchOf = ({ sort, only, turned }: Settings) => ({
  sort: sort?.column,
  direction: sort?.direction,
  only: only.length > 0 ? only.join(' ') : undefined,
  columns: turned.length > 0 ? turned.join(' ') : undefined,
})

/** A click sorts, another turns it round, a third goes back to the list's own order. */
function nextSort(
  present: Sort | null,
  { id, firstDirection = 'ascending' }: Pick<Column<unknown>, 'id' | 'firstDirection'>,
): Sort | null {
  if (present?.column !== id) return { column: id, direction: firstDirection }
  if (present.direction !== firstDirection) return null
  return { column: id, direction: firstDirection === 'ascending' ? 'descending' : 'ascending' }
}
