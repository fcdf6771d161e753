import { describe, expect, it, vi } from 'vitest'
import { isOnlyInstance } from '../../electron/single-instance.ts'

function appThat(hasLock: boolean) {
  const listeners: ((...args: unknown[]) => void)[] = []
  const app = {
    requestSingleInstanceLock: () => hasLock,
    on: (_name: string, listener: () => void) => void listeners.push(listener),
  }
  return {
    app: app as never,
    second: (...args: unknown[]) => listeners.forEach(listen => void listen(...args)),
  }
}

describe('a desk', () => {
  it('is the only one on its profile, or none', () => {
    expect(isOnlyInstance(appThat(true).app, () => {})).toBe(true)
    expect(isOnlyInstance(appThat(false).app, () => {})).toBe(false)
  })

  it('comes to the front when a second one is started', () => {
    const front = vi.fn()
    const { app, second } = appThat(true)
    isOnlyInstance(app, front)
    expect(front).not.toHaveBeenCalled()
    second({}, ['--hub', 'https://evil.example'])
    expect(front).toHaveBeenCalledTimes(1)
  })
})
