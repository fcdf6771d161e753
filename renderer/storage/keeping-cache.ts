import type { Instant } from '../../shared/domain/time.ts'
import { SCHEMA } from '../../shared/sync/protocol-version.ts'
import type { PullReply } from '../../shared/sync/pull.ts'
import type { Base } from '../replica/base.ts'
import { makeKey, rewrapKey, type WrappedKey } from '../sealing/keys.ts'
import { seal, sealJson } from '../sealing/seal.ts'
import type { Cache } from './cache.ts'
import {
  type CacheTables,
  dataKeyPlace,
  type HeadRow,
  headPlace,
  type KeyRow,
  keyPlace,
  type RecordRow,
  recordPlace,
} from './cache-tables.ts'
import {
  dueRecords,
  forgetRecords,
  homesOf,
  inOrder,
  type Ledger,
  note,
  notePacked,
  outdate,
  unpackedRecord,
} from './ledger.ts'
import { openPacking } from './packing.ts'
import { textLength } from './page-text.ts'
import type { Beside } from './page-thread.ts'
import { pagesOf } from './snapshot-pages.ts'

/**
 * Keeps the base in sealed records: pages as they came, written anew when what they name has to go, and packed when
 * there is nothing else to do. `database`: its name, for another thread.
 */
export function keepingCache(
  { tables, database }: { readonly tables: CacheTables; readonly database: string },
  outer: CryptoKey,
  ledger: Ledger,
  beside: Beside,
): Cache {
  let last: Promise<void> = Promise.resolve()
  let state: 'keeping' | 'to-clear' | 'over' = 'keeping'

  // One after the other; what fails is the caller's.
  function inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    const done = last.then(work)
    last = done.then(
      () => {},
      () => {},
    )
    return done
  }

  // What is on a disk that takes no more may be what somebody may not see any longer: it is tried until it is gone.
  async function clear(): Promise<void> {
    state = 'to-clear'
    await tables.clear().then(
      () => {
        state = 'over'
      },
      () => {},
    )
  }

  // After a write that failed nothing more is kept, so that nothing half is ever read.
  function writing(write: () => Promise<void>): Promise<void> {
    return inTurn(async () => {
      if (state === 'to-clear') await clear()
      if (state !== 'keeping') return
      await write().catch(problem => {
        console.error('What comes from the hub cannot be kept on this device any longer.', problem)
        return clear()
      })
    })
  }

  const packing = openPacking(beside, thread =>
    inTurn(async () => {
      const id = state === 'keeping' ? unpackedRecord(ledger) : undefined
      if (id === undefined) return false
      // Before: one that cannot be packed is not tried again and again.
      notePacked(ledger, id)
      await thread.packPage({ database, dataKey: ledger.dataKey.key, id })
      return true
    }),
  )

  return {
    keep: (reply, bytes, asOf) => writing(() => keep(tables, outer, ledger, reply, bytes, asOf)),
    outdate: ids => outdate(ledger, new Set(ids)),
    tidy: base =>
      writing(async () => {
        const due = dueRecords(ledger)
        if (due.size > 0 && ledger.place) await rewrite(tables, outer, ledger, base, due)
        if (unpackedRecord(ledger) !== undefined) packing.wake()
      }),
    forget: () =>
      writing(async () => {
        forgetRecords(ledger, [...ledger.records.keys()])
        ledger.place = null
        ledger.dataKey = await makeKey(outer, dataKeyPlace)
        await tables.clear()
      }),
    close() {
      state = 'over'
      packing.stop()
      void last.then(() => tables.close())
    },
  }
}

async function keep(
  tables: CacheTables,
  outer: CryptoKey,
  ledger: Ledger,
  reply: PullReply,
  bytes: Uint8Array<ArrayBuffer>,
  asOf: Instant | null,
): Promise<void> {
  const { cookie, grants, more, reset, clear, patch } = reply.caseload
  ledger.place = { cookie, grants, more, asOf }
  const gone = reset ? [...ledger.records.keys()] : []
  if (gone.length > 0) {
    ledger.dataKey = await makeKey(outer, dataKeyPlace)
    forgetRecords(ledger, gone)
  }
  const written: SealedRecord[] = []
  if (reset || clear.length > 0 || patch.length > 0) {
    const id = ledger.nextId
    note(ledger, id, patch, { bytes: textLength(bytes) })
    written.push(await sealRecord(ledger.dataKey, id, withoutSensitive(reply, bytes)))
  }
  await tables.write({ ...rowsOf(written), gone, head: await headOf(ledger) })
}

// What is nationally sensitive is never written, sealed or not (ACC-3).
function withoutSensitive(reply: PullReply, bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  return reply.sensitive === null ? bytes : encode({ caseload: reply.caseload })
}

/** Writes what is still held of some records into new ones, under a new data key: the old keys are gone with it. */
async function rewrite(
  tables: CacheTables,
  outer: CryptoKey,
  ledger: Ledger,
  base: Base,
  due: ReadonlySet<number>,
): Promise<void> {
  const { key: before } = ledger.dataKey
  const dataKey = await makeKey(outer, dataKeyPlace)
  const kept = (await tables.keys.toArray()).filter(({ id }) => ledger.records.has(id) && !due.has(id))
  const rewrapped = await Promise.all(
    kept.map(async ({ id, wrapped }): Promise<KeyRow> => {
      return { id, wrapped: await rewrapKey(before, dataKey.key, wrapped, keyPlace(id)) }
    }),
  )
  const names = [...homesOf(ledger.records)].filter(([, id]) => due.has(id)).map(([name]) => name)
  const written: SealedRecord[] = []
  for (const { patch, bytes } of pagesOf(base, names, ledger.place?.grants ?? [])) {
    const id = ledger.nextId
    note(ledger, id, patch, { bytes: bytes.length })
    written.push(await sealRecord(dataKey, id, bytes))
  }
  ledger.dataKey = dataKey
  forgetRecords(ledger, due)
  const { records, keys } = rowsOf(written)
  await tables.write({ records, keys: [...keys, ...rewrapped], gone: [...due], head: await headOf(ledger) })
}

interface SealedRecord {
  readonly record: RecordRow
  readonly key: KeyRow
}

async function sealRecord(
  dataKey: WrappedKey,
  id: number,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<SealedRecord> {
  const { key, wrapped } = await makeKey(dataKey.key, keyPlace(id))
  return { record: { id, sealed: await seal(key, bytes, recordPlace(id)) }, key: { id, wrapped } }
}

function rowsOf(written: readonly SealedRecord[]) {
  return { records: written.map(({ record }) => record), keys: written.map(({ key }) => key) }
}

async function headOf({ dataKey, place, records }: Ledger): Promise<HeadRow> {
  const content = { place, records: inOrder(records) }
  const sealed = await sealJson(dataKey.key, content, headPlace)
  return { id: 'head', schema: SCHEMA, dataKey: dataKey.wrapped, sealed }
}

const encode = (value: unknown): Uint8Array<ArrayBuffer> => new TextEncoder().encode(JSON.stringify(value))
