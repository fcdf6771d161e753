import { type PointerEvent, useLayoutEffect, useRef } from 'react'

/** A cell that is cut says all of it to whoever points at it; to whoever moves by keyboard the pane does. */
export function useCutTitle() {
  const saying = useRef<Element>(null)

  function unsay(): void {
    saying.current?.removeAttribute('title')
    saying.current = null
  }

  function say({ target }: PointerEvent): void {
    unsay()
    const cell = target instanceof Element ? target.closest('.grid-cut') : null
    if (!cell || cell.querySelector('[title]')) return
    if (![cell, ...cell.querySelectorAll('*')].some(isWider)) return
    cell.setAttribute('title', cell.textContent)
    saying.current = cell
  }

  // Drawn anew, the same element may hold what is somebody else's (ACC-3).
  useLayoutEffect(unsay)
  return { onPointerOver: say, onPointerLeave: unsay }
}

const isWider = ({ scrollWidth, clientWidth }: Element) => scrollWidth > clientWidth
