import { type Kysely, sql } from 'kysely'

/** When a hand was last on the page of a session, and what it proves that by; sessions of before have their 12 hours. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`ALTER TABLE session ADD COLUMN hand_key bytea, ADD COLUMN last_hand timestamptz`.execute(db)
}
