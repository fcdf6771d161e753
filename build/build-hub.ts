import { globSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import { project } from './project.ts'

/** Builds the hub that an installed desk starts for itself, when it is missing or older than what it is made of. */
export async function buildHub(): Promise<void> {
  if (isFresh()) return
  await build({ configFile: join(project, 'build/vite.hub.config.ts'), logLevel: 'warn' })
}

function isFresh(): boolean {
  const built = statSync(join(project, 'dist/hub/main.js'), { throwIfNoEntry: false })?.mtimeMs ?? 0
  const sources = globSync(['{hub,shared}/**/*', 'build/vite.hub.config.ts', 'package-lock.json'], {
    cwd: project,
  })
  return sources.every(source => statSync(join(project, source)).mtimeMs < built)
}
