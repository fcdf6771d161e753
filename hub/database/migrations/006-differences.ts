import { type Kysely, sql } from 'kysely'

/** What differs from the source, and whose doing that is, stands in the documents now (IMP-6). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`DROP TRIGGER drift_ends ON case_group`.execute(db)
  await sql`DROP FUNCTION end_drift_where_agreed()`.execute(db)
  await sql`
    ALTER TABLE source_case_groups
      DROP COLUMN segment_drifts, DROP COLUMN holder_drifts, DROP COLUMN lock_drifts, DROP COLUMN moved_while_locked
  `.execute(db)
}
