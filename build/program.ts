import { spawn } from 'node:child_process'
import { resolve } from 'node:path'
import { project } from './project.ts'

export interface Ended {
  ok: boolean
  output: string
}

interface Options {
  /** `shown` streams the output; `kept` returns it. */
  output: 'shown' | 'kept'
  env?: Record<string, string>
}

// Longer than any step takes, short enough that a step that hangs fails before whatever waits for us gives up.
const patience = 45 * 60_000

// Logs are for reading.
const plain = process.stdout.isTTY ? {} : { NO_COLOR: '1' }

/** Runs a JavaScript or TypeScript program of this project, or of a package, under our own Node. */
export function runProgram(file: string, args: string[], { output, env }: Options): Promise<Ended> {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', resolve(project, file), ...args],
    {
      cwd: project,
      env: { ...process.env, ...plain, ...env },
      stdio: ['ignore', output === 'shown' ? 'inherit' : 'pipe', output === 'shown' ? 'inherit' : 'pipe'],
      timeout: patience,
    },
  )
  const stop = () => child.kill()
  // Before anything that it uses goes.
  process.prependListener('exit', stop)
  let kept = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (chunk: string) => {
      kept += chunk
    })
  }
  return new Promise((done, fail) => {
    child.on('error', fail)
    child.on('close', (code, signal) => {
      process.off('exit', stop)
      if (signal) kept += `\nEnded by ${signal}.`
      done({ ok: code === 0, output: kept })
    })
  })
}
