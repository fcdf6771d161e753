import type { Kysely } from 'kysely'
import type { HubTransaction } from './database.ts'
import type { HubSchema } from './schema.ts'

/**
 * A transaction that does not wait for what it sent last: what `work` gives to `withCommit` (`send`) is answered with
 * the commit. Where PostgreSQL refused it nothing is kept; where it failed in any way, so does this, and says as what.
 */
export async function transact<Value>(
  db: Kysely<HubSchema>,
  work: (tx: HubTransaction, withCommit: (answer: Promise<unknown>) => void) => Promise<Value>,
): Promise<Value> {
  const last: Promise<unknown>[] = []
  const withCommit = (answer: Promise<unknown>) => {
    // Heard below, and not before the commit is answered.
    answer.catch(() => {})
    last.push(answer)
  }
  try {
    return await db.transaction().execute(tx => work(tx, withCommit))
  } finally {
    // It says more than that the commit failed, and of what failed on this side alone the commit knows nothing.
    await Promise.all(last)
  }
}
