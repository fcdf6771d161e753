import { describe, expect, it, vi } from 'vitest'
import { stopBeforeQuit } from '../../electron/stop-before-quit.ts'

function quitting(stop: () => Promise<void>) {
  let ask: (event: { preventDefault(): void }) => void = () => {}
  let ended = 0
  const app = {
    on(_name: string, listener: typeof ask) {
      ask = listener
    },
    quit() {
      let prevented = false
      ask({
        preventDefault() {
          prevented = true
        },
      })
      if (!prevented) ended += 1
    },
  }
  stopBeforeQuit(app as never, stop)
  return { quit: app.quit, ended: () => ended }
}

describe('quitting', () => {
  it('waits until what was started has stopped, however often it is asked', async () => {
    let finish = () => {}
    const stop = vi.fn(
      () =>
        new Promise<void>(done => {
          finish = done
        }),
    )
    const { quit, ended } = quitting(stop)
    quit()
    quit()
    expect(stop).toHaveBeenCalledTimes(1)
    expect(ended()).toBe(0)
    finish()
    await vi.waitFor(() => expect(ended()).toBe(1))
  })

  it('comes to its end although it does not stop', async () => {
    const { quit, ended } = quitting(() => Promise.reject(new Error('It hangs.')))
    quit()
    await vi.waitFor(() => expect(ended()).toBe(1))
  })
})
