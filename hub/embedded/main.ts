import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openEmbedded } from '../database/embedded.ts'
import { importExtract } from '../import/import-extract.ts'
import { writeSample } from '../sample/write-sample.ts'
import { startHub } from '../serve.ts'
import { isEmpty } from '../store/is-empty.ts'
import { type Parent, parentOf } from './parent.ts'

// The hub inside of a desk: a process of its own that Electron starts, with everything on this computer. It says when
// it listens, and ends when it is told to or when the desk is gone.

async function run(parent: Parent): Promise<void> {
  const text = { type: 'string' } as const
  const { data, postgres, sample } = parseArgs({
    options: { data: text, postgres: text, sample: text },
  }).values
  if (data === undefined) throw new Error('The hub needs a folder for its data.')
  const database = await openEmbedded(data, postgres)
  try {
    const hub = await startHub({ databaseUrl: database.url, demo: true, deskFolder: null })
    if (await isEmpty(database.url)) await fill(database.url, join(data, 'sample'), Number(sample))
    parent.onStop(async () => {
      await hub.close()
      await database.stop()
      process.exit(0)
    })
    parent.tell({ kind: 'listens', port: hub.port })
  } catch (problem) {
    await database.stop()
    throw problem
  }
}

/** A demonstration begins with a caseload: nobody in it is real. */
async function fill(databaseUrl: string, dir: string, groups: number): Promise<void> {
  await writeSample({ groups, seed: 1, dir })
  await importExtract({ folder: dir, databaseUrl, now: new Date().toISOString(), progress: () => {} })
}

const parent = parentOf(process)
run(parent).catch(problem => {
  parent.tell({
    kind: 'failed',
    reason: problem instanceof Error ? problem.message : 'Something went wrong.',
  })
  process.exitCode = 1
})
