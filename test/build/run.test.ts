import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

const run = resolve(import.meta.dirname, '../../build/run.mjs')
let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'desk-run-'))
})

afterEach(() => rmSync(folder, { recursive: true }))

describe('running an entry', () => {
  it('runs TypeScript under Node 24, says nothing itself and passes arguments and exit code on', async () => {
    const child = start(
      'const said: string[] = [process.versions.node.split(".")[0]!, ...process.argv.slice(2)]\nconsole.log(said.join(" "))\nprocess.exitCode = 7',
    )
    expect(await everything(child)).toEqual({ code: 7, output: '24 --name value\n', errors: '' })
  })

  it('tells the entry where the command was typed', async () => {
    const child = start('console.log(process.env.INIT_CWD)')
    expect((await everything(child)).output).toBe(`${folder}\n`)
  })

  it('waits for the entry to end in its own way after a signal', async () => {
    const child = start(
      "process.on('SIGTERM', () => setTimeout(() => process.exit(3), 100))\nsetInterval(() => {}, 1000)\nconsole.log('ready')",
    )
    child.stdout?.once('data', () => child.kill('SIGTERM'))
    expect(await everything(child)).toEqual({ code: 3, output: 'ready\n', errors: '' })
  })
})

function start(source: string): ChildProcess {
  const entry = join(folder, 'entry.ts')
  writeFileSync(entry, source)
  const { INIT_CWD, npm_lifecycle_event, ...env } = process.env
  return spawn(process.execPath, [run, entry, '--name', 'value'], { cwd: folder, env })
}

async function everything(child: ChildProcess) {
  let [output, errors] = ['', '']
  child.stdout?.on('data', chunk => {
    output += chunk
  })
  child.stderr?.on('data', chunk => {
    errors += chunk
  })
  const [code] = await once(child, 'close')
  return { code, output, errors }
}
