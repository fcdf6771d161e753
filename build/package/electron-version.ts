import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { project } from '../project.ts'

const manifest = z.object({ devDependencies: z.object({ electron: z.string() }) })

/** The Electron that is packaged: the one that is tested. */
export const electronVersion = manifest.parse(JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')))
  .devDependencies.electron
