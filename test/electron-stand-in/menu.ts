import type { Menu as ElectronMenu, MenuItemConstructorOptions } from 'electron'
import { strict } from './strict.ts'

/** A menu as far as one can look at it from outside: the same shape as Electron's own. */
export interface MenuLook {
  readonly items: readonly MenuItemLook[]
}

interface MenuItemLook {
  readonly label: string
  readonly enabled: boolean
  readonly accelerator?: string | undefined
  readonly submenu?: MenuLook | undefined
  readonly click: () => void
}

let shown: MenuLook = { items: [] }

export const shownMenu = () => shown

let popped: MenuLook = { items: [] }

/** The menu at a place of the page that was opened last. */
export const poppedMenu = () => popped

type Part = Pick<typeof ElectronMenu, 'buildFromTemplate' | 'setApplicationMenu'>

export const Menu: Part = strict<Part>('Menu', {
  buildFromTemplate(template) {
    const look = lookOf(template as MenuItemConstructorOptions[])
    const popup = () => {
      popped = look
    }
    return { ...look, popup } as unknown as ElectronMenu
  },
  setApplicationMenu(menu) {
    shown = menu as unknown as MenuLook
  },
})

function lookOf(template: readonly MenuItemConstructorOptions[]): MenuLook {
  return { items: template.map(itemOf) }
}

function itemOf({
  label,
  role,
  type,
  enabled = true,
  accelerator,
  submenu,
  click,
}: MenuItemConstructorOptions): MenuItemLook {
  if (label === undefined && role === undefined && type !== 'separator')
    throw new Error('Invalid submenu item: it has neither label nor role nor type.')
  if (accelerator && !/^(?:(?:CmdOrCtrl|Ctrl|Shift)\+)*(?:[A-Z0-9-]|Plus|Home|End|Escape)$/.test(accelerator))
    throw new Error(`The stand-in does not know the key ${accelerator}.`)
  return {
    label: label ?? role ?? '',
    enabled,
    accelerator,
    submenu: submenu && lookOf(submenu as MenuItemConstructorOptions[]),
    click: () => click?.(undefined as never, undefined, undefined as never),
  }
}
