import { type Kysely, sql } from 'kysely'

/** Whoever owns the trail may read it and add to it, no more, unless he first gives himself the right again (ACC-5). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`REVOKE ALL ON audit FROM PUBLIC, CURRENT_USER`.execute(db)
  await sql`GRANT SELECT, INSERT ON audit TO CURRENT_USER`.execute(db)
}
