import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { buildDesk } from '../build-desk.ts'
import { buildElectron } from '../build-electron.ts'
import { buildHub } from '../build-hub.ts'
import { project } from '../project.ts'
import { licences } from './licences.ts'

/** Puts what goes into the application, and nothing else, into a folder. */
export async function stageApp(folder: string): Promise<void> {
  await buildDesk()
  await buildElectron()
  await buildHub()
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  for (const part of ['electron', 'hub', 'renderer'])
    await cp(join(project, 'dist', part), join(folder, part), { recursive: true })
  await writeFile(join(folder, 'package.json'), await aboutApp())
  await writeFile(join(folder, 'licences.txt'), await licences())
}

// Not the project's own: scripts and lists of packages are of no use to who runs the desk.
async function aboutApp(): Promise<string> {
  const { name, version, description } = JSON.parse(await readFile(join(project, 'package.json'), 'utf8'))
  const about = { name, version, description, author: name, type: 'module', main: 'electron/main.js' }
  return `${JSON.stringify(about, null, 2)}\n`
}
