import { randomBytes } from 'node:crypto'
import pg from 'pg'

export interface TestDatabase {
  url: string
  drop(): Promise<void>
}

/** Makes a database of a test's own, as another on the same server is: at once, whatever is in it. */
export async function copyDatabase(server: string, template: string): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`
  await execute(server, `CREATE DATABASE ${name} TEMPLATE ${template}`)
  return {
    url: urlOf(server, name),
    drop: () => execute(server, `DROP DATABASE ${name} WITH (FORCE)`),
  }
}

/** Another database of the same server. */
export const urlOf = (server: string, name: string): string => server.replace(/\/desk$/, `/${name}`)

export async function execute(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
