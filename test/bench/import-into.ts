import { z } from 'zod'
import { runProgram } from '../../build/program.ts'

const imported = z.object({ ms: z.number(), peakBytes: z.number() })
export type Imported = z.output<typeof imported>

/** The hub's import of a folder into a database, in a process of its own. */
export async function importInto(url: string, folder: string): Promise<Imported> {
  const { ok, output } = await runProgram('test/bench/import-process.ts', [folder, url], { output: 'kept' })
  if (!ok) throw new Error(`The import failed: ${output}`)
  return imported.parse(JSON.parse(output))
}
