import { documentName } from '../../shared/domain/aggregate.ts'
import type { PatchOp } from '../../shared/sync/pull.ts'
import type { WrappedKey } from '../sealing/keys.ts'
import type { CachePlace } from './cache.ts'

/** What is on the device: which record names which documents. */
export interface Ledger {
  dataKey: WrappedKey
  place: CachePlace | null
  nextId: number
  readonly records: Map<number, RecordNote>
  /** Records that name what is not to be kept any longer. */
  readonly stale: Set<number>
}

const SMALL = 256 * 1024

interface RecordNote {
  readonly names: readonly string[]
  readonly bytes: number
  readonly packed: boolean
}

export const emptyLedger = (dataKey: WrappedKey): Ledger => ({
  dataKey,
  place: null,
  nextId: 1,
  records: new Map(),
  stale: new Set(),
})

/** Notes a record that was written or read. */
export function note(
  ledger: Ledger,
  id: number,
  patch: readonly PatchOp[],
  { bytes, packed = false }: { readonly bytes: number; readonly packed?: boolean },
): void {
  const names = patch.map(op => documentName(op.kind, op.id))
  ledger.records.set(id, { names, bytes, packed })
  ledger.nextId = Math.max(ledger.nextId, id + 1)
}

/** The record that has the last word on each document. */
export function homesOf(records: Ledger['records']): ReadonlyMap<string, number> {
  const homes = new Map<string, number>()
  for (const id of inOrder(records)) for (const name of records.get(id)?.names ?? []) homes.set(name, id)
  return homes
}

/** A record that was written later says what is so now. */
export const inOrder = (records: Ledger['records']): readonly number[] =>
  [...records.keys()].sort((a, b) => a - b)

export function notePacked({ records }: Ledger, id: number): void {
  const record = records.get(id)
  if (record) records.set(id, { ...record, packed: true })
}

export function forgetRecords(ledger: Ledger, ids: Iterable<number>): void {
  for (const id of ids) {
    ledger.records.delete(id)
    ledger.stale.delete(id)
  }
}

/** Marks every record that names one of these. */
export function outdate(ledger: Ledger, gone: ReadonlySet<string>): void {
  if (gone.size === 0) return
  for (const [id, { names }] of ledger.records) {
    if (!ledger.stale.has(id) && names.some(name => gone.has(name))) ledger.stale.add(id)
  }
}

const MOST_SMALL = 32

/** A record that is there as it came. Small ones are soon written anew, and not worth it. */
export function unpackedRecord({ records }: Ledger): number | undefined {
  for (const [id, { bytes, packed }] of records) if (!packed && bytes >= SMALL) return id
  return undefined
}

/**
 * The records to write anew: those that name what must go, and with them, or when there are many, all small ones
 * and those of which less than half is still as it was. Empty: nothing is due.
 */
export function dueRecords(ledger: Ledger): ReadonlySet<number> {
  const small = [...ledger.records].filter(([, { bytes }]) => bytes < SMALL).map(([id]) => id)
  if (ledger.stale.size === 0 && small.length <= MOST_SMALL) return new Set()
  const live = new Map<number, number>()
  for (const id of homesOf(ledger.records).values()) live.set(id, (live.get(id) ?? 0) + 1)
  const sparse = [...ledger.records].filter(([id, { names }]) => (live.get(id) ?? 0) * 2 < names.length)
  return new Set([...ledger.stale, ...small, ...sparse.map(([id]) => id)])
}
