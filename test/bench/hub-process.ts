import { spawn } from 'node:child_process'
import { resolve } from 'node:path'
import { project } from '../../build/project.ts'

export interface HubProcess {
  readonly origin: string
  stop(): Promise<void>
}

/** `npm run hub -- serve` on a database, in a process of its own; with a folder it serves the built desk too. */
export async function hubProcess(url: string, deskFolder: string | null): Promise<HubProcess> {
  const desk = deskFolder === null ? [] : ['--desk', deskFolder]
  const args = ['serve', '--database-url', url, '--port', '0', '--demo', ...desk]
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', resolve(project, 'hub/main.ts'), ...args],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  const ended = new Promise<void>(done => child.once('exit', () => done()))
  const origin = await new Promise<string>((found, fail) => {
    child.once('error', fail)
    child.once('exit', () => fail(new Error('The hub did not start.')))
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      const address = /http:\/\/[\d.]+:\d+/.exec(text)
      if (address) found(address[0])
    })
  })
  const stop = async () => {
    child.kill('SIGTERM')
    await ended
  }
  return { origin, stop }
}
