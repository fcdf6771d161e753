import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, type Page } from '@playwright/test'
import type {} from '../../renderer/home/electron-home.ts'
import type { RunningDesk } from '../electron-stand-in/launch.ts'
import { electronProgram } from '../electron-stand-in/on-electron.ts'
import { type SmallDesk, smallDesk } from '../electron-stand-in/small-desk.ts'
import { breachesHeard } from '../policy-breaches.ts'
import { test } from './test.ts'

// The built main process and preload, on a real Chromium, with a page that does nothing by itself.

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
    return reply?.kind === 'done' ? reply.value.map(({ key, sealed }) => [key, ...sealed]) : reply
  })

test.describe('the bridge', () => {
  const names = [
    'identity',
    'signIn',
    'signInWithProvider',
    'signOut',
    'request',
    'watchPokes',
    'unwatchPokes',
    'outboxLoad',
    'outboxPut',
    'outboxRemove',
    'outboxCount',
    'showMenu',
    'notify',
    'saveCsv',
    'savePdf',
    'versions',
    'hub',
    'chooseHub',
    'onPokes',
    'onChosen',
  ]

  test('is there before the first script of the page, with the agreed names and no more', async () => {
    expect(await page.getAttribute('body', 'data-bridge')).toBe(names.join(' '))
  })

  test('is all that the page sees of Electron, and cannot be changed', async () => {
    const seen = await page.evaluate(() => ({
      globals: [
        'require',
        'module',
        'process',
        'Buffer',
        'global',
        'electron',
        'ipcRenderer',
        'standInSend',
      ].filter(name => name in window),
      frozen: Object.isFrozen(window.desk),
      parts: Object.values(window.desk ?? {}).map(part => typeof part),
      replaced: Reflect.set(window, 'desk', {}),
    }))
    expect(seen.globals).toEqual([])
    expect(seen.frozen).toBe(true)
    expect(new Set(seen.parts)).toEqual(new Set(['function']))
    expect(seen.replaced).toBe(false)
  })

  test('is not there in a frame', async () => {
    const inFrame = await page.evaluate(() => {
      const frame = document.createElement('iframe')
      document.body.append(frame)
      return frame.contentWindow && 'desk' in frame.contentWindow
    })
    expect(inFrame).toBe(false)
  })

  test('carries bytes, and the hub’s answers without its cookie', async () => {
    await signIn()
    const echoed = await page.evaluate(async () => {
      const reply = await window.desk?.request('POST', '/sync/pull', '{"a":"Siân"}')
      return reply?.kind === 'done' ? new TextDecoder().decode(reply.value.body) : reply
    })
    expect(echoed).toBe('{"signedIn":true,"body":{"a":"Siân"}}')
    expect(await page.evaluate(() => document.cookie)).toBe('')
    expect(await desk.page.context().cookies()).toEqual([])
  })

  test('tells of pokes', async () => {
    await page.evaluate(async () => {
      window.desk?.onPokes(event => document.body.setAttribute('data-poke', JSON.stringify(event)))
      await window.desk?.watchPokes(3)
    })
    await expect.poll(() => small.hub.heard).toContain('GET /sync/pokes')
    small.hub.poke()
    await expect(page.locator('body')).toHaveAttribute('data-poke', '{"kind":"poked","watch":3}')
    small.hub.endStreams()
    await expect(page.locator('body')).toHaveAttribute('data-poke', '{"kind":"lost","watch":3}')
  })
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

  test('the key is given to a document once', async () => {
    await signIn()
    expect(await identity()).toEqual({ kind: 'failed', code: 'key-given' })
    await page.reload()
    expect(await identity()).toMatchObject({ kind: 'done' })
    expect(await identity()).toEqual({ kind: 'failed', code: 'key-given' })
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
    test.skip(electronProgram !== null, 'Its dialog waits for somebody to close it.')
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
  test('the sandbox is on before there is anything, and all is guarded before there is a window', async () => {
    test.skip(electronProgram !== null, 'Only the stand-in notes what Electron is asked.')
    const calls = await desk.outside.calls()
    const at = (name: string) => calls.indexOf(name)
    const inOrder = [
      'app.enableSandbox',
      'app.requestSingleInstanceLock',
      'app.whenReady',
      'session.defaultSession.setPermissionRequestHandler',
      'ipcMain.handle',
      'new BrowserWindow',
    ]
    expect(inOrder.filter(name => at(name) < 0)).toEqual([])
    expect(inOrder.map(at)).toEqual(inOrder.map(at).sort((one, other) => one - other))
  })

  test('the window and the size of its page are at the next start as they were', async () => {
    const place = { x: 30, y: 40, width: 1300, height: 700 }
    await desk.outside.moveWindow(place)
    await desk.outside.choose('View > Zoom in')
    await desk.close()
    await launch()
    expect(await desk.outside.windowBounds()).toEqual(place)
    await expect.poll(() => desk.outside.zoomLevel()).toBe(0.5)
  })

  test('the menu has what the page says, tells it what is chosen, and forgets it with the document', async () => {
    const told = page.evaluate(() => new Promise<string>(done => window.desk?.onChosen(done)))
    await page.evaluate(() =>
      window.desk?.showMenu([
        { id: 'go-orphans', name: 'Orphans', menu: 'Go', keys: ['g', 'o'], enabled: true },
      ]),
    )
    await expect.poll(() => desk.outside.menu()).toContain('Go > Orphans (g o)')
    await desk.outside.choose('Go > Orphans')
    expect(await told).toBe('go-orphans')
    await page.reload()
    await expect.poll(() => desk.outside.menu()).not.toContain('Go > Orphans (g o)')
  })

  test('a file goes where the person says, and the page is not told where', async () => {
    const save = () => page.evaluate(() => window.desk?.saveCsv('Orphans.csv', new Uint8Array([65, 66])))
    expect(await save()).toEqual({ kind: 'done', value: false })
    const file = join(small.profile, 'mine.csv')
    await desk.outside.saveTo(file)
    expect(await save()).toEqual({ kind: 'done', value: true })
    expect(readFileSync(file, 'utf8')).toBe('AB')
    await desk.outside.saveTo(join(small.profile, 'mine.pdf'))
    expect(await page.evaluate(() => window.desk?.savePdf('Orphans.pdf'))).toEqual({
      kind: 'done',
      value: true,
    })
    expect(readFileSync(join(small.profile, 'mine.pdf'), 'latin1')).toMatch(/^%PDF-/)
    expect(await desk.outside.askedNames()).toEqual(['Orphans.csv', 'Orphans.csv', 'Orphans.pdf'])
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

  test('a click on a notice comes to the front and leads to the deadlines', async () => {
    const told = page.evaluate(() => new Promise<string>(done => window.desk?.onChosen(done)))
    await page.evaluate(() => window.desk?.notify('A deadline passes at 12:00.'))
    expect(await desk.outside.notices()).toEqual(['Team Leader Desk: A deadline passes at 12:00.'])
    await desk.outside.clickNotice()
    expect(await told).toBe('go-deadlines')
  })
})

test.describe('the stand-in', () => {
  test.skip(electronProgram !== null, 'It is not there.')
  const run = (program: string) => {
    const register = resolve(import.meta.dirname, '../electron-stand-in/register.ts')
    const args = ['--import', register, '--input-type=module', '--eval', program]
    return spawnSync(process.execPath, args, { encoding: 'utf8', cwd: join(import.meta.dirname, '../..') })
      .stderr
  }

  test('lets nobody use a part of Electron that it does not have', () => {
    expect(run("import { app } from 'electron'; app.getLocale()")).toContain('has no app.getLocale')
    expect(run("import { Tray } from 'electron'")).toContain('does not provide an export named')
    expect(run("import { app } from 'electron'; app.on('login', () => {})")).toContain(
      'never tells app login',
    )
    expect(run("import { BrowserWindow } from 'electron'; BrowserWindow.getAllWindows()")).toContain(
      'has no BrowserWindow.getAllWindows',
    )
  })
})
