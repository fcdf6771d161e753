import { type Kysely, sql } from 'kysely'

/** A device is known by who signed in on it: when it was last heard of, and whether it is to be wiped. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    ALTER TABLE device_key
      ADD COLUMN cache_key bytea NOT NULL DEFAULT uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()),
      ADD COLUMN first_seen timestamptz NOT NULL DEFAULT now(),
      ADD COLUMN last_seen timestamptz NOT NULL DEFAULT now(),
      ADD COLUMN wiped_at timestamptz`.execute(db)
  await sql`ALTER TABLE device_key ALTER COLUMN cache_key DROP DEFAULT`.execute(db)
}
