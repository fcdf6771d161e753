import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { buildElectron } from './build-electron.ts'
import { findElectron } from './find-electron.ts'
import { project } from './project.ts'
import type { StartOptions } from './start-options.ts'

/** Opens the desk in Electron or else in the browser, and says which and why. */
export async function openWindow(address: string, { open, dataDir }: StartOptions): Promise<string> {
  if (!open) return 'Browser: nothing is opened because of --no-open.'
  const electron = await findElectron()
  if ('reason' in electron) {
    openDetached(...browserCommand(address))
    return `Browser, not Electron: ${electron.reason}`
  }
  await buildElectron()
  // A profile of the hub's own: what waits for one hub must not be sent to another.
  openDetached(electron.binary, [project, '--hub', address, '--profile', join(dataDir, 'desk')])
  return `Electron: ${electron.binary}`
}

function browserCommand(address: string): [string, string[]] {
  if (process.platform === 'win32') return ['cmd', ['/c', 'start', '', address]]
  return [process.platform === 'darwin' ? 'open' : 'xdg-open', [address]]
}

function openDetached(command: string, args: string[]): void {
  const child = spawn(command, args, { detached: true, stdio: 'ignore' })
  // Without a browser the address, which is printed, is enough.
  child.on('error', () => {})
  child.unref()
}
