import { openDatabase } from '../database/database.ts'
import { migrate } from '../database/migrate.ts'
import { Refusal } from '../import/refusal.ts'
import type { AuditHead } from '../store/write-audit.ts'
import { type AuditVerdict, verifyAudit } from './verify-audit.ts'

/** The command `verify-audit`: whether nothing of the trail was changed or taken away since it was written (ACC-5). */
export async function runVerifyAudit(
  databaseUrl: string,
  noted: string | null,
  json: boolean,
): Promise<void> {
  const anchor = noted === null ? null : readAnchor(noted)
  const verdict = await verdictOn(databaseUrl, anchor)
  if (verdict.kind === 'broken') throw new Refusal(`The audit trail is broken: ${verdict.reason}`)
  const { seq, hash } = verdict.head
  const end = `${seq}:${hash.toString('hex')}`
  const said = `The audit trail is whole: ${seq} entries. Note its end outside the hub: ${end}`
  console.log(json ? JSON.stringify({ entries: seq, end }) : said)
}

async function verdictOn(databaseUrl: string, anchor: AuditHead | null): Promise<AuditVerdict> {
  await migrate(databaseUrl)
  const database = openDatabase(databaseUrl)
  try {
    const snapshot = database.db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only')
    return await snapshot.execute(tx => verifyAudit(tx, anchor))
  } finally {
    await database.close()
  }
}

function readAnchor(noted: string): AuditHead {
  const [, seq = '', hash = ''] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(noted) ?? []
  if (hash === '') throw new Refusal('The end of the trail is noted as its number, a colon and 64 digits.')
  return { seq: Number(seq), hash: Buffer.from(hash, 'hex') }
}
