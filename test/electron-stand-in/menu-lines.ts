import type { MenuLook } from './menu.ts'

/** Every item of a menu as a line, with how it is chosen. */
export function menuLines(
  { items }: MenuLook,
  before = '',
): readonly { readonly line: string; readonly click: () => void }[] {
  return items
    .filter(({ label }) => label !== '')
    .flatMap(item => {
      const line = before + item.label
      if (item.submenu) return menuLines(item.submenu, `${line} > `)
      return [{ line: item.enabled ? line : `${line} off`, click: () => item.click() }]
    })
}
