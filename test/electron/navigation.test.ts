import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keepOnPage } from '../../electron/navigation.ts'
import { PAGE } from '../../electron/page-address.ts'
import { foreignAddresses } from './addresses.ts'

type Listener = (event: object) => void
type OpenHandler = (details: { url: string }) => { action: string }

/** Web contents as Electron would hand them over when they are made. */
function guardedContents() {
  const listeners = new Map<string, Listener>()
  let open: OpenHandler | undefined
  const contents = {
    on: (name: string, listener: Listener) => listeners.set(name, listener),
    setWindowOpenHandler: (handler: OpenHandler) => {
      open = handler
    },
  }
  keepOnPage({
    on(name: string, listener: (event: object, contents: object) => void) {
      expect(name).toBe('web-contents-created')
      listener({}, contents)
      return this
    },
  } as never)
  const isPrevented = (name: string, details: object) => {
    let prevented = false
    const event = { ...details, preventDefault: () => (prevented = true) }
    listeners.get(name)?.(event)
    return prevented
  }
  return { isPrevented, open: (url: string) => open?.({ url }).action }
}

describe('every web contents', () => {
  const { isPrevented, open } = guardedContents()

  it.each(foreignAddresses)('does not go to %j', url => {
    expect(isPrevented('will-navigate', { url })).toBe(true)
    expect(isPrevented('will-frame-navigate', { url, isMainFrame: true })).toBe(true)
    expect(isPrevented('will-frame-navigate', { url, isMainFrame: false })).toBe(true)
    expect(isPrevented('will-redirect', { url })).toBe(true)
    expect(open(url)).toBe('deny')
  })

  it('goes nowhere but to its page, whatever the address is', () => {
    const parts = fc.constantFrom(
      'app:',
      '//',
      'bundle',
      '/',
      '\\',
      '@',
      ':',
      '%2f',
      '?',
      '#',
      '.',
      'index.html',
      'https:',
      'x',
    )
    const address = fc.oneof(
      fc.string().map(text => `https://${text}`),
      fc.string(),
      fc.array(parts, { maxLength: 8 }).map(all => all.join('')),
    )
    fc.assert(
      fc.property(address, url => {
        expect(isPrevented('will-frame-navigate', { url, isMainFrame: false })).toBe(true)
        expect(isPrevented('will-redirect', { url })).toBe(true)
        expect(open(url)).toBe('deny')
        const goes = [
          !isPrevented('will-navigate', { url }),
          !isPrevented('will-frame-navigate', { url, isMainFrame: true }),
        ]
        expect(new Set(goes).size).toBe(1)
        if (!goes[0]) return
        const { protocol, host, pathname, search, username } = new URL(url)
        expect([protocol, host, search, username]).toEqual(['app:', 'bundle', '', ''])
        expect(['', '/', '/index.html']).toContain(pathname)
      }),
      { numRuns: 500 },
    )
  })

  it('may load its page again', () => {
    expect(isPrevented('will-navigate', { url: PAGE })).toBe(false)
    expect(isPrevented('will-frame-navigate', { url: PAGE, isMainFrame: true })).toBe(false)
  })

  it('shows no page inside of a page, opens no window and attaches no view, its own neither', () => {
    expect(isPrevented('will-frame-navigate', { url: PAGE, isMainFrame: false })).toBe(true)
    expect(isPrevented('will-redirect', { url: PAGE })).toBe(true)
    expect(isPrevented('will-attach-webview', {})).toBe(true)
    expect(open(PAGE)).toBe('deny')
  })
})
