import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { type Binaries, runBinary } from './embedded-binaries.ts'

export interface Cluster {
  folder: string
  log: string
  password: string
}

/** The one user of the embedded PostgreSQL, and the name of the hub's database in it. */
export const owner = 'desk'

/** Opens the files of the embedded PostgreSQL below `dataDir`, and makes them when there are none. */
export async function openCluster(dataDir: string, binaries: Binaries): Promise<Cluster> {
  const home = resolve(dataDir)
  const folder = join(home, 'postgres')
  await mkdir(home, { recursive: true, mode: 0o700 })
  if (!existsSync(folder)) await create(home, folder, binaries)
  const password = await readFile(join(folder, 'desk-password'), 'utf8')
  return { folder, log: join(home, 'postgres.log'), password }
}

// Made beside its place and renamed when it is whole, so that neither a kill in the middle nor two hubs that
// start at once can leave half a database.
async function create(home: string, folder: string, binaries: Binaries): Promise<void> {
  const draft = await mkdtemp(join(home, 'postgres-new-'))
  const passwordFile = `${draft}.password`
  try {
    await writeFile(passwordFile, randomBytes(24).toString('hex'), { mode: 0o600 })
    await runBinary(binaries.initdb, initialise(draft, passwordFile))
    await rename(passwordFile, join(draft, 'desk-password'))
    await rename(draft, folder).catch(problem => {
      if (!existsSync(folder)) throw problem
    })
  } finally {
    await rm(passwordFile, { force: true })
    await rm(draft, { recursive: true, force: true })
  }
}

function initialise(folder: string, passwordFile: string): string[] {
  return [
    `--pgdata=${folder}`,
    `--username=${owner}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale-provider=icu',
    '--icu-locale=en-GB',
    '--locale=C',
    '--data-checksums',
  ]
}
