import { existsSync, mkdtempSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const memory = '/dev/shm'
const ENOUGH = 6 * 2 ** 30

/**
 * A folder for all that the tests make, gone when the program is, and with it whatever runs for them: in memory where
 * there is room. They make and drop a thousand databases, and each drop waits until a disk has everything.
 */
export function testFolder(): string {
  const folder = mkdtempSync(join(hasRoom() ? memory : tmpdir(), 'desk-tests-'))
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  // A signal alone brings no exit about.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(1))
  return folder
}

function hasRoom(): boolean {
  if (!existsSync(memory)) return false
  const { bavail, bsize } = statfsSync(memory)
  return bavail * bsize > ENOUGH
}
