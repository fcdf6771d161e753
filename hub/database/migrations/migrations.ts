import type { Migration } from 'kysely/migration'
import * as hub from './001-hub.ts'
import * as source from './002-source.ts'

/** Every migration, in the order of their names; one that has shipped never changes. */
export const migrations: Record<string, Migration> = {
  '001-hub': hub,
  '002-source': source,
}
