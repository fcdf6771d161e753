import { useLayoutEffect, useRef, useState } from 'react'
import type { Action } from './action.ts'

const PREFIX_TIME = 1500
/** While typing too: the palette. */
const EVERYWHERE = 'Ctrl+K'

/**
 * Runs actions by key from anywhere: not while typing, and single letters only where the person has not
 * switched them off (WCAG 2.1.4). Gives what the last key asked for in vain.
 */
export function useKeyBindings(
  actions: readonly Action[],
  singleKeys: boolean,
  overlaid: boolean,
): Action | null {
  const [refused, setRefused] = useState<Action | null>(null)
  const prefix = useRef<{ readonly key: string; readonly at: number } | null>(null)
  // With the layout, so that a key means what is on the screen when it is pressed.
  useLayoutEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const pressed = nameOf(event)
      const before =
        prefix.current && event.timeStamp - prefix.current.at < PREFIX_TIME ? prefix.current.key : null
      prefix.current = null
      setRefused(null)
      if (event.defaultPrevented || overlaid) return
      if (isTyping(event.target) ? pressed !== EVERYWHERE : !singleKeys && !pressed.includes('+')) return
      const action = actions.find(({ keys }) => matches(keys, before, pressed))
      if (!action) {
        if (actions.some(({ keys }) => keys.length === 2 && keys[0] === pressed)) {
          prefix.current = { key: pressed, at: event.timeStamp }
        }
        return
      }
      event.preventDefault()
      if (action.whyNot === null) action.run()
      else setRefused(action)
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [actions, singleKeys, overlaid])
  return refused
}

function matches(keys: readonly string[], before: string | null, pressed: string): boolean {
  if (keys.length === 2) return keys[0] === before && keys[1] === pressed
  return before === null && keys.length === 1 && keys[0] === pressed
}

function nameOf(event: KeyboardEvent): string {
  if (event.ctrlKey || event.metaKey) return `Ctrl+${event.key.toUpperCase()}`
  return event.altKey ? `Alt+${event.key}` : event.key
}

function isTyping(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return !['checkbox', 'radio', 'button'].includes(target.type)
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('textarea, select'))
}
