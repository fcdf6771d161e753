import { hash } from 'node:crypto'
import type { Writable } from 'node:stream'
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

// As Kysely begins a transaction. It goes with the first question of it, and is not waited for by itself.
const BEGINNING = /^(begin|start transaction)\b/
const BEGUN = Promise.resolve({ command: 'BEGIN', rowCount: null, rows: [] })

const names = new Map<string, string>()

// The pool's type leaves out that its clients have a connection: each of their queries is a write of its own.
const streamOf = (client: pg.PoolClient) => (client as unknown as pg.Client).connection.stream

function preparing(client: pg.PoolClient): PostgresPoolClient {
  const sendTogether = together(streamOf(client))
  function ask(text: string, values: readonly unknown[]) {
    sendTogether()
    if (values.length === 0) return client.query(text)
    return client.query({ name: nameOf(text), text, values: [...values] })
  }
  function query(text: string, values: readonly unknown[]) {
    const begins = BEGINNING.test(text)
    const answer = ask(text, values).catch(problem => {
      // One that is not answered would be waited for before anything else, the rollback first; what follows a
      // beginning that failed would be done outside of a transaction.
      if (begins || isUnanswered(problem)) void endOf(client)
      throw problem
    })
    if (!begins) return answer
    answer.catch(() => {})
    return BEGUN
  }
  // Of a client's methods Kysely calls these two; the one with a cursor only to stream, which the hub does not.
  return { query, release: (failed?: boolean) => client.release(failed) } as unknown as PostgresPoolClient
}

/** Has all that is written to a stream until the present task ends written at once. */
function together(stream: Writable): () => void {
  let corked = false
  return () => {
    if (corked) return
    corked = true
    stream.cork()
    process.nextTick(() => {
      corked = false
      stream.uncork()
    })
  }
}

function nameOf(text: string): string {
  const known = names.get(text)
  if (known) return known
  const name = hash('sha256', text, 'base64url').slice(0, 24)
  names.set(text, name)
  return name
}
