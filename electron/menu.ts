import type { Menu } from 'electron'
import type { MenuAction } from './contract.ts'
import { type MenuWishes, menuTemplate } from './menu-template.ts'

export type Menus = Pick<typeof Menu, 'buildFromTemplate' | 'setApplicationMenu'>

/** Returns how the application menu is made anew when other things can be done; at first there is nobody at work. */
export function openMenu(
  menus: Menus,
  wishes: MenuWishes,
  devTools: boolean,
): (actions: readonly MenuAction[]) => void {
  const show = (actions: readonly MenuAction[]) =>
    menus.setApplicationMenu(menus.buildFromTemplate([...menuTemplate(actions, wishes, devTools)]))
  show([])
  return show
}
