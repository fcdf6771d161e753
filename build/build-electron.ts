import { globSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import { project } from './project.ts'

/** What Electron is started with. */
export const electronMain = join(project, 'dist/electron/main.js')

/** Builds main process and preload when they are missing or older than what they are made of. */
export async function buildElectron(): Promise<void> {
  if (isFresh()) return
  // The main process last: it is what freshness is told by.
  for (const name of ['vite.electron-preload.config.ts', 'vite.electron.config.ts'])
    await build({ configFile: join(project, 'build', name), logLevel: 'warn' })
}

function isFresh(): boolean {
  const built = statSync(electronMain, { throwIfNoEntry: false })?.mtimeMs ?? 0
  const sources = globSync(['{electron,shared}/**/*', 'build/vite.electron*', 'package-lock.json'], {
    cwd: project,
  })
  return sources.every(source => statSync(join(project, source)).mtimeMs < built)
}
