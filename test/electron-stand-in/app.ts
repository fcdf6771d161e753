import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { App } from 'electron'
import { closeBrowser } from './chromium.ts'
import { knownEvents } from './known-events.ts'
import { strict } from './strict.ts'

// What a program reads of Electron without asking it.
Object.defineProperty(process, 'versions', {
  value: { ...process.versions, electron: '0.0.0-stand-in', chrome: '0.0.0.0' },
})

const events = knownEvents('app', [
  'window-all-closed',
  'web-contents-created',
  'second-instance',
  'before-quit',
  // Its Chromium asks nobody: they are listened for, and never told.
  'certificate-error',
  'select-client-certificate',
  'login',
])
export const tellApp = events.emit

type Part = Pick<
  App,
  | 'enableSandbox'
  | 'requestSingleInstanceLock'
  | 'whenReady'
  | 'setPath'
  | 'getPath'
  | 'getVersion'
  | 'quit'
  | 'relaunch'
  | 'exit'
  | 'on'
  | 'isPackaged'
>

let userData: string | undefined
let ready = false
let locked = false

export const userDataFolder = () => {
  if (!userData) throw new Error('The stand-in keeps a profile only where it is told to.')
  return userData
}

export const app: Part = strict<Part>('app', {
  isPackaged: false,
  // Electron takes its list of events by overloads, one each; ours is checked when it is listened to.
  on: ((name: string, listener: (...args: never[]) => unknown) => {
    events.on(name, listener)
    return app
  }) as App['on'],
  enableSandbox() {
    if (ready) throw new Error('app.enableSandbox() can only be called before app is ready')
  },
  setPath(name, path) {
    if (name !== 'userData') throw new Error(`The stand-in has no path ${name}.`)
    userData = path
  },
  getPath(name) {
    if (name !== 'userData') throw new Error(`The stand-in has no path ${name}.`)
    return userDataFolder()
  },
  getVersion: () => '0.0.0-stand-in',
  requestSingleInstanceLock: () => lock(join(userDataFolder(), 'stand-in.lock')),
  async whenReady() {
    await Promise.resolve()
    ready = true
  },
  quit,
  // Whoever started the desk sees that it was asked for, and starts it again.
  relaunch: () => {},
  exit: (code = 0) => void end(code),
})

function lock(file: string): boolean {
  mkdirSync(userDataFolder(), { recursive: true })
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' })
  } catch {
    const owner = Number(readFileSync(file, 'utf8'))
    if (isAlive(owner)) {
      process.kill(owner, 'SIGUSR2')
      return false
    }
    writeFileSync(file, String(process.pid))
  }
  locked = true
  process.on('SIGUSR2', () => events.emit('second-instance'))
  return true
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

const windowsClosing: (() => void)[] = []

/** What a window does when it is about to close: quitting closes each. */
export function onQuitClose(closing: () => void): void {
  windowsClosing.push(closing)
}

let ending = false

async function end(code: number): Promise<void> {
  // Closing the browser closes the last window, and that asks for the end again.
  if (ending) return
  ending = true
  for (const closing of windowsClosing) closing()
  await closeBrowser()
  if (locked) rmSync(join(userDataFolder(), 'stand-in.lock'), { force: true })
  process.exit(code)
}

/** Electron asks before it quits; whoever prevents it quits again himself. */
function quit(): void {
  let prevented = false
  const preventDefault = () => {
    prevented = true
  }
  events.emit('before-quit', { preventDefault })
  if (!prevented) void end(0)
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, quit)
