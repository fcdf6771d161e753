import { accessSync, constants, mkdtempSync, rmSync, statfsSync } from 'node:fs'
import { freemem, tmpdir } from 'node:os'
import { join } from 'node:path'

const memory = '/dev/shm'
const ENOUGH = 6 * 2 ** 30

/**
 * The environment of programs whose temporary files are in one folder; it is gone when this program is, and with it whatever
 * it still runs. In memory where there is room: tests make and drop a thousand databases, and each drop
 * waits until a disk has everything.
 */
export function inTemporaryFolder(): Record<string, string> {
  const folder = mkdtempSync(join(hasRoom() ? memory : tmpdir(), 'desk-tests-'))
  // Who writes there may still be ending.
  process.on('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 }))
  // A signal alone brings no exit about.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(1))
  return { TMPDIR: folder, TEMP: folder }
}

function hasRoom(): boolean {
  try {
    accessSync(memory, constants.W_OK)
    const { bavail, bsize } = statfsSync(memory)
    return Math.min(bavail * bsize, freemem()) > ENOUGH
  } catch {
    return false
  }
}
