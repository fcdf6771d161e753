import { existsSync } from 'node:fs'
import { appendFile, readFile } from 'node:fs/promises'
import { openDatabase } from '../database/database.ts'
import { migrate } from '../database/migrate.ts'
import { Refusal } from '../import/refusal.ts'
import type { AuditHead } from '../store/write-audit.ts'
import { type AuditVerdict, verifyAudit, wordsOf } from './verify-audit.ts'

/** What was noted outside the hub: one end by itself, or those in a file, to which today's is added. */
export interface Noted {
  readonly end: string | undefined
  readonly file: string | undefined
}

/** The command `verify-audit`: whether nothing of the trail was changed or taken away since it was written (ACC-5). */
export async function runVerifyAudit(databaseUrl: string, noted: Noted, json: boolean): Promise<void> {
  const lines = [...(noted.end === undefined ? [] : [noted.end]), ...(await linesOf(noted.file))]
  const verdict = await verdictOn(databaseUrl, lines.map(readEnd))
  if (verdict.kind === 'broken') throw new Refusal(`The audit trail is broken: ${verdict.reason}`)
  const end = wordsOf(verdict.head)
  if (noted.file !== undefined) await appendFile(noted.file, `${end}\n`, { mode: 0o600 })
  const where = noted.file === undefined ? 'Note its end outside the hub' : 'Its end was noted'
  const entries = verdict.head.seq
  console.log(
    json
      ? JSON.stringify({ entries, end })
      : `The audit trail is whole: ${entries} entries. ${where}: ${end}`,
  )
}

async function linesOf(file: string | undefined): Promise<readonly string[]> {
  if (file === undefined || !existsSync(file)) return []
  return (await readFile(file, 'utf8')).split('\n').filter(Boolean)
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
  const [, seq = '', hash = ''] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(noted) ?? []
  if (hash === '') throw new Refusal('The end of the trail is noted as its number, a colon and 64 digits.')
  return { seq: Number(seq), hash: Buffer.from(hash, 'hex') }
}
