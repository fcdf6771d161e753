import { hash } from 'node:crypto'
import type { PostgresPool, PostgresPoolClient } from 'kysely'
import type pg from 'pg'

/**
 * The pool, with every statement that has parameters prepared once for each connection: planning the hub's
 * statements takes PostgreSQL longer than running them.
 */
export function prepared(pool: pg.Pool): PostgresPool {
  return {
    connect: async () => preparing(await pool.connect()),
    end: () => pool.end(),
    options: pool.options,
  }
}

const names = new Map<string, string>()

function preparing(client: pg.PoolClient): PostgresPoolClient {
  function query(text: string, values: readonly unknown[]) {
    if (values.length === 0) return client.query(text)
    return client.query({ name: nameOf(text), text, values: [...values] })
  }
  // Of a client's methods Kysely calls these two; the one with a cursor only to stream, which the hub does not.
  return { query, release: (failed?: boolean) => client.release(failed) } as unknown as PostgresPoolClient
}

function nameOf(text: string): string {
  const known = names.get(text)
  if (known) return known
  const name = hash('sha256', text, 'base64url').slice(0, 24)
  names.set(text, name)
  return name
}
