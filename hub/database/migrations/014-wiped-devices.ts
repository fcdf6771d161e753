import { type Kysely, sql } from 'kysely'

/** Each request asks whether its device is to be wiped, whoever it was that worked there: few are. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`CREATE INDEX device_key_wiped ON device_key (device) WHERE wiped_at IS NOT NULL`.execute(db)
}
