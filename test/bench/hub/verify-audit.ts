import { verifyAudit } from '../../../hub/audit/verify-audit.ts'
import { ask } from '../../../hub/database/ask.ts'
import { openDatabase } from '../../../hub/database/database.ts'
import { migrate } from '../../../hub/database/migrate.ts'
import { unspoken } from '../../../hub/import/audit-entries.ts'
import type { AuditEntry } from '../../../hub/store/audit-entry.ts'
import { auditedChange } from '../../../hub/store/audit-entry.ts'
import { type AuditHead, writeAudit } from '../../../hub/store/write-audit.ts'
import { aCaseGroup } from '../../make/a-case-group.ts'
import type { Benchmark } from '../benchmark.ts'
import { median } from '../median.ts'
import { server } from '../server.ts'

const entries = 100_000
const page = 5000
const rounds = 5

/** A trail of moves, as long as some weeks of a large caseload make one, followed from its beginning to its end. */
export const verifyAuditBenchmark: Benchmark = {
  names: ['verify-audit'],
  async *run(world) {
    const { create, drop } = await server(world)
    const url = await create()
    await migrate(url)
    const database = openDatabase(url)
    try {
      const { db } = database
      let head: AuditHead = { seq: 0, hash: Buffer.alloc(32) }
      while (head.seq < entries)
        head = await db.transaction().execute(async tx => {
          const [last] = await ask(tx, [writeAudit(head, Array(page).fill(aMove), [])])
          return last
        })
      const speeds: number[] = []
      for (let round = 0; round < rounds; round++) {
        const started = performance.now()
        const verdict = await db.transaction().execute(tx => verifyAudit(tx, [head]))
        if (verdict.kind !== 'whole') throw new Error(verdict.reason)
        speeds.push(entries / ((performance.now() - started) / 1000))
      }
      const detail = `best of ${rounds}: ${Math.round(Math.max(...speeds)).toLocaleString('en-GB')}`
      yield { name: 'verify-audit', value: median(speeds), baseline: null, ratio: null, detail }
    } finally {
      await database.close()
      await drop(url)
    }
  },
}

const aMove: AuditEntry = {
  ...unspoken,
  actor: { kind: 'rule', rule: 'ALLOC-1' },
  action: 'moved',
  acceptedAt: '2026-11-27T09:00:00.000Z',
  changes: [auditedChange(aCaseGroup(), aCaseGroup({ holder: null }))],
  details: null,
}
