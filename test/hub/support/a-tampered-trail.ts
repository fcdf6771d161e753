import { sql } from 'kysely'
import type { Database } from '../../../hub/database/database.ts'
import { auditHash } from '../../../hub/store/audit-chain.ts'

/** What somebody with the database's own password could do. */
export async function tamperWith({ db }: Database, ...statements: readonly string[]): Promise<void> {
  for (const statement of ['ALTER TABLE audit DISABLE TRIGGER USER', ...statements])
    await sql.raw(statement).execute(db)
}

/** Another trail as a whole, with every hash reckoned anew. */
export async function rewriteTrail(database: Database): Promise<void> {
  const { db } = database
  await tamperWith(database)
  let previous: Buffer = Buffer.alloc(32)
  for (const { seq, at, entry } of await db.selectFrom('audit').selectAll().orderBy('seq').execute()) {
    const forged = entry.replace('"acceptedAt":"2', '"acceptedAt":"1')
    const hash = auditHash(previous, seq, at, forged)
    await db.updateTable('audit').set({ entry: forged, previous, hash }).where('seq', '=', seq).execute()
    previous = hash
  }
  await db.updateTable('hub_version').set({ audit_hash: previous }).execute()
}
