import { type Kysely, sql } from 'kysely'

/** When a result was told, so that it can be forgotten one day. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`ALTER TABLE command_result ADD COLUMN at timestamptz NOT NULL DEFAULT now()`.execute(db)
  await sql`CREATE INDEX command_result_at ON command_result USING brin (at)`.execute(db)
}
