import { appendFile, copyFile, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createPackage } from '@electron/asar'
import { project } from '../project.ts'
import { electronVersion } from './electron-version.ts'
import type { PackagedFor } from './fuses.ts'

// What marks the fuses in Electron's program, then the version of the wire, how many there are, and how each stands as
// Electron delivers it.
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
const delivered = Buffer.concat([Buffer.from(SENTINEL), Buffer.from([1, 9]), Buffer.from('101100011')])

// Any program of Windows that has a table of resources; it is not started.
const someProgram = 'node_modules/electron-winstaller/vendor/7z-x64.exe'

/** A folder that electron-builder takes for Electron, where Electron itself cannot be had. */
export async function fakeDistribution(folder: string, platform: PackagedFor): Promise<void> {
  await mkdir(join(folder, 'resources'), { recursive: true })
  await mkdir(join(folder, 'locales'))
  await writeFile(join(folder, 'locales/en-GB.pak'), '')
  for (const file of ['version', 'LICENSE', 'LICENSES.chromium.html'])
    await writeFile(join(folder, file), electronVersion)
  await emptyArchive(join(folder, 'resources/default_app.asar'), join(folder, 'empty'))
  const program = join(folder, platform === 'win32' ? 'electron.exe' : 'electron')
  if (platform === 'win32') await copyFile(join(project, someProgram), program)
  else await writeFile(program, Buffer.alloc(4096, 7), { mode: 0o755 })
  await appendFile(program, Buffer.concat([delivered, Buffer.alloc(64, 9)]))
}

/** What the embedded hub's PostgreSQL is found by. */
export async function fakePostgres(folder: string): Promise<void> {
  await mkdir(join(folder, 'dist'), { recursive: true })
  await writeFile(join(folder, 'dist/index.js'), '')
}

async function emptyArchive(file: string, from: string): Promise<void> {
  await mkdir(from)
  await writeFile(join(from, 'main.js'), '')
  await createPackage(from, file)
}
