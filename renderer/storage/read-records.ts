import type { Page } from '../replica/base.ts'
import { openKey } from '../sealing/keys.ts'
import { unseal } from '../sealing/seal.ts'
import { type CacheTables, keyPlace, recordPlace } from './cache-tables.ts'

export interface ReadRecord {
  readonly id: number
  readonly bytes: number
  readonly page: Page
}

/** All records in their order, opened side by side. Rejects when one is missing or does not open. */
export async function* readRecords(
  { records, keys }: CacheTables,
  dataKey: CryptoKey,
  ids: readonly number[],
): AsyncGenerator<ReadRecord> {
  const [found, wrapped] = await Promise.all([records.bulkGet([...ids]), keys.bulkGet([...ids])])
  const opened = ids.map(async (id, at) => {
    const [record, key] = [found[at], wrapped[at]]
    if (!record || !key) throw new Error('A record is missing.')
    return unseal(await openKey(dataKey, key.wrapped, keyPlace(id)), record.sealed, recordPlace(id))
  })
  // All are awaited one after the other; a later one that fails first is no unhandled rejection.
  for (const one of opened) one.catch(() => {})
  for (const [at, id] of ids.entries()) {
    const text = await opened[at]
    if (text) yield { id, bytes: text.length, page: pageOf(text) }
  }
}

function pageOf(text: Uint8Array): Page {
  const { caseload } = JSON.parse(new TextDecoder().decode(text)) as Page
  return { caseload, sensitive: null }
}
