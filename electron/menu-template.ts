import type { MenuItemConstructorOptions } from 'electron'
import type { MenuAction } from './contract.ts'
import { withKeys } from './menu-keys.ts'

export interface MenuWishes {
  /** One of the page's own actions. */
  readonly choose: (action: string) => void
  readonly zoom: (step: 'in' | 'out' | 'actual') => void
}

type Item = MenuItemConstructorOptions

/** The application menu: what every program has, and the page's own actions, each where one looks for it. */
export function menuTemplate(
  actions: readonly MenuAction[],
  wishes: MenuWishes,
  devTools: boolean,
): readonly Item[] {
  const of = (menu: MenuAction['menu']): readonly Item[] =>
    actions
      .filter(action => action.menu === menu)
      .map(({ id, name, keys, enabled }) => ({
        id,
        ...withKeys(name, keys),
        enabled,
        click: () => wishes.choose(id),
      }))
  const named = (label: string, ...groups: readonly (readonly Item[])[]): readonly Item[] => {
    const submenu = parted(groups)
    return submenu.length === 0 ? [] : [{ label, submenu }]
  }
  return [
    ...named('File', of('File'), [changeHub(wishes), { role: 'quit' }]),
    ...named('Edit', [{ role: 'undo' }, { role: 'redo' }], editing, [{ role: 'selectAll' }]),
    ...named('Go', of('Go')),
    ...named(
      'Do',
      of('Do'),
      named('With an incident', of('Incident')),
      named('In the right pane', of('Pane')),
    ),
    ...named('List', of('List')),
    ...named(
      'View',
      of('View'),
      zooming(wishes),
      [{ role: 'reload' }, { role: 'togglefullscreen' }],
      [...(devTools ? [{ role: 'toggleDevTools' } as const] : [])],
    ),
    ...named('Window', [{ role: 'minimize' }, { role: 'close' }]),
    ...named('Help', of('Help')),
  ]
}

// Also where nobody is at work: a hub that cannot be reached may be the wrong one.
const changeHub = ({ choose }: MenuWishes): Item => ({
  id: 'hub',
  label: 'Change the hub …',
  click: () => choose('hub'),
})

const editing: readonly Item[] = [{ role: 'cut' }, { role: 'copy' }, { role: 'paste' }]

// Not Electron's own roles: what they set is not remembered.
const zooming = ({ zoom }: MenuWishes): readonly Item[] => [
  { id: 'zoom-in', label: 'Zoom in', accelerator: 'CmdOrCtrl+Plus', click: () => zoom('in') },
  { id: 'zoom-out', label: 'Zoom out', accelerator: 'CmdOrCtrl+-', click: () => zoom('out') },
  { id: 'zoom-actual', label: 'Actual size', accelerator: 'CmdOrCtrl+0', click: () => zoom('actual') },
]

/** Groups with a line between them, where there is something on both sides of it. */
export function parted(groups: readonly (readonly Item[])[]): Item[] {
  return groups
    .filter(group => group.length > 0)
    .flatMap((group, at) => (at === 0 ? [...group] : [{ type: 'separator' } as const, ...group]))
}
