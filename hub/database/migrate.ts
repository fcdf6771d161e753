import type { Kysely } from 'kysely'
import { Migrator } from 'kysely/migration'
import { openDatabase } from './database.ts'
import { migrations } from './migrations/migrations.ts'

/** Brings the database at `url` to the newest shape; several hubs may do so at once, one does the work. */
export async function migrate(url: string): Promise<void> {
  const database = openDatabase(url)
  try {
    const db = database.db as unknown as Kysely<unknown>
    const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } })
    const { error } = await migrator.migrateToLatest()
    if (error) throw error
  } finally {
    await database.close()
  }
}
