import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { project } from '../../build/project.ts'

export interface HubProcess {
  readonly origin: string
  /** Ends it as a power cut would, at once. */
  kill(): Promise<void>
}

/** `npm run hub -- serve` on an embedded PostgreSQL, in a process of its own; undefined where it did not come up. */
export async function startHubProcess(dataDir: string, desk?: string): Promise<HubProcess | undefined> {
  const serving = desk === undefined ? [] : ['--desk', desk]
  const args = ['serve', '--data', dataDir, '--port', '0', '--demo', ...serving]
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', resolve(project, 'hub/main.ts'), ...args],
    { stdio: ['ignore', 'pipe', 'ignore'] },
  )
  const gone = once(child, 'exit')
  const kill = async () => {
    child.kill('SIGKILL')
    await gone
  }
  const origin = await Promise.race([gone.then(() => undefined), originOf(child.stdout)])
  return origin === undefined ? undefined : { origin, kill }
}

async function originOf(output: AsyncIterable<Buffer>): Promise<string | undefined> {
  for await (const said of output) {
    const found = /http:\/\/[\d.]+:\d+/.exec(said.toString())
    if (found) return found[0]
  }
  return undefined
}
