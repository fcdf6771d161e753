import { beforeEach, describe, expect, it, vi } from 'vitest'
import { aBrowser, one, other, record, session } from './browser.ts'

const browser = aBrowser()

describe('a desk that locks itself', () => {
  it('ends the session, also when the hub hears of it only later: before that nobody gets a key', async () => {
    const home = browser.open()
    browser.answers = [[200, session()]]
    await home.signIn(one)
    home.beginLock()
    browser.answers = [new Error('No network.')]
    await home.lock()
    await home.outbox.put(one, [record(1)])

    browser.answers = [new Error('No network.')]
    expect(await browser.open().identity()).toEqual({ kind: 'locked', waiting: 1 })

    browser.asked = []
    browser.answers = [
      [200, session()],
      [204, null],
      [401, {}],
      [200, { status: 'ok', demo: true, provider: null }],
    ]
    expect(await browser.open().identity()).toMatchObject({ kind: 'signed-out' })
    expect(browser.asked.map(request => (request as unknown[])[0])).toEqual(['GET', 'DELETE', 'GET', 'GET'])

    browser.answers = [[200, session()]]
    expect(await browser.open().identity()).toMatchObject({ kind: 'signed-in' })
  })

  it.each([500, 503])('gives nobody a key while the hub browser.answers %i', async status => {
    browser.open().beginLock()
    browser.answers = [
      [status, {}],
      [status, {}],
      [200, session()],
    ]
    expect(await browser.open().identity()).toMatchObject({ kind: 'locked' })
  })

  it('opens for nobody from its first step on, though its page was closed before the last', async () => {
    const home = browser.open()
    browser.answers = [[200, session()]]
    await home.signIn(one)
    home.beginLock()
    browser.answers = [
      [200, session()],
      [503, {}],
      [200, session()],
    ]
    expect(await browser.open().identity()).toMatchObject({ kind: 'locked' })
    expect([...browser.stored].flat().join()).not.toContain(one)
  })

  it('leaves the session of whoever signed in since (ACC-4)', async () => {
    const home = browser.open()
    browser.answers = [[200, session()]]
    await home.signIn(one)
    home.beginLock()
    const theirs = { ...session(), staffNumber: other }
    browser.answers = [
      [200, theirs],
      [200, theirs],
    ]
    const found = await browser.open().identity()
    expect(found).toMatchObject({ kind: 'signed-in', identity: { staffNumber: other } })
    expect(browser.asked.map(request => (request as unknown[])[0])).not.toContain('DELETE')
    home.beginLock()
    browser.answers = [[200, session()]]
    await browser.open().signIn(one)
    expect([...browser.stored.keys()]).toEqual(['desk.hand'])
  })
})

describe('a page that was closed without having locked itself', () => {
  const over = [204, null] as const
  const nobody = [401, {}] as const
  const offer = [200, { status: 'ok', demo: true, provider: null }] as const
  const MINUTE = 60_000

  beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }))
  const pass = (milliseconds: number) => vi.setSystemTime(Date.now() + milliseconds)
  const leftAfterAHand = async () => {
    const home = browser.open()
    browser.answers = [[200, session()]]
    await home.signIn(one)
    pass(20 * MINUTE)
    home.noteHand()
    browser.asked = []
  }

  it('opens again until nobody had a hand on it for its idle time, and then for nobody', async () => {
    await leftAfterAHand()
    pass(15 * MINUTE - 1)
    browser.answers = [[200, session()]]
    expect(await browser.open().identity()).toMatchObject({ kind: 'signed-in' })

    await leftAfterAHand()
    pass(15 * MINUTE)
    browser.answers = [[200, session()], over, nobody, offer]
    expect(await browser.open().identity()).toMatchObject({ kind: 'signed-out' })
    expect(browser.asked.map(request => (request as unknown[])[0])).toEqual(['GET', 'DELETE', 'GET', 'GET'])

    // Once: the session of whoever comes then is his own.
    browser.answers = [[200, session()]]
    expect(await browser.open().identity()).toMatchObject({ kind: 'signed-in' })
  })

  it('opens for nobody while the hub cannot end its session, nor by a clock that was set back', async () => {
    await leftAfterAHand()
    pass(-5 * MINUTE)
    browser.answers = [new Error('No network.')]
    expect(await browser.open().identity()).toMatchObject({ kind: 'locked' })
    pass(5 * MINUTE)
    browser.answers = [
      [200, session()],
      [503, {}],
      [200, session()],
    ]
    expect(await browser.open().identity()).toMatchObject({ kind: 'locked' })
  })

  it('takes nothing from whoever signed in since (ACC-4), and names nobody', async () => {
    await leftAfterAHand()
    expect([...browser.stored].flat().join()).not.toContain(one)
    pass(15 * MINUTE)
    const theirs = [200, { ...session(), staffNumber: other }] as const
    browser.answers = [theirs, theirs]
    expect(await browser.open().identity()).toMatchObject({ identity: { staffNumber: other } })
  })

  it('is of the past once its person signed out', async () => {
    const home = browser.open()
    browser.answers = [[200, session()], [200, session()], over]
    await home.signIn(one)
    await home.signOut()
    pass(60 * MINUTE)
    browser.answers = [[200, session()]]
    expect(await browser.open().identity()).toMatchObject({ kind: 'signed-in' })
  })
})
