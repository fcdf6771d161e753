import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runVerifyAudit } from '../../../hub/audit/run-verify-audit.ts'
import { verifyAudit, wordsOf } from '../../../hub/audit/verify-audit.ts'
import { auditHash } from '../../../hub/store/audit-chain.ts'
import type { AuditHead } from '../../../hub/store/write-audit.ts'
import { aCaseGroup, number } from '../../make/a-case-group.ts'
import { anEnvelope } from '../../make/a-command.ts'
import { aClient } from '../support/a-client.ts'
import { aHub, type TestHub } from '../support/a-hub.ts'

let hub: TestHub

beforeEach(async () => {
  hub = await aHub(Array.from({ length: 6 }, (_, n) => aCaseGroup({ id: number(String(10000000 + n)) })))
  const leader = await aClient(hub.app, 'N1-lead')
  await leader.push(
    ...Array.from({ length: 6 }, (_, n) =>
      anEnvelope(
        'allocate-case-group',
        { masterCaseNumber: String(10000000 + n), team: 'N1', holder: 'N1-2' },
        { team: 'N1', holder: 'N1-1' },
      ),
    ),
  )
})

afterEach(() => hub.close())

const verdict = (...noted: readonly AuditHead[]) =>
  hub.database.db.transaction().execute(tx => verifyAudit(tx, noted))

async function head(): Promise<AuditHead> {
  const found = await verdict()
  if (found.kind === 'broken') throw new Error(found.reason)
  return found.head
}

/** What somebody with the database's own password could do. */
async function tamper(...statements: readonly string[]): Promise<void> {
  for (const statement of ['ALTER TABLE audit DISABLE TRIGGER USER', ...statements])
    await sql.raw(statement).execute(hub.database.db)
}

describe('ACC-5: the check of the audit trail', () => {
  it('finds a trail whole that nobody touched, and its end on it later too', async () => {
    const before = await head()
    expect(before.seq).toBe(6)
    const leader = await aClient(hub.app, 'N1-lead')
    await leader.push(
      anEnvelope(
        'allocate-case-group',
        { masterCaseNumber: '10000000', team: 'N1', holder: 'N1-1' },
        { team: 'N1', holder: 'N1-2' },
      ),
    )
    expect(await verdict(before)).toMatchObject({
      kind: 'whole',
      head: { seq: 7 },
    })
  })

  it.each([
    ['a changed entry', ["UPDATE audit SET entry = replace(entry, 'N1-lead', 'N2-lead') WHERE seq = 3"]],
    ['a changed time', ["UPDATE audit SET at = at + interval '1 ms' WHERE seq = 3"]],
    ['a changed hash', ['UPDATE audit SET hash = sha256(hash) WHERE seq = 3']],
    ['a changed link', ['UPDATE audit SET previous = sha256(previous) WHERE seq = 3']],
    [
      'a changed entry with a hash that was reckoned anew',
      [
        "UPDATE audit SET entry = replace(entry, 'N1-lead', 'N2-lead') WHERE seq = 3",
        `UPDATE audit SET hash = sha256(previous || convert_to(seq || E'\\n' || to_char(at AT TIME ZONE 'UTC',
           'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || E'\\n' || entry, 'UTF8')) WHERE seq = 3`,
      ],
    ],
    ['a missing entry', ['DELETE FROM audit WHERE seq = 3']],
    ['a missing end', ['DELETE FROM audit WHERE seq > 4']],
    ['a missing beginning', ['DELETE FROM audit WHERE seq < 2']],
    ['an entry put in', ['INSERT INTO audit SELECT 7, at, entry, previous, hash FROM audit WHERE seq = 6']],
    [
      'two that changed places',
      [
        'UPDATE audit SET seq = 100 WHERE seq = 3',
        'UPDATE audit SET seq = 3 WHERE seq = 4',
        'UPDATE audit SET seq = 4 WHERE seq = 100',
      ],
    ],
  ])('finds %s', async (_, statements) => {
    await tamper(...statements)
    expect(await verdict()).toMatchObject({ kind: 'broken' })
  })

  it('finds a trail that was rewritten as a whole, by an end that was noted before', async () => {
    const before = await head()
    await rewrite()
    expect(await verdict()).toMatchObject({ kind: 'whole' })
    expect(await verdict(before)).toMatchObject({
      kind: 'broken',
      reason: 'Entry 6 is not the one that was noted.',
    })
  })

  it('finds a trail that was cut off with all that the hub knows of its end, by any that was noted before', async () => {
    const before = await head()
    await tamper(
      'DELETE FROM audit WHERE seq > 4',
      'UPDATE hub_version SET audit_seq = 4, audit_hash = (SELECT hash FROM audit WHERE seq = 4)',
    )
    const cut = await head()
    expect(cut.seq).toBe(4)
    expect(await verdict(cut, before)).toMatchObject({ kind: 'broken' })
  })

  it('notes each end in a file that is kept elsewhere, and holds the trail to all of them', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'desk-noted-'))
    const file = join(folder, 'ends')
    const run = () => runVerifyAudit(hub.url, { end: undefined, file }, true)
    await run()
    await run()
    const end = wordsOf(await head())
    expect(await readFile(file, 'utf8')).toBe(`${end}\n${end}\n`)
    await rewrite()
    await expect(run()).rejects.toThrow('The audit trail is broken: Entry 6 is not the one that was noted.')
    expect(await readFile(file, 'utf8')).toBe(`${end}\n${end}\n`)
    await rm(folder, { recursive: true })
  })
})

async function rewrite(): Promise<void> {
  const { db } = hub.database
  await tamper()
  let previous: Buffer = Buffer.alloc(32)
  for (const { seq, at, entry } of await db.selectFrom('audit').selectAll().orderBy('seq').execute()) {
    const forged = entry.replace('N1-lead', 'N2-lead')
    const hash = auditHash(previous, seq, at, forged)
    await db.updateTable('audit').set({ entry: forged, previous, hash }).where('seq', '=', seq).execute()
    previous = hash
  }
  await db.updateTable('hub_version').set({ audit_hash: previous }).execute()
}
