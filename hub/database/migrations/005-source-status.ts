import { type Kysely, sql } from 'kysely'

/** When the source last changed what is worked here too: until then, what was done here stays (IMP-6). */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const table of ['service_requests', 'activities', 'post']) {
    await sql`ALTER TABLE ${sql.table(`source_${table}`)} ADD COLUMN status_changed_at text COLLATE "C"`.execute(
      db,
    )
  }
}
