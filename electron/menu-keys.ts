import type { MenuItemConstructorOptions } from 'electron'

type Shown = Pick<MenuItemConstructorOptions, 'label' | 'accelerator' | 'registerAccelerator'>

const plain = /^(?:[a-z]|Home|End|Escape|Ctrl\+[A-Z])$/
const capital = /^[A-Z]$/

/**
 * A name with its keys, as a menu shows them. The page answers keys itself (WCAG 2.1.4: single ones can be switched
 * off), so that none is registered. What a menu cannot say as a key, such as two one after the other, stands in brackets.
 */
export function withKeys(name: string, keys: readonly string[]): Shown {
  // An ampersand would underline the letter after it.
  const label = name.replaceAll('&', '&&')
  const accelerator = acceleratorOf(keys)
  if (accelerator !== null) return { label, accelerator, registerAccelerator: false }
  return { label: keys.length === 0 ? label : `${label} (${keys.join(' ')})` }
}

function acceleratorOf([key, ...more]: readonly string[]): string | null {
  if (key === undefined || more.length > 0) return null
  if (capital.test(key)) return `Shift+${key}`
  if (!plain.test(key)) return null
  return key.length === 1 ? key.toUpperCase() : key
}
