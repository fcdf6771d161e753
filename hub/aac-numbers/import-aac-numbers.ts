import { type AacNumbers, firstAacNumbers } from '../../shared/domain/aac-numbers.ts'
import { documentName } from '../../shared/domain/aggregate.ts'
import { ask } from '../database/ask.ts'
import type { HubTransaction } from '../database/database.ts'
import { unspoken } from '../import/audit-entries.ts'
import { auditedAggregate } from '../store/audit-entry.ts'
import { lockAggregates } from '../store/load-aggregates.ts'
import { loadOrganisation, nobody } from '../store/load-organisation.ts'
import { openVersion } from '../store/open-version.ts'

/** AAC's numbers are these from now on, as one version with its line in the audit trail (INC-7, ACC-5). */
export async function importAacNumbers(tx: HubTransaction, newer: AacNumbers, now: string): Promise<boolean> {
  const index = (await loadOrganisation(tx, 'writing')) ?? nobody
  const [found] = await ask(tx, [lockAggregates([['aac-numbers', 'aac-numbers']])])
  const before = found.get(documentName('aac-numbers', 'aac-numbers')) as AacNumbers | undefined
  if (JSON.stringify(before ?? firstAacNumbers) === JSON.stringify(newer)) return false
  const version = openVersion(tx, index, now)
  await version.put([newer])
  await version.audit([
    {
      ...unspoken,
      actor: { kind: 'system', system: 'aac-numbers' },
      action: 'aac-numbers-import',
      acceptedAt: now,
      changes: [],
      aggregates: [auditedAggregate(before, newer)],
      details: Object.fromEntries(newer.numbers.map(({ site, number }) => [site, number])),
    },
  ])
  await version.finish()
  return true
}
