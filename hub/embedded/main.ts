import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openEmbedded } from '../database/embedded.ts'
import { importExtract } from '../import/import-extract.ts'
import { writeSample } from '../sample/write-sample.ts'
import { startHub } from '../serve.ts'
import { isEmpty } from '../store/is-empty.ts'
import { openings } from './openings.ts'
import { type Parent, parentOf } from './parent.ts'

// The hub inside of a desk: a process of its own that Electron starts, with everything on this computer. It says when
// it listens, and ends when it is told to or when the desk is gone, while it starts too.

async function run(parent: Parent): Promise<void> {
  const text = { type: 'string' } as const
  const { data, postgres, sample, port } = parseArgs({
    options: { data: text, postgres: text, sample: text, port: text },
  }).values
  if (data === undefined) throw new Error('The hub needs a folder for its data.')
  const { open, close } = openings()
  let isEnding = false
  const end = () => {
    isEnding = true
    return close()
  }
  parent.onStop(async () => {
    await end()
    process.exit(0)
  })
  try {
    const database = await open(openEmbedded(data, postgres), it => it.stop())
    // Without its database it is of no use, and the desk starts both again.
    void database.ended.then(() => isEnding || process.exit(1))
    const place = port === undefined ? {} : { port: Number(port) }
    const started = startHub({ databaseUrl: database.url, demo: true, deskFolder: null, ...place })
    const hub = await open(started, it => it.close())
    if (await isEmpty(database.url)) await fill(database.url, join(data, 'sample'), Number(sample))
    parent.tell({ kind: 'listens', port: hub.port })
  } catch (problem) {
    await end()
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
