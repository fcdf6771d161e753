import { vi } from 'vitest'

/** What jsdom lacks and the desk asks of a page. */
export function likeABrowser(): void {
  vi.stubGlobal('matchMedia', () => ({
    matches: false,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }))
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe(): void {}
      unobserve(): void {}
      disconnect(): void {}
    },
  )
  vi.stubGlobal('requestIdleCallback', (work: IdleRequestCallback) =>
    setTimeout(() => work({ didTimeout: false, timeRemaining: () => 10 })),
  )
  vi.stubGlobal('cancelIdleCallback', (asked: number) => clearTimeout(asked))
  vi.stubGlobal('scrollTo', () => undefined)
  for (const [size, pixels] of [
    ['clientWidth', 1_600],
    ['clientHeight', 600],
  ] as const) {
    Object.defineProperty(HTMLElement.prototype, size, { configurable: true, get: () => pixels })
  }
  Element.prototype.scrollTo = () => undefined
  Element.prototype.scrollIntoView = () => undefined
}
