import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build, Platform } from 'electron-builder'
import { builderConfig } from './builder-config.ts'
import { fakeDistribution, fakePostgres } from './fake-distribution.ts'
import type { PackagedFor } from './fuses.ts'
import { faultsOf, packedFiles } from './read-package.ts'
import { stageApp } from './stage-app.ts'

/** Packages the desk for Linux and Windows on what plays Electron, and reads back what came of it. */
export async function packageFaults(): Promise<readonly string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'desk-package-'))
  try {
    const app = join(folder, 'app')
    await stageApp(app)
    const manifest = await packedFiles()
    const faults: string[] = []
    for (const platform of ['linux', 'win32'] as const) {
      const packaged = await packageOn(platform, app, folder)
      faults.push(...(await faultsOf(packaged, platform, manifest)).map(fault => `${platform}: ${fault}`))
    }
    return faults
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function packageOn(platform: PackagedFor, app: string, folder: string): Promise<string> {
  const electron = join(folder, `electron-${platform}`)
  const output = join(folder, `output-${platform}`)
  const postgres = join(folder, `postgres-${platform}`)
  await fakeDistribution(electron, platform)
  await fakePostgres(postgres)
  const usual = builderConfig({ output, electron, postgres })
  await build({
    // Not this project: then its packages would go along.
    projectDir: app,
    targets: (platform === 'win32' ? Platform.WINDOWS : Platform.LINUX).createTarget('dir'),
    // What would write an icon into the program has to be fetched first.
    config: { ...usual, win: { ...usual.win, signAndEditExecutable: false } },
    publish: 'never',
  })
  return join(output, platform === 'win32' ? 'win-unpacked' : 'linux-unpacked')
}

if (import.meta.main) {
  const faults = await packageFaults()
  for (const fault of faults) console.error(fault)
  console.log(faults.length === 0 ? 'The packages hold what they should.' : `${faults.length} faults.`)
  process.exitCode = faults.length === 0 ? 0 : 1
}
