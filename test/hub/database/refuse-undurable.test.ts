import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type EmbeddedDatabase, openEmbedded } from '../../../hub/database/embedded.ts'
import { startHub } from '../../../hub/serve.ts'
import { execute } from '../../bench/server.ts'

let folder: string
let embedded: EmbeddedDatabase

// A server of its own: what is switched off here is off for everybody on it.
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'desk-undurable-'))
  embedded = await openEmbedded(folder)
})

afterAll(async () => {
  await embedded.stop()
  await rm(folder, { recursive: true })
})

const starting = (databaseUrl: string) => startHub({ databaseUrl, demo: false, deskFolder: null })

describe('a hub whose PostgreSQL may lose what it said it has', () => {
  it('does not start where commits are not waited for', async () => {
    await expect(starting(`${embedded.url}?options=-c%20synchronous_commit%3Doff`)).rejects.toThrow(
      'PostgreSQL runs with synchronous_commit off, so it could lose what the hub acknowledged: switch it on, then start the hub.',
    )
  })

  it('does not start where the disk is not, and starts when it is again', async () => {
    const settings = ['fsync', 'full_page_writes']
    await execute(
      embedded.url,
      ...settings.map(name => `ALTER SYSTEM SET ${name} = off`),
      'SELECT pg_reload_conf()',
    )
    await expect
      .poll(() => starting(embedded.url).then(hub => hub.close(), String))
      .toContain('fsync and full_page_writes off')
    await execute(embedded.url, 'ALTER SYSTEM RESET ALL', 'SELECT pg_reload_conf()')
    await expect.poll(() => starting(embedded.url).then(hub => hub.close(), String)).toBeUndefined()
  })
})
