import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { project } from '../build/project.ts'

/** The Chromium of the tests; installed, where that is possible. */
export function chromiumPath(): string {
  const program = join(project, 'build/find-chromium.mjs')
  return execFileSync(process.execPath, [program], { encoding: 'utf8' }).trim()
}
