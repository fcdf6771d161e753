import { openKey } from '../sealing/keys.ts'
import { unseal } from '../sealing/seal.ts'
import { type CacheTables, keyPlace, recordPlace } from './cache-tables.ts'

/** A page of documents: as it came (`textOf`), or packed. */
export interface OpenedPage {
  readonly id: number
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** What is to be opened, of which database. */
export interface SealedPages {
  readonly database: string
  readonly dataKey: CryptoKey
  /** In the order in which they are wanted. */
  readonly ids: readonly number[]
}

/** Opens sealed pages in their order. Rejects when one is missing or does not open. */
export type OpenPages = (pages: SealedPages) => AsyncIterable<OpenedPage>

// Read and opened side by side, while those before them are parsed; more would only need more memory at once.
const AHEAD = 6

/** Opens sealed pages where it is called. */
export async function* openPages(
  { records, keys }: Pick<CacheTables, 'records' | 'keys'>,
  { dataKey, ids }: Pick<SealedPages, 'dataKey' | 'ids'>,
): AsyncGenerator<OpenedPage> {
  const wrapped = new Map((await keys.toArray()).map(row => [row.id, row.wrapped]))
  const open = async (id: number): Promise<OpenedPage> => {
    const [record, key] = [await records.get(id), wrapped.get(id)]
    if (!record || !key) throw new Error('A record is missing.')
    const bytes = await unseal(await openKey(dataKey, key, keyPlace(id)), record.sealed, recordPlace(id))
    return { id, bytes }
  }
  const going: Promise<OpenedPage>[] = []
  for (const at of ids.keys()) {
    for (const next of ids.slice(at + going.length, at + AHEAD)) going.push(started(open(next)))
    const opened = await going.shift()
    if (opened) yield opened
  }
}

// One that fails before its turn is no unhandled rejection: it is awaited when its turn comes.
function started<Value>(work: Promise<Value>): Promise<Value> {
  work.catch(() => {})
  return work
}
