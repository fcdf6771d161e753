import { join } from 'node:path'
import type { AfterPackContext, Configuration } from 'electron-builder'
import { project } from '../project.ts'
import { electronVersion } from './electron-version.ts'
import { setFuses } from './fuses.ts'

export const PRODUCT = 'Team Leader Desk'
export const EXECUTABLE = 'team-leader-desk'

interface Places {
  readonly output: string
  /** A folder with Electron itself; none: electron-builder fetches it. */
  readonly electron: string | null
  /** The PostgreSQL of that platform, for a demonstration: programs are not started from inside the archive. */
  readonly postgres: string
}

/** How the desk is packaged: all of it, on this one page. */
export const builderConfig = ({ output, electron, postgres }: Places): Configuration => ({
  appId: 'uk.team-leader-desk',
  productName: PRODUCT,
  copyright: 'Team Leader Desk',
  electronVersion,
  ...(electron === null ? {} : { electronDist: electron }),
  directories: { output, buildResources: join(project, 'build/package/resources') },
  extraResources: [{ from: postgres, to: 'postgres' }],
  // The folder holds nothing else: main process, preload, page and hub are bundled, so that no package goes along.
  files: ['**/*'],
  asar: true,
  npmRebuild: false,
  nodeGypRebuild: false,
  // The department's own tools bring new versions to its machines.
  publish: null,
  afterPack,
  win: {
    target: [
      { target: 'nsis', arch: 'x64' },
      { target: 'msi', arch: 'x64' },
    ],
    executableName: EXECUTABLE,
    // Whoever may write to the program's folder could write other fuses: so it is installed for the machine.
    requestedExecutionLevel: 'asInvoker',
  },
  nsis: {
    oneClick: false,
    perMachine: true,
    allowElevation: true,
    allowToChangeInstallationDirectory: false,
  },
  msi: { oneClick: false, perMachine: true },
  linux: {
    target: [{ target: 'deb', arch: 'x64' }],
    executableName: EXECUTABLE,
    category: 'Office',
    maintainer: 'Team Leader Desk <team-leader-desk@example.org.uk>',
    synopsis: 'A desk for team leaders, with or without network',
  },
})

// After the archive's hash is in the program and before it is signed.
async function afterPack({ appOutDir, electronPlatformName }: AfterPackContext): Promise<void> {
  if (electronPlatformName === 'win32') return setFuses(join(appOutDir, `${EXECUTABLE}.exe`), 'win32')
  if (electronPlatformName === 'linux') return setFuses(join(appOutDir, EXECUTABLE), 'linux')
  throw new Error(`The desk is not packaged for ${electronPlatformName}.`)
}
