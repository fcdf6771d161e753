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

/** Whether a query was waited for in vain, which pg says without a code. */
export function isUnanswered(problem: unknown): boolean {
  return problem instanceof Error && problem.message === 'Query read timeout'
}

// The pool's type leaves out that its clients are clients: one that has ended is not lent again.
const endOf = (client: pg.PoolClient) => (client as unknown as pg.Client).end()

const names = new Map<string, string>()

function preparing(client: pg.PoolClient): PostgresPoolClient {
  function ask(text: string, values: readonly unknown[]) {
    if (values.length === 0) return client.query(text)
    return client.query({ name: nameOf(text), text, values: [...values] })
  }
  const query = (text: string, values: readonly unknown[]) =>
    ask(text, values).catch(problem => {
      // It would wait for that answer before anything else, the rollback first.
      if (isUnanswered(problem)) void endOf(client)
      throw problem
    })
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
