// @vitest-environment jsdom
import { describe, expect, it, vi } from 'vitest'
import { whenIdle } from '../../../renderer/views/when-idle.ts'

const pause = (ms: number) => new Promise(done => setTimeout(done, ms))
const frame = () => new Promise(done => requestAnimationFrame(done))

/** A page that is idle as soon as somebody asks. */
function atOnce(order: string[]) {
  vi.stubGlobal('requestIdleCallback', (work: () => void) => {
    order.push('asked')
    return setTimeout(work)
  })
  vi.stubGlobal('cancelIdleCallback', (asked: number) => clearTimeout(asked))
}

describe('what is done while nothing else is to do', () => {
  it('is not asked for before the next frame is drawn, though the page has nothing to do', async () => {
    const order: string[] = []
    atOnce(order)
    whenIdle(() => order.push('done'))
    await frame()
    order.push('frame')
    await pause(30)
    expect(order).toEqual(['frame', 'asked', 'done'])
  })

  it('is done at last where no frame is drawn, as on a page that nobody looks at', async () => {
    const order: string[] = []
    atOnce(order)
    vi.stubGlobal('requestAnimationFrame', () => 0)
    whenIdle(() => order.push('done'))
    await pause(700)
    expect(order).toEqual(['asked', 'done'])
  })

  it('is left undone when it is not wanted any more, whether the frame was drawn or not', async () => {
    const order: string[] = []
    atOnce(order)
    const leave = [whenIdle(() => order.push('done')), whenIdle(() => order.push('done'))]
    leave[0]?.()
    await frame()
    leave[1]?.()
    await pause(700)
    expect(order).not.toContain('done')
  })
})
