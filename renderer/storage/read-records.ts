import type { Page } from '../replica/base.ts'
import { openKey } from '../sealing/keys.ts'
import { unseal } from '../sealing/seal.ts'
import { type CacheTables, keyPlace, recordPlace } from './cache-tables.ts'

export interface ReadRecord {
  readonly id: number
  readonly bytes: number
  readonly page: Page
}

// Read and opened side by side, while those before them are parsed; more would only need more memory at once.
const AHEAD = 6

/** All records in their order. Rejects when one is missing or does not open. */
export async function* readRecords(
  { records, keys }: CacheTables,
  dataKey: CryptoKey,
  ids: readonly number[],
): AsyncGenerator<ReadRecord> {
  const wrapped = new Map((await keys.toArray()).map(row => [row.id, row.wrapped]))
  const read = async (id: number): Promise<Uint8Array> => {
    const [record, key] = [await records.get(id), wrapped.get(id)]
    if (!record || !key) throw new Error('A record is missing.')
    return unseal(await openKey(dataKey, key, keyPlace(id)), record.sealed, recordPlace(id))
  }
  const going: Promise<Uint8Array>[] = []
  for (const [at, id] of ids.entries()) {
    for (const next of ids.slice(at + going.length, at + AHEAD)) going.push(started(read(next)))
    const text = await going.shift()
    if (text) yield { id, bytes: text.length, page: pageOf(text) }
  }
}

// One that fails before its turn is no unhandled rejection: it is awaited when its turn comes.
function started<Value>(work: Promise<Value>): Promise<Value> {
  work.catch(() => {})
  return work
}

function pageOf(text: Uint8Array): Page {
  const { caseload } = JSON.parse(new TextDecoder().decode(text)) as Page
  return { caseload, sensitive: null }
}
