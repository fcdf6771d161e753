import type { MenuAction } from '../../electron/contract.ts'
import { type Action, fullNameOf } from './action.ts'

const menus: Readonly<Record<Action['section'], MenuAction['menu']>> = {
  'Go to': 'Go',
  Do: 'Do',
  'With an incident': 'Incident',
  'In the list': 'List',
  'In the pane': 'Pane',
  Desk: 'View',
}

/** Where one looks for them in any program. */
const elsewhere: Readonly<Record<string, MenuAction['menu']>> = {
  'export-csv': 'File',
  'save-pdf': 'File',
  print: 'File',
  'print-list': 'File',
  'print-incident': 'File',
  'print-group': 'File',
  'print-record': 'File',
  'sign-out': 'File',
  keys: 'Help',
  about: 'Help',
}

/** The main process has it itself: also where nobody is at work. */
const ALWAYS_THERE = 'hub'

/** All that can be done now as the application menu has it: the same table that the palette and the keys are made from. */
export function menuActions(actions: readonly Action[]): readonly MenuAction[] {
  return actions
    .filter(({ id }) => id !== ALWAYS_THERE)
    .map(action => ({
      id: action.id,
      name: fullNameOf(action),
      menu: elsewhere[action.id] ?? menus[action.section],
      keys: keysShown(action),
      enabled: action.whyNot === null,
    }))
}

const keysShown = ({ keys, sharedKey }: Action): string[] =>
  keys.length === 0 && sharedKey !== undefined ? [sharedKey] : [...keys]
