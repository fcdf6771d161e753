import type { FastifyInstance } from 'fastify'
import { pino } from 'pino'
import { buildApp } from '../../hub/app.ts'
import { type Database, openDatabase } from '../../hub/database/database.ts'
import { openVersion } from '../../hub/store/open-version.ts'
import type { Document } from '../../shared/commands/command.ts'
import type { Organisation } from '../../shared/domain/organisation.ts'
import { indexOrganisation } from '../../shared/domain/organisation-index.ts'
import type { Instant } from '../../shared/domain/time.ts'
import { firstWorld } from './first-world.ts'
import { type Copies, copiesIn } from './tables.ts'

/** Two hubs over one PostgreSQL. */
export interface Hubs {
  readonly copies: Copies
  readonly database: Database
  app(which: number): FastifyInstance
  restart(which: number): Promise<void>
  /** What somebody else changed, or an import brought. */
  write(documents: readonly Document[], organisation: Organisation): Promise<void>
  close(): Promise<void>
}

/** The rows that every seed starts with. */
export const FIRST = 'first_rows'
export const BACKUP = 'backup_rows'

export async function openHubs(url: string, clock: () => Instant): Promise<Hubs> {
  const database = openDatabase(url)
  const write = (documents: readonly Document[], organisation: Organisation) =>
    database.db.transaction().execute(async tx => {
      const version = openVersion(tx, indexOrganisation(organisation), clock())
      await version.put(documents)
      await version.finish()
    })
  const { organisation, groups } = firstWorld()
  await write([organisation, ...groups], organisation)
  const copies = await copiesIn(database.pool, [FIRST, BACKUP])
  await copies.save(FIRST)
  const start = () =>
    buildApp({
      database,
      demo: true,
      deskFolder: null,
      clock,
      // Thousands of seeds go by in a minute of ours.
      limits: { address: Number.MAX_SAFE_INTEGER, person: Number.MAX_SAFE_INTEGER, lag: 0, heap: 1 },
      log: pino({ level: 'error' }, pino.destination(2)),
    })
  const apps = [await start(), await start()]
  return {
    copies,
    database,
    write,
    app(which) {
      const app = apps[which]
      if (!app) throw new Error('There is no such hub.')
      return app
    },
    async restart(which) {
      await apps[which]?.close()
      apps[which] = await start()
    },
    async close() {
      for (const app of apps) await app.close()
      await database.close()
    },
  }
}
