import { describe, expect, it, vi } from 'vitest'
import { isOtherWindow, onlyWindow } from '../../../renderer/desk/only-window.ts'

describe('one window at a time', () => {
  const { locks } = navigator

  it('is let in when the other one has closed', async () => {
    const leave = await onlyWindow({ locks }, 'a person')
    const second = onlyWindow({ locks }, 'a person')
    leave()
    ;(await second)()
  })

  it('is told when the other one stays, and does not hold the lock later', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const leave = await onlyWindow({ locks }, 'a person')
    const second = onlyWindow({ locks }, 'a person')
    const refused = expect(second).rejects.toSatisfy(isOtherWindow)
    vi.runAllTimers()
    await refused
    leave()
    ;(await onlyWindow({ locks }, 'a person'))()
  })

  it('is no matter for another person, or where there are no windows', async () => {
    const leave = await onlyWindow({ locks }, 'a person')
    ;(await onlyWindow({ locks }, 'another'))()
    ;(await onlyWindow({ locks: null }, 'a person'))()
    leave()
  })
})
