import { openDatabase } from '../database/database.ts'

/** Whether nothing has come to this hub yet. */
export async function isEmpty(databaseUrl: string): Promise<boolean> {
  const database = openDatabase(databaseUrl)
  try {
    const { version } = await database.db
      .selectFrom('hub_version')
      .select('version')
      .executeTakeFirstOrThrow()
    return version === 0
  } finally {
    await database.close()
  }
}
