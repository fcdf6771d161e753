import { useEffect, useRef } from 'react'
import { overlayOpened } from '../store/panel.ts'
import { useDeskDispatch } from '../store/store.ts'
import { useDesktop } from '../views/desktop-context.ts'
import type { Action } from './action.ts'
import { menuActions } from './menu-actions.ts'
import { whenUncovered } from './when-uncovered.ts'

// Whoever goes down a list changes what can be done at every row: the menu follows when he rests.
const REST = 200

/** Keeps the application menu as the desk is, and does what is chosen there. */
export function useApplicationMenu(actions: readonly Action[]): void {
  const desktop = useDesktop()
  const dispatch = useDeskDispatch()
  const shown = useRef('')
  useEffect(() => {
    const timer = setTimeout(() => {
      const menu = menuActions(actions)
      const text = JSON.stringify(menu)
      if (text === shown.current) return
      shown.current = text
      desktop?.showMenu(menu)
    }, REST)
    return () => clearTimeout(timer)
  }, [desktop, actions])
  useEffect(() => {
    return desktop?.onChosen(id => {
      const chosen = actions.find(action => action.id === id)
      if (!chosen || chosen.whyNot !== null) return
      dispatch(overlayOpened(null))
      whenUncovered(chosen.run)
    })
  }, [desktop, actions, dispatch])
  useEffect(() => () => desktop?.showMenu([]), [desktop])
}
