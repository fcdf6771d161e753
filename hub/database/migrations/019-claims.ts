import { type Kysely, sql } from 'kysely'

/** How many readings somebody claimed within the hour is asked whenever he claims one. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`CREATE INDEX reading_claims ON reading (staff_number, at) WHERE purpose = 'claimed'`.execute(db)
}
