import { openDatabase } from '../database/database.ts'
import { migrate } from '../database/migrate.ts'
import { Refusal } from '../import/refusal.ts'
import type { AuditHead } from '../store/write-audit.ts'
import { beginEnds, endIn, endsIn, noteEnd, wordsOf } from './anchor-file.ts'
import { type AuditVerdict, verifyAudit } from './verify-audit.ts'

/** What was noted outside the hub: one end by itself, or those in a file, to which today's is added. */
export interface Noted {
  readonly end: string | undefined
  readonly file: string | undefined
  /** The file is not there yet, and is begun. */
  readonly first: boolean
}

/** The command `verify-audit`: whether nothing of the trail was changed or taken away since it was written (ACC-5). */
export async function runVerifyAudit(databaseUrl: string, noted: Noted, json: boolean): Promise<void> {
  const verdict = await verdictOn(databaseUrl, await notedEnds(noted))
  if (verdict.kind === 'broken') throw new Refusal(`The audit trail is broken: ${verdict.reason}`)
  const end = wordsOf(verdict.head)
  if (noted.file !== undefined) await noteEnd(noted.file, verdict.head)
  const where = noted.file === undefined ? 'Note its end outside the hub' : 'Its end was noted'
  const entries = verdict.head.seq
  console.log(
    json
      ? JSON.stringify({ entries, end })
      : `The audit trail is whole: ${entries} entries. ${where}: ${end}`,
  )
}

async function notedEnds({ end, file, first }: Noted): Promise<readonly AuditHead[]> {
  const said = end === undefined ? [] : [readEnd(end)]
  if (file === undefined) return said
  if (first) await beginEnds(file)
  return first ? said : [...said, ...(await endsIn(file))]
}

async function verdictOn(databaseUrl: string, noted: readonly AuditHead[]): Promise<AuditVerdict> {
  await migrate(databaseUrl)
  const database = openDatabase(databaseUrl)
  try {
    const snapshot = database.db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only')
    return await snapshot.execute(tx => verifyAudit(tx, noted))
  } finally {
    await database.close()
  }
}

function readEnd(noted: string): AuditHead {
  const end = endIn(noted)
  if (!end) throw new Refusal('The end of the trail is noted as its number, a colon and 64 digits.')
  return end
}
