import { globSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import { project } from './project.ts'

/** The folder with the built desk, which the hub serves. */
export const deskFolder = join(project, 'dist/renderer')

/** Builds the desk when it is missing or older than what it is made of. */
export async function buildDesk(): Promise<void> {
  if (isFresh()) return
  await build({ configFile: join(project, 'build/vite.config.ts'), logLevel: 'warn' })
}

function isFresh(): boolean {
  const built = changed('dist/renderer/index.html')
  const sources = globSync(['{renderer,shared}/**/*', 'build/vite.config.ts', 'package-lock.json'], {
    cwd: project,
  })
  return sources.every(source => changed(source) < built)
}

function changed(file: string): number {
  return statSync(join(project, file), { throwIfNoEntry: false })?.mtimeMs ?? 0
}
