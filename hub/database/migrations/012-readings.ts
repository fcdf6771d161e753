import { type Kysely, sql } from 'kysely'

/** Who read which group on which day, for those who direct it to look up; the proof is in the audit trail (ACC-5). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE reading (
      id text COLLATE "C" NOT NULL,
      day date NOT NULL,
      staff_number text NOT NULL,
      purpose text NOT NULL,
      at timestamptz NOT NULL,
      role text,
      words text,
      PRIMARY KEY (id, day, staff_number, purpose)
    )`.execute(db)
}
