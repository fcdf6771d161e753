import { join } from 'node:path'
import { writeSample } from '../hub/sample/write-sample.ts'
import { isEmpty } from '../hub/store/is-empty.ts'
import { runProgram } from './program.ts'
import type { StartOptions } from './start-options.ts'

const sampleGroups = 4_000

/** Imports the extract of the options; an empty hub without one gets a sample caseload. */
export async function fillHub(databaseUrl: string, options: StartOptions): Promise<void> {
  if (options.extract) return importExtract(options.extract, options)
  if (!(await isEmpty(databaseUrl))) return
  const dir = join(options.dataDir, 'sample')
  console.log(
    `The hub is empty: making a sample of ${sampleGroups.toLocaleString('en-GB')} case groups in ${dir}`,
  )
  await writeSample({ groups: sampleGroups, seed: 1, dir })
  await importExtract(dir, options)
}

// By the command, which says what it does and refuses in sentences.
async function importExtract(dir: string, { databaseUrl, dataDir }: StartOptions): Promise<void> {
  const where = databaseUrl ? ['--database-url', databaseUrl] : ['--data', dataDir]
  const { ok } = await runProgram('hub/main.ts', ['import', dir, ...where], { output: 'shown' })
  if (!ok) throw new Error(`The extract in ${dir} was not imported.`)
}
