import type { Kysely } from 'kysely'
import { Migrator } from 'kysely/migration'
import { openDatabase } from './database.ts'
import { migrations } from './migrations/migrations.ts'

/** Brings the database at `url` to the newest shape; several hubs may do so at once, one does the work. */
export async function migrate(url: string): Promise<void> {
  const database = openDatabase(url)
  try {
    const db = database.db as unknown as Kysely<unknown>
    // 013 landed before 012: a database that has the one alone is given the other too.
    const allowUnorderedMigrations = true
    const provider = { getMigrations: async () => migrations }
    const migrator = new Migrator({ db, provider, allowUnorderedMigrations })
    const { error } = await migrator.migrateToLatest()
    if (error) throw error
  } finally {
    await database.close()
  }
}
