import type { StaffNumber } from '../../shared/domain/ids.ts'
import { openDatabase } from '../database/database.ts'
import { migrate } from '../database/migrate.ts'
import { personMark } from '../operations/person-mark.ts'
import { printReport } from '../report/print-report.ts'
import { readTrail, type TrailQuestion } from './read-trail.ts'

/** The command `audit`: the trail in readable lines; whose mark in the log somebody's is, on standard error. */
export async function runAudit(question: TrailQuestion, databaseUrl: string, json: boolean): Promise<void> {
  await migrate(databaseUrl)
  const database = openDatabase(databaseUrl)
  try {
    const { person } = question
    if (person !== undefined)
      console.error(`In the hub’s log this is ${await personMark(database, person as StaffNumber)}.`)
    await printReport(readTrail(database, question), json)
  } finally {
    await database.close()
  }
}
