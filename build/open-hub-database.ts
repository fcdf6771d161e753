import { openEmbedded } from '../hub/database/embedded.ts'
import { migrate } from '../hub/database/migrate.ts'
import type { StartOptions } from './start-options.ts'

/** Opens the PostgreSQL of the options, an embedded one by default, with the hub's newest tables. */
export async function openHubDatabase({ databaseUrl, dataDir }: StartOptions) {
  const database = databaseUrl ? { url: databaseUrl, stop: async () => {} } : await openEmbedded(dataDir)
  try {
    await migrate(database.url)
    return database
  } catch (problem) {
    await database.stop()
    throw problem
  }
}
