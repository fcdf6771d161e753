import { openKey } from '../sealing/keys.ts'
import { seal, unseal } from '../sealing/seal.ts'
import { type CacheTables, keyPlace, recordPlace } from './cache-tables.ts'
import { isPacked, packedPage } from './packed-page.ts'
import { openText } from './page-text.ts'
import type { SealedPages } from './sealed-pages.ts'

/** One page of a database, sealed. */
export interface SealedPage extends Omit<SealedPages, 'ids'> {
  readonly id: number
}

/** Packs a page where it lies, under the key that it has. */
export async function packPage(
  { records, keys }: Pick<CacheTables, 'records' | 'keys'>,
  { dataKey, id }: Omit<SealedPage, 'database'>,
): Promise<void> {
  const [record, wrapped] = await Promise.all([records.get(id), keys.get(id)])
  if (!record || !wrapped) throw new Error('A record is missing.')
  const key = await openKey(dataKey, wrapped.wrapped, keyPlace(id))
  const page = await unseal(key, record.sealed, recordPlace(id))
  if (isPacked(page)) return
  const { caseload, textLength } = await openText(page)
  const packed = packedPage(caseload, textLength)
  await records.put({ id, sealed: await seal(key, packed, recordPlace(id)) })
}
