import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { openEmbedded } from '../hub/database/embedded.ts'

declare module 'vitest' {
  interface ProvidedContext {
    postgres: string
  }
}

/** Starts one PostgreSQL for all integration tests, with an empty hub to copy (see `postgres.ts`). */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'desk-test-'))
  const server = await openEmbedded(folder)
  await makeTemplate(server.url)
  project.provide('postgres', server.url)
  return async () => {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

async function makeTemplate(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query('CREATE DATABASE desk_template')
  await client.end()
  const file = resolve(import.meta.dirname, '../hub/database/migrate.ts')
  if (!existsSync(file)) return
  const { migrate } = await import(pathToFileURL(file).href)
  await migrate(url.replace(/\/desk$/, '/desk_template'))
}
