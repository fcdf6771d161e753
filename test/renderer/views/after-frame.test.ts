// @vitest-environment jsdom
import { describe, expect, it, vi } from 'vitest'
import { afterFrame } from '../../../renderer/views/list/after-frame.ts'

const frame = () => new Promise(done => requestAnimationFrame(() => setTimeout(done, 5)))

describe('what is done after the frame', () => {
  it('waits for it, and is done once', async () => {
    const work = vi.fn()
    afterFrame(work)
    expect(work).not.toHaveBeenCalled()
    await frame()
    dispatchEvent(new Event('keydown'))
    expect(work).toHaveBeenCalledTimes(1)
  })

  it.each(['keydown', 'pointerdown', 'click'])('is done before a %s that comes first', deed => {
    const order: string[] = []
    const button = document.body.appendChild(document.createElement('button'))
    button.addEventListener(deed, () => order.push(deed))
    afterFrame(() => order.push('work'))
    button.dispatchEvent(new Event(deed, { bubbles: true }))
    expect(order).toEqual(['work', deed])
  })

  it('is left undone when it is not wanted any more', async () => {
    const work = vi.fn()
    afterFrame(work)()
    await frame()
    dispatchEvent(new Event('keydown'))
    expect(work).not.toHaveBeenCalled()
  })
})
