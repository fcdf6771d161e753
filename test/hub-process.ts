import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { project } from '../build/project.ts'

export interface HubProcess {
  readonly origin: string
  stop(): Promise<void>
  /** Ends it as a power cut would, at once. */
  kill(): Promise<void>
}

interface Serving {
  /** Where its data are: `--data DIR` or `--database-url URL`. */
  readonly from: readonly [option: '--data' | '--database-url', value: string]
  /** The folder with a page to serve. */
  readonly desk?: string
  /** What it complains of while its database is killed is nobody's news. */
  readonly complaints: 'inherit' | 'ignore'
}

/** `npm run hub -- serve` in a process of its own; rejects where it does not come up. */
export async function hubProcess({ from, desk, complaints }: Serving): Promise<HubProcess> {
  const page = desk === undefined ? [] : ['--desk', desk]
  const args = ['serve', ...from, '--port', '0', '--demo', ...page]
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', resolve(project, 'hub/main.ts'), ...args],
    { stdio: ['ignore', 'pipe', complaints] },
  )
  const gone = once(child, 'exit')
  const end = async (signal: 'SIGTERM' | 'SIGKILL') => {
    child.kill(signal)
    await gone
  }
  const origin = await Promise.race([gone.then(() => null), originOf(child.stdout)])
  if (origin === null) throw new Error('The hub did not start.')
  return { origin, stop: () => end('SIGTERM'), kill: () => end('SIGKILL') }
}

function originOf(output: NodeJS.ReadableStream): Promise<string> {
  return new Promise(found => {
    output.setEncoding('utf8').on('data', (said: string) => {
      const address = /http:\/\/[\d.]+:\d+/.exec(said)
      if (address) found(address[0])
    })
  })
}
