import { join } from 'node:path'
import pg from 'pg'
import { openEmbedded } from '../../hub/database/embedded.ts'
import type { World } from './world.ts'

export interface Server {
  /** Makes an empty database and says its address. */
  create(): Promise<string>
  drop(url: string): Promise<void>
}

/** One embedded PostgreSQL for all that is measured, a database for each. */
export function server(world: World): Promise<Server> {
  return world.shared('server', async () => {
    const embedded = await openEmbedded(join(world.folder, 'hub'))
    let made = 0
    const opened: Server = {
      async create() {
        const name = `bench_${++made}`
        await execute(embedded.url, `CREATE DATABASE ${name}`)
        return embedded.url.replace(/\/desk$/, `/${name}`)
      },
      drop: url => execute(embedded.url, `DROP DATABASE ${new URL(url).pathname.slice(1)} WITH (FORCE)`),
    }
    return [opened, () => embedded.stop()]
  })
}

/** Runs statements at a database, each for itself. */
export async function execute(url: string, ...statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.end()
  }
}

/** What PostgreSQL does by itself in the minutes after much was written, done: it is not measured with what is. */
export const comeToRest = (url: string) => execute(url, 'VACUUM ANALYZE', 'CHECKPOINT')
