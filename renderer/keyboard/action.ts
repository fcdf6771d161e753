import { createContext, use } from 'react'

/** Something a person can do: one button, one key, one line of the palette. */
export interface Action {
  readonly id: string
  /** As short as its button. */
  readonly name: string
  /** Where nothing around it says what it is about; left out: its name says that. */
  readonly fullName?: string | undefined
  /** Keys one after the other: `['g', 'o']`; or one with modifiers: `['Ctrl+K']`. */
  readonly keys: readonly string[]
  /** Its key, where another action answers to that now. */
  readonly sharedKey?: string
  /** Another key that does the same in the list. */
  readonly also?: string
  readonly section: 'Go to' | 'Do' | 'With an incident' | 'In the list' | 'Desk' | 'In the pane'
  /** A sentence; null: it can be done. */
  readonly whyNot: string | null
  readonly run: () => void
}

export const fullNameOf = ({ name, fullName = name }: Action): string => fullName

export const ActionsContext = createContext<readonly Action[]>([])

/** All that can be done now. */
export function useActions(): readonly Action[] {
  return use(ActionsContext)
}
