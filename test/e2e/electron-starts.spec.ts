import { once } from 'node:events'
import { expect, type Page } from '@playwright/test'
import type {} from '../../renderer/home/electron-home.ts'
import type { RunningDesk } from '../electron-stand-in/launch.ts'
import { electronProgram } from '../electron-stand-in/on-electron.ts'
import { type SmallDesk, smallDesk } from '../electron-stand-in/small-desk.ts'
import { breachesHeard } from '../policy-breaches.ts'
import { onlyOnStandIn } from './only-on-stand-in.ts'
import { test } from './test.ts'

// What outlives a document, a start and a kill: the built main process and preload, each test with a desk of its own.

let small: SmallDesk
let desk: RunningDesk
let page: Page

test.beforeEach(async () => {
  small = await smallDesk()
  await launch()
})

test.afterEach(() => small.remove())

async function launch(keyStore?: Parameters<SmallDesk['launch']>[0]): Promise<void> {
  desk = await small.launch(keyStore)
  page = desk.page
  await page.waitForSelector('body[data-bridge]', { state: 'attached' })
}

const signIn = () => page.evaluate(() => window.desk?.signIn('1001' as never))
const identity = () => page.evaluate(() => window.desk?.identity())
const save = () =>
  page.evaluate(() => window.desk?.outboxPut('1001' as never, [{ key: 1, sealed: new Uint8Array([7, 8]) }]))
const saved = () =>
  page.evaluate(async () => {
    const reply = await window.desk?.outboxLoad('1001' as never)
    return reply?.kind === 'done' ? reply.value.map(({ key, sealed }) => [key, ...(sealed ?? [])]) : reply
  })

test.describe('the page', () => {
  test('runs nothing but its own files', async () => {
    const heard: string[] = []
    await page.evaluate(() => dispatchEvent(new Event('probe')))
    const stopped = async () =>
      [...new Set((await page.getAttribute('body', 'data-violations'))?.split(' '))].sort()
    await expect
      .poll(stopped)
      .toEqual([
        'connect-src',
        'form-action',
        'frame-src',
        'img-src',
        'require-trusted-types-for',
        'script-src-elem',
      ])
    expect(await page.getAttribute('body', 'data-ran')).toBeNull()
    // All were asked for here; any that is heard in another test fails it.
    const all = () => {
      heard.push(...breachesHeard())
      return heard.join()
    }
    await expect.poll(all).toMatch(/form data/)
  })

  test('does not leave, and opens no window', async () => {
    const before = page.url()
    await page.evaluate(() => {
      location.href = 'https://evil.invalid/'
    })
    await page.evaluate(() => void window.open('https://evil.invalid/'))
    await page.evaluate(() => void window.open('app://bundle/'))
    await expect.poll(() => page.context().pages().length).toBe(1)
    expect(page.url()).toBe(before)
    expect(await page.evaluate(() => 'desk' in window)).toBe(true)
  })

  test('has storage that is there again at the next start', async () => {
    await page.evaluate(() => localStorage.setItem('kept', 'yes'))
    await desk.close()
    await launch()
    expect(await page.evaluate(() => localStorage.getItem('kept'))).toBe('yes')
  })
})

test.describe('without the hub', () => {
  test('a reload finds the person, his key and what waits', async () => {
    const first = await signIn()
    await save()
    await small.hub.stop()
    await page.reload()
    expect(await identity()).toEqual({
      kind: 'done',
      value: { kind: 'signed-in', identity: first?.kind === 'done' && first.value },
    })
    expect(await saved()).toEqual([[1, 7, 8]])
  })

  for (const how of ['close', 'kill'] as const)
    test(`a new start finds them too, after ${how}`, async () => {
      const first = await signIn()
      await save()
      await small.hub.stop()
      await desk[how]()
      await launch()
      expect(await identity()).toEqual({
        kind: 'done',
        value: { kind: 'signed-in', identity: first?.kind === 'done' && first.value },
      })
      expect(await saved()).toEqual([[1, 7, 8]])
    })
})

test.describe('the outbox', () => {
  test('of another person is closed, and how many wait is known to all', async () => {
    await signIn()
    await save()
    await page.evaluate(() => window.desk?.signOut())
    expect(await saved()).toEqual({ kind: 'failed', code: 'not-signed-in' })
    expect(await page.evaluate(() => window.desk?.outboxCount('1001' as never))).toEqual({
      kind: 'done',
      value: 1,
    })
    await page.evaluate(() => window.desk?.signIn('1002' as never))
    expect(await saved()).toEqual({ kind: 'failed', code: 'not-signed-in' })
    await signIn()
    expect(await saved()).toEqual([[1, 7, 8]])
  })
})

test.describe('a desk', () => {
  test('has no key where only a password that everybody knows protects one', async () => {
    await desk.close()
    await launch('basic_text')
    expect(await signIn()).toMatchObject({ kind: 'done', value: { staffNumber: '1001', dataKey: null } })
  })

  test('that is started a second time on its profile ends, and the first comes to the front and goes on', async () => {
    const second = small.startMain()
    const [code] = await once(second, 'exit')
    expect(code).toBe(0)
    if (electronProgram === null)
      await expect.poll(async () => (await desk.outside.calls()).at(-1)).toBe('BrowserWindow.focus')
    expect(await identity()).toMatchObject({ kind: 'done', value: { kind: 'signed-out' } })
  })

  test('that cannot know its hub says so in a sentence and ends', async () => {
    onlyOnStandIn('Elsewhere its dialog waits for somebody to close it.')
    await desk.close()
    const other = small.startMain('http://hub.example/')
    let said = ''
    other.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
      said += chunk
    })
    const [code] = await once(other, 'exit')
    expect(code).toBe(1)
    expect(said).toContain('The address of the hub must begin with https://, or name this computer.')
  })
})

test.describe('outside of the page', () => {
  test('the window and the size of its page are at the next start as they were', async () => {
    const place = { x: 30, y: 40, width: 1300, height: 700 }
    await desk.outside.moveWindow(place)
    await desk.outside.choose('View > Zoom in')
    await desk.close()
    await launch()
    expect(await desk.outside.windowBounds()).toEqual(place)
    await expect.poll(() => desk.outside.zoomLevel()).toBe(0.5)
  })

  test('a desk that was told no hub asks for one, and is at the next start of the one that was chosen', async () => {
    await desk.close()
    desk = await small.launch('working', null)
    page = desk.page
    const hub = () => page.evaluate(() => window.desk?.hub())
    await expect.poll(hub).toEqual({ kind: 'done', value: { kind: 'none', address: null, fixed: false } })
    expect(await identity()).toEqual({ kind: 'failed', code: 'no-hub' })
    const choose = (address: string) => page.evaluate(to => window.desk?.chooseHub(to), address)
    expect(await choose(small.hub.url.href)).toEqual({ kind: 'done', value: 'kept' })
    await desk.outside.agree(true)
    const ended = once(desk.process, 'exit')
    await choose(small.hub.url.href).catch(() => {})
    await ended
    desk = await small.launch('working', null)
    page = desk.page
    await expect.poll(hub).toMatchObject({ value: { kind: 'address', address: small.hub.url.origin } })
    expect(await signIn()).toMatchObject({ kind: 'done', value: { staffNumber: '1001' } })
  })
})
