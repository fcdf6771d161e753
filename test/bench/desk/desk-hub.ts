import { spawn } from 'node:child_process'
import { resolve } from 'node:path'
import { buildDesk, deskFolder } from '../../../build/build-desk.ts'
import { project } from '../../../build/project.ts'
import { managedExtract } from '../caseload/extract.ts'
import type { Manager } from '../caseload/one-segment.ts'
import { importInto } from '../import-into.ts'
import { server } from '../server.ts'
import type { World } from '../world.ts'

export interface DeskHub {
  readonly origin: string
  readonly manager: Manager
  /** The folder with the extract that it holds. */
  readonly folder: string
}

/** A hub in a process of its own, with so many case groups in one segment, that serves the built desk. */
export function deskHub(groups: number, world: World): Promise<DeskHub> {
  return world.shared(`hub-${groups}`, async () => {
    await buildDesk()
    const { dir, manager } = await managedExtract(groups, world)
    const { create } = await server(world)
    const url = await create()
    world.say(`Importing ${groups.toLocaleString('en-GB')} case groups into a hub …`)
    await importInto(url, dir)
    const { origin, stop } = await serve(url)
    return [{ origin, manager, folder: dir }, stop]
  })
}

async function serve(url: string) {
  const args = ['serve', '--database-url', url, '--port', '0', '--demo', '--desk', deskFolder]
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
