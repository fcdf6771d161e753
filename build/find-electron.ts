import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runProgram } from './program.ts'
import { project } from './project.ts'

type Found = { binary: string } | { reason: string }

const electron = join(project, 'node_modules/electron')

/** Finds Electron's binary, and downloads it where the network lets us. */
export async function findElectron(): Promise<Found> {
  const installed = installedBinary()
  if (installed) return { binary: installed }
  if (process.env.CI) return { reason: 'its binary is not here, and CI downloads none.' }
  if (!(await isElectronReachable()))
    return { reason: 'its binary is not here, and cannot be reached from this network.' }
  console.log('Downloading Electron …')
  await runProgram('node_modules/electron/install.js', [], { output: 'kept' })
  const downloaded = installedBinary()
  return downloaded ? { binary: downloaded } : { reason: 'its binary is not here, and the download failed.' }
}

/** Where Electron lies with all that belongs to it. */
export const electronFolder = () => process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(electron, 'dist')

// As the package itself does it. Importing the package would start the download.
function installedBinary(): string | undefined {
  const name = read(join(electron, 'path.txt')) ?? 'electron'
  const binary = join(electronFolder(), name)
  return existsSync(binary) ? binary : undefined
}

function read(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined
}

export async function isElectronReachable(): Promise<boolean> {
  const source =
    process.env.ELECTRON_MIRROR ?? process.env.npm_config_electron_mirror ?? 'https://github.com/electron'
  const answer = await fetch(source, { method: 'HEAD', signal: AbortSignal.timeout(3_000) }).catch(
    () => undefined,
  )
  return answer !== undefined
}
