import { useMemo } from 'react'
import { commands } from '../../shared/commands/commands.ts'
import type { Action } from './action.ts'

const WHERE = 'It is done in the right pane of what it is about: go to that first.'

/** Commands that need something chosen in the pane: everything can be found by its name, and says where it is done. */
export function usePaneActions(others: readonly Action[]): readonly Action[] {
  return useMemo(() => {
    const named = others.map(({ name }) => name.toLowerCase())
    return commands
      .filter(({ label }) => !named.some(name => name.startsWith(label.toLowerCase())))
      .map(({ name, label }) => ({
        id: `command-${name}`,
        name: label,
        keys: [],
        section: 'In the pane' as const,
        whyNot: WHERE,
        run: () => undefined,
      }))
  }, [others])
}
