import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

const build = resolve(import.meta.dirname, '../../build')
let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'desk-moment-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** Says where it may write, and writes there until it is ended. */
const writing = `import { mkdirSync, writeFileSync } from 'node:fs'
let at = 0
setInterval(() => {
  const place = process.env.TMPDIR + '/' + at++
  mkdirSync(place)
  writeFileSync(place + '/kept', 'x')
}, 0)
setTimeout(() => console.log(process.env.TMPDIR), 200)`

describe('the temporary folder', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)('is gone after %s, and with it who writes there', async signal => {
    writeFileSync(join(folder, 'writing.ts'), writing)
    writeFileSync(
      join(folder, 'running.ts'),
      `import { inTemporaryFolder } from '${build}/temporary-folder.ts'
import { runProgram } from '${build}/program.ts'
await runProgram('${join(folder, 'writing.ts')}', [], { output: 'shown', env: inTemporaryFolder() })`,
    )
    const running = spawn(process.execPath, [join(folder, 'running.ts')], {
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    const [said] = await once(running.stdout, 'data')
    const place = String(said).trim()
    expect(existsSync(place)).toBe(true)
    // Both write to it: it is at its end when both are.
    const bothEnded = once(running.stdout, 'end')
    running.kill(signal)
    expect(await once(running, 'exit')).toEqual([1, null])
    await bothEnded
    expect(existsSync(place)).toBe(false)
  })
})
