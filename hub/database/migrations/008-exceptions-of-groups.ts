import { type Kysely, sql } from 'kysely'

/** Finds the data exceptions of a group that moves: they are shown where it is (ACC-3). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE INDEX aggregate_case_groups ON aggregate USING gin ((document::jsonb -> 'caseGroups'))
    WHERE kind = 'data-exception'`.execute(db)
}
