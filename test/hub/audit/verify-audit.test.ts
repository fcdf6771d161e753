import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { verifyAudit } from '../../../hub/audit/verify-audit.ts'
import type { AuditHead } from '../../../hub/store/write-audit.ts'
import { aCaseGroup, number } from '../../make/a-case-group.ts'
import { anEnvelope } from '../../make/a-command.ts'
import { aClient } from '../support/a-client.ts'
import { aHub, type TestHub } from '../support/a-hub.ts'
import { rewriteTrail, tamperWith } from '../support/a-tampered-trail.ts'

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
    await tamperWith(hub.database, ...statements)
    expect(await verdict()).toMatchObject({ kind: 'broken' })
  })

  it('finds a trail that was rewritten as a whole, by an end that was noted before', async () => {
    const before = await head()
    await rewriteTrail(hub.database)
    expect(await verdict()).toMatchObject({ kind: 'whole' })
    expect(await verdict(before)).toMatchObject({
      kind: 'broken',
      reason: 'Entry 6 is not the one that was noted.',
    })
  })

  it('finds a trail that was cut off with all that the hub knows of its end, by any that was noted before', async () => {
    const before = await head()
    await tamperWith(
      hub.database,
      'DELETE FROM audit WHERE seq > 4',
      'UPDATE hub_version SET audit_seq = 4, audit_hash = (SELECT hash FROM audit WHERE seq = 4)',
    )
    const cut = await head()
    expect(cut.seq).toBe(4)
    expect(await verdict(cut, before)).toMatchObject({ kind: 'broken' })
  })
})
