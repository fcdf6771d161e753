import { type Kysely, sql } from 'kysely'

/** What the source said of a request before: a closing here is undone only by a source that had closed it too (IMP-6). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`ALTER TABLE source_service_requests ADD COLUMN status_before text COLLATE "C"`.execute(db)
}
