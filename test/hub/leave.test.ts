import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'desk-leave-'))
})
afterAll(() => rm(folder, { recursive: true }))

/** How a process ends that leaves while a file that it asked does not answer. */
async function leaving(isHeldUp: boolean, file: string) {
  const program = `
    import { readFile } from 'node:fs'
    import { leave } from ${JSON.stringify(resolve(import.meta.dirname, '../../hub/leave.ts'))}
    readFile(process.argv[1], () => {})
    setTimeout(() => leave(3, ${isHeldUp}), 100)`
  const left = spawn(process.execPath, ['--input-type=module', '--eval', program, file], { stdio: 'ignore' })
  const [code, signal] = await once(left, 'exit')
  return { code, signal }
}

describe('a process that leaves', () => {
  it('does so though a file that it asked never answers', async () => {
    const pipe = join(folder, 'pipe')
    execFileSync('mkfifo', [pipe])
    expect(await leaving(true, pipe)).toEqual({ code: null, signal: 'SIGKILL' })
  })

  it('says otherwise how it went', async () => {
    expect(await leaving(false, join(folder, 'nothing'))).toEqual({ code: 3, signal: null })
  })
})
