import { beforeEach, describe, expect, it, vi } from 'vitest'
import { readHand } from '../../../shared/sync/hand.ts'
import { aBrowser, one, session } from './browser.ts'

const browser = aBrowser()
const handKey = 'k'.repeat(43)

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date', 'performance'] }))

async function seated() {
  const home = browser.open()
  browser.answers = [[200, { ...session(), handKey }]]
  await home.signIn(one)
  const told = async () => {
    browser.answers = [[204, null]]
    await home.transport.request('GET', '/health')
    const words = browser.hands.at(-1)
    return words ? readHand(words) : null
  }
  return { home, told }
}

describe('the hub is told with each request when a hand was last on the desk', () => {
  it('by the key of the session, in seconds, and not before there is one', async () => {
    const { home, told } = await seated()
    expect(browser.hands).toEqual([null])
    vi.advanceTimersByTime(61_500)
    expect(await told()).toEqual({ key: handKey, seconds: 61 })
    home.noteHand()
    expect(await told()).toEqual({ key: handKey, seconds: 0 })
  })

  it('however the clock is set meanwhile', async () => {
    const { told } = await seated()
    vi.advanceTimersByTime(600_000)
    vi.setSystemTime(Date.now() - 3_600_000)
    expect(await told()).toMatchObject({ seconds: 600 })
    vi.setSystemTime(Date.now() + 7_200_000)
    expect(await told()).toMatchObject({ seconds: 4200 })
  })

  it('and nothing from the first step of a lock on', async () => {
    const { home, told } = await seated()
    home.beginLock()
    home.noteHand()
    expect(await told()).toBeNull()
  })
})
