import type { FastifyInstance } from 'fastify'
import { pino } from 'pino'
import { buildApp } from '../../../hub/app.ts'
import { type Database, openDatabase } from '../../../hub/database/database.ts'
import { openVersion } from '../../../hub/store/open-version.ts'
import type { Document } from '../../../shared/commands/command.ts'
import type { Organisation } from '../../../shared/domain/organisation.ts'
import { indexOrganisation } from '../../../shared/domain/organisation-index.ts'
import { anOrganisation } from '../../make/an-organisation.ts'
import { createTestDatabase } from '../../postgres.ts'

export interface TestHub {
  readonly app: FastifyInstance
  readonly database: Database
  readonly url: string
  /** What came after is written as an import would: the organisation as of this version. */
  write(documents: readonly Document[], organisation?: Organisation): Promise<number | null>
  close(): Promise<void>
}

export const NOW = '2026-11-21T09:30:00.000Z'

/** A hub on a database of its own that holds these documents, and the organisation. */
export async function aHub(
  groups: readonly Document[] = [],
  organisation: Organisation = anOrganisation(),
): Promise<TestHub> {
  const made = await createTestDatabase()
  const hub = await anotherHub(made.url)
  await hub.write([organisation, ...groups], organisation)
  return {
    ...hub,
    async close() {
      await hub.close()
      await made.drop()
    },
  }
}

/** One more hub on a database that is there. */
export async function anotherHub(url: string): Promise<TestHub> {
  const database = openDatabase(url)
  const log = pino({ level: 'silent' })
  const limits = { address: Number.MAX_SAFE_INTEGER, person: Number.MAX_SAFE_INTEGER, lag: 0, heap: 1 }
  const app = await buildApp({ database, demo: true, deskFolder: null, clock: () => NOW, log, limits })
  return {
    app,
    database,
    url,
    write: (documents, organisation = anOrganisation()) => write(database, documents, organisation),
    async close() {
      await app.close()
      await database.close()
    },
  }
}

function write(database: Database, documents: readonly Document[], organisation: Organisation) {
  return database.db.transaction().execute(async tx => {
    const version = openVersion(tx, indexOrganisation(organisation), NOW)
    await version.put(documents)
    return version.finish()
  })
}
