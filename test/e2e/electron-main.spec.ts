import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, type Page } from '@playwright/test'
import type {} from '../../renderer/home/electron-home.ts'
import type { RunningDesk } from '../electron-stand-in/launch.ts'
import { type SmallDesk, smallDesk } from '../electron-stand-in/small-desk.ts'
import { onlyOnStandIn } from './only-on-stand-in.ts'
import { test } from './test.ts'

// The bridge, and what is outside of the page, of one desk that runs: the built main process and preload, on a real
// Chromium, with a page that does nothing by itself.

let small: SmallDesk
let desk: RunningDesk
let page: Page

test.beforeAll(async () => {
  small = await smallDesk()
  desk = await small.launch()
  page = desk.page
})
test.afterAll(() => small.remove())

// Each begins with nobody signed in, and with a document of its own.
test.beforeEach(async () => {
  await page.evaluate(() => window.desk?.signOut())
  await page.reload()
  await page.waitForSelector('body[data-bridge]', { state: 'attached' })
})

const signIn = () => page.evaluate(() => window.desk?.signIn('1001' as never))
const identity = () => page.evaluate(() => window.desk?.identity())

test.describe('the bridge', () => {
  const names = [
    'identity',
    'signIn',
    'signInWithProvider',
    'signOut',
    'giveUpSignIn',
    'noteHand',
    'request',
    'watchPokes',
    'unwatchPokes',
    'outboxLoad',
    'outboxPut',
    'outboxRemove',
    'outboxCount',
    'outboxCountAll',
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

  test('the key is given to a document once', async () => {
    await signIn()
    expect(await identity()).toEqual({ kind: 'failed', code: 'key-given' })
    await page.reload()
    expect(await identity()).toMatchObject({ kind: 'done' })
    expect(await identity()).toEqual({ kind: 'failed', code: 'key-given' })
  })
})

test.describe('outside of the page', () => {
  test('the sandbox is on before there is anything, and all is guarded before there is a window', async () => {
    onlyOnStandIn('Nothing else notes what Electron is asked.')
    const calls = await desk.outside.calls()
    const at = (name: string) => calls.indexOf(name)
    const inOrder = [
      'app.enableSandbox',
      'app.requestSingleInstanceLock',
      'app.whenReady',
      'session.defaultSession.setPermissionRequestHandler',
      'webRequest.onBeforeRequest',
      'session.defaultSession.allowNTLMCredentialsForDomains',
      'ipcMain.handle',
      'new BrowserWindow',
      'webContents.setWebRTCIPHandlingPolicy',
    ]
    expect(inOrder.filter(name => at(name) < 0)).toEqual([])
    expect(inOrder.map(at)).toEqual(inOrder.map(at).sort((one, other) => one - other))
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

  test('a misspelt word of a text gets suggestions by a right click, and one that is added is right', async () => {
    await page.evaluate(() => {
      const area = document.createElement('textarea')
      area.cols = 60
      document.body.append(area)
    })
    const area = page.locator('textarea')
    const type = (text: string) => area.fill('').then(() => area.pressSequentially(text))
    // At its very beginning, where the first word is; the menu that is there may still be the last one.
    const clicked = async () => {
      await area.click({ button: 'right', position: { x: 12, y: 10 } })
      return (await desk.outside.contextMenu()).slice(0, 2)
    }
    const ADD = 'Add to dictionary until the desk is locked'
    await type('paymnet of Kowalski for 2 weeks')
    await expect.poll(clicked, { timeout: 20_000 }).toEqual(['payment', ADD])
    await desk.outside.chooseInContext('payment')
    await expect(area).toHaveValue('payment of Kowalski for 2 weeks')
    await type('recieved on Monday')
    await expect.poll(clicked).toEqual(['received', 'relieved'])
    await desk.outside.chooseInContext(ADD)
    await expect.poll(clicked).toEqual(['cut', 'copy'])
    await expect(area).toHaveValue('recieved on Monday')
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
  const run = (program: string) => {
    const register = resolve(import.meta.dirname, '../electron-stand-in/register.ts')
    const args = ['--import', register, '--input-type=module', '--eval', program]
    return spawnSync(process.execPath, args, { encoding: 'utf8', cwd: join(import.meta.dirname, '../..') })
      .stderr
  }

  test('lets nobody use a part of Electron that it does not have', () => {
    onlyOnStandIn('It is about the stand-in itself.')
    expect(run("import { app } from 'electron'; app.getLocale()")).toContain('has no app.getLocale')
    expect(run("import { Tray } from 'electron'")).toContain('does not provide an export named')
    expect(run("import { app } from 'electron'; app.on('will-quit', () => {})")).toContain(
      'never tells app will-quit',
    )
    expect(run("import { BrowserWindow } from 'electron'; BrowserWindow.getAllWindows()")).toContain(
      'has no BrowserWindow.getAllWindows',
    )
  })
})
