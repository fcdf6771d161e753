import { useEffect, useRef } from 'react'
import { type Line, rowFrom } from '../../grid/lines.ts'
import { rowFocused } from '../../store/list.ts'
import { useDeskDispatch, useDeskState } from '../../store/store.ts'
import { afterFrame } from './after-frame.ts'

/**
 * Where the focused row stands. Where it has gone from the list, the row now in its place has the focus, so
 * that one works down a list without looking for one's place.
 */
export function useFocusedLine(lines: readonly Line<unknown>[]): number | null {
  const focused = useDeskState(state => state.list.focused)
  const dispatch = useDeskDispatch()
  const last = useRef(0)
  const stands = focused !== null && lines[last.current]?.key === focused
  const found = stands ? last.current : lines.findIndex(({ key }) => key === focused)
  const near = Math.min(last.current, lines.length - 1)
  const line = found >= 0 ? found : (rowFrom(lines, near, 1) ?? rowFrom(lines, near, -1) ?? null)
  const key = line === null ? null : (lines[line]?.key ?? null)
  useEffect(() => {
    if (line !== null) last.current = line
    // The list first, then what follows the focus: its explanation, and what can be done.
    return key === focused ? undefined : afterFrame(() => dispatch(rowFocused(key)))
  }, [line, key, focused, dispatch])
  return line
}
