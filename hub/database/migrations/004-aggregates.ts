import { type Kysely, sql } from 'kysely'

/** Documents beside the case groups and the organisation: rotas, the calendar, requests. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE aggregate (
      kind text COLLATE "C" NOT NULL,
      id text COLLATE "C" NOT NULL,
      document text NOT NULL,
      stamp bigint NOT NULL,
      buckets text[] NOT NULL,
      PRIMARY KEY (kind, id)
    )`.execute(db)
}
