import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { openEmbedded } from '../../hub/database/embedded.ts'
import { migrate } from '../../hub/database/migrate.ts'
import { importExtract } from '../../hub/import/import-extract.ts'
import { copyDatabase, execute, type TestDatabase, urlOf } from '../database-copy.ts'

const SERVER = 'DESK_TEST_POSTGRES'

/** The extract that the tests share. */
export const fixtureExtract: string = resolve(import.meta.dirname, '../fixtures/extract')

/** One PostgreSQL for all specs, and two hubs there to copy: one that is empty, one with the extract that the tests share. */
export default async function setup(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'desk-e2e-'))
  const server = await openEmbedded(folder).catch(async problem => {
    await rm(folder, { recursive: true, force: true })
    throw problem
  })
  const stop = async () => {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
  try {
    await makeTemplates(server.url)
  } catch (problem) {
    await stop()
    throw problem
  }
  process.env[SERVER] = server.url
  return stop
}

async function makeTemplates(server: string): Promise<void> {
  for (const template of ['hub_empty', 'hub_filled']) {
    await execute(server, `CREATE DATABASE ${template}`)
    await migrate(urlOf(server, template))
  }
  await importExtract({
    folder: fixtureExtract,
    databaseUrl: urlOf(server, 'hub_filled'),
    now: new Date().toISOString(),
    progress: () => {},
  })
}

/** A hub's database for a spec alone. */
export function hubDatabase(template: 'hub_empty' | 'hub_filled'): Promise<TestDatabase> {
  const server = process.env[SERVER]
  if (!server) throw new Error('Playwright has not started the PostgreSQL of its specs.')
  return copyDatabase(server, template)
}
