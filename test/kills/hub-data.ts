import { verifyAudit } from '../../hub/audit/verify-audit.ts'
import { type Database, openDatabase } from '../../hub/database/database.ts'
import { openEmbedded } from '../../hub/database/embedded.ts'
import { migrate } from '../../hub/database/migrate.ts'
import type { AuditEntry } from '../../hub/store/audit-entry.ts'
import { openVersion } from '../../hub/store/open-version.ts'
import type { CaseGroup } from '../../shared/domain/case-group.ts'
import { indexOrganisation } from '../../shared/domain/organisation-index.ts'
import type { CommandResult } from '../../shared/sync/push.ts'
import { aCaseGroup, number } from '../make/a-case-group.ts'
import { anOrganisation, segment, staff, team } from '../make/an-organisation.ts'
import type { Kept } from './judge-hub.ts'

const segments = {
  N1: 'FS_GB_MAINT_NO_MSR',
  N2: 'FS_GB_MAINT_NO_MSR',
  S1: 'FS_GB_MAINT_SO_MSR',
  E1: 'FS_GB_ENFMT_NO_ELC',
} as const
type Team = keyof typeof segments

export const teams = Object.keys(segments) as Team[]
const GROUPS = 5

/** The groups that a team has at the beginning, all with its first caseworker. */
export const groupsOf = (of: Team): readonly string[] =>
  Array.from({ length: GROUPS }, (_, n) => String(10_000_000 + teams.indexOf(of) * 1000 + n))

/** Does something with the embedded database in a folder, beside whoever else uses it. */
export async function withDatabase<Value>(folder: string, work: (database: Database) => Promise<Value>) {
  const embedded = await openEmbedded(folder)
  const database = openDatabase(embedded.url)
  try {
    return await work(database)
  } finally {
    await database.close()
    await embedded.stop()
  }
}

export function fill(folder: string): Promise<void> {
  return withDatabase(folder, async ({ url, db }) => {
    await migrate(url)
    const organisation = anOrganisation()
    const groups = teams.flatMap(of => groupsOf(of).map(id => aGroup(of, id)))
    await db.transaction().execute(async tx => {
      const version = openVersion(tx, indexOrganisation(organisation), '2026-11-21T09:30:00.000Z')
      await version.put([organisation, ...groups])
      await version.finish()
    })
  })
}

const aGroup = (of: Team, id: string): CaseGroup =>
  aCaseGroup({ id: number(id), team: team(of), segment: segment(segments[of]), holder: staff(`${of}-1`) })

/** What the hub has in the end; a trail that is not whole is no end. */
export function kept(folder: string): Promise<Kept> {
  return withDatabase(folder, async ({ db }) => {
    const verdict = await db.transaction().execute(tx => verifyAudit(tx, []))
    if (verdict.kind === 'broken') throw new Error(verdict.reason)
    const results = await db.selectFrom('command_result').select(['command_id', 'result']).execute()
    const entries = await db.selectFrom('audit').select('entry').orderBy('seq').execute()
    const groups = await db.selectFrom('case_group').select('document').execute()
    return {
      results: new Map(
        results.map(({ command_id, result }) => [command_id, (JSON.parse(result) as CommandResult).kind]),
      ),
      entries: entries.map(({ entry }) => JSON.parse(entry) as AuditEntry),
      groups: groups.map(({ document }) => JSON.parse(document) as CaseGroup),
    }
  })
}
