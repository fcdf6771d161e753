import type { Instant } from '../../shared/domain/time.ts'
import { openDatabase } from '../database/database.ts'
import { migrate } from '../database/migrate.ts'
import { Refusal } from '../import/refusal.ts'
import { loadOrganisation } from '../store/load-organisation.ts'
import { adviceReport } from './advice.ts'
import { allocationReport } from './allocation.ts'
import { deadlinesReport } from './deadlines.ts'
import { driftReport } from './drift.ts'
import { exceptionsReport } from './exceptions.ts'
import { incidentsReport } from './incidents.ts'
import { locksReport } from './locks.ts'
import { orphanSrsReport } from './orphan-srs.ts'
import { orphansReport } from './orphans.ts'
import { printReport } from './print-report.ts'
import type { Report, ReportRow } from './report.ts'

const reports = {
  advice: adviceReport,
  allocation: allocationReport,
  orphans: orphansReport,
  'orphan-srs': orphanSrsReport,
  deadlines: deadlinesReport,
  incidents: incidentsReport,
  locks: locksReport,
  exceptions: exceptionsReport,
  drift: driftReport,
} satisfies Record<string, Report>

export type ReportName = keyof typeof reports
/** These have clocks, and leave out what began later; the others are of now. */
export const reportsAsOf: ReadonlySet<ReportName> = new Set(['advice', 'deadlines', 'incidents'])
export const reportNames = Object.keys(reports) as readonly ReportName[]

/** The command `report`: its rows on standard output. */
export async function runReport(
  name: ReportName,
  databaseUrl: string,
  json: boolean,
  asOf: Instant | null,
): Promise<void> {
  const rows: ReportRow[] = []
  const gather = async (read: AsyncIterable<ReportRow>) => {
    for await (const row of read) rows.push(row)
  }
  await readReport(name, databaseUrl, gather, asOf)
  // Who reads it takes his time, and a snapshot that is held keeps the database from tidying up.
  await printReport(rows, json)
}

/** Reads a report in one snapshot of the hub. */
export async function readReport(
  name: ReportName,
  databaseUrl: string,
  use: (rows: AsyncIterable<ReportRow>) => Promise<void>,
  asOf: Instant | null,
): Promise<void> {
  const now = asOf ?? new Date().toISOString()
  await migrate(databaseUrl)
  const database = openDatabase(databaseUrl)
  try {
    const snapshot = database.db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only')
    await snapshot.execute(async tx => {
      const index = await loadOrganisation(tx, 'none')
      if (!index) throw new Refusal('The hub is empty: import an extract first.')
      await use(reports[name]({ tx, index, now, asOf }))
    })
  } finally {
    await database.close()
  }
}
