import { z } from 'zod'
import { runProgram } from '../../build/program.ts'

const imported = z.object({ ms: z.number(), peakBytes: z.number() })
export type Imported = z.output<typeof imported>

// In megabytes, whatever the size of the extract. Without it the collector leaves more lying the longer an import takes.
// The young space is V8's usual one: it would shrink with the ceiling, and the collector would never rest.
const ceiling = { NODE_OPTIONS: '--max-old-space-size=160 --max-semi-space-size=16' }

/** The hub's import of a folder into a database, in a process of its own. */
export async function importInto(url: string, folder: string): Promise<Imported> {
  const options = { output: 'kept', env: ceiling } as const
  const { ok, output } = await runProgram('test/bench/import-process.ts', [folder, url], options)
  if (!ok) throw new Error(`The import failed: ${output}`)
  return imported.parse(JSON.parse(output))
}
