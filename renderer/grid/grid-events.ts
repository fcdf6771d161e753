import type { KeyboardEvent, MouseEvent } from 'react'
import type { GridMoves } from './grid-moves.ts'

/** The line an event happened on; null for the header and empty space. */
export function lineOf({ target }: { readonly target: EventTarget }): number | null {
  const element = target instanceof Element ? target.closest('[data-line]') : null
  const line = element?.getAttribute('data-line')
  return line === null || line === undefined ? null : Number(line)
}

export function moveByClick(event: MouseEvent, moves: GridMoves): void {
  const line = lineOf(event)
  if (line === null) return
  const onCheck = event.target instanceof Element && event.target.closest('.grid-check') !== null
  moves.press(line, { extend: event.shiftKey, toggle: onCheck || event.ctrlKey || event.metaKey })
}

export function moveByKey(event: KeyboardEvent, moves: GridMoves): void {
  if (event.target instanceof HTMLButtonElement) return
  const extend = event.shiftKey
  const plain = !event.ctrlKey && !event.metaKey && !event.altKey
  const steps: Record<string, () => void> = {
    ArrowDown: () => moves.step(1, extend),
    ArrowUp: () => moves.step(-1, extend),
    PageDown: () => moves.page(1, extend),
    PageUp: () => moves.page(-1, extend),
    Home: () => moves.edge('first', extend),
    End: () => moves.edge('last', extend),
    ' ': () => moves.toggle(),
    Enter: () => moves.open(),
  }
  const all = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'a'
  const move = all ? () => moves.selectAll() : plain || event.key in edges ? steps[event.key] : undefined
  if (!move) return
  event.preventDefault()
  event.stopPropagation()
  move()
}

// Home and End go to the first and last row with Ctrl too, as in any Windows list.
const edges: Readonly<Record<string, true>> = { Home: true, End: true }
