import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { importKey } from '../../../renderer/sealing/keys.ts'
import type { Databases } from '../../../renderer/storage/database.ts'
import type { Beside } from '../../../renderer/storage/page-thread.ts'

export const NOW = '2026-11-21T09:30:00.000Z'

export const aKey = (filledWith = 7): Promise<CryptoKey> => importKey(new Uint8Array(32).fill(filledWith))

/** The databases of a browser of the test's own, which has no thread beside the page's. */
export async function aBrowser(key: CryptoKey | null = null): Promise<Databases & Beside> {
  return {
    indexedDB: new IDBFactory(),
    IDBKeyRange,
    clock: () => Date.parse(NOW),
    name: 'a-name',
    key: key ?? (await aKey()),
    startPageThread: null,
    after: () => () => {},
    whenIdle: () => () => {},
  }
}

type Row = Record<string, unknown>

/** Every row of every table of every database, by `database/table`, with the key of each. */
export async function allRows({
  indexedDB,
}: Pick<Databases, 'indexedDB'>): Promise<ReadonlyMap<string, Row[]>> {
  const found = new Map<string, Row[]>()
  for (const { name } of await indexedDB.databases()) {
    if (name === undefined) continue
    const db = await opened(indexedDB, name)
    for (const table of db.objectStoreNames) {
      found.set(`${name}/${table}`, (await done(db.transaction(table).objectStore(table).getAll())) as Row[])
    }
    db.close()
  }
  return found
}

/** Changes one row where it lies, as somebody with the disk in his hands would. */
export async function tamper(
  { indexedDB }: Pick<Databases, 'indexedDB'>,
  database: string,
  table: string,
  change: (rows: readonly Row[]) => {
    readonly put?: readonly Row[]
    readonly remove?: readonly IDBValidKey[]
  },
): Promise<void> {
  const db = await opened(indexedDB, database)
  const store = db.transaction(table, 'readwrite').objectStore(table)
  const { put = [], remove = [] } = change((await done(store.getAll())) as Row[])
  for (const row of put) await done(store.put(row))
  for (const key of remove) await done(store.delete(key))
  db.close()
}

const opened = (indexedDB: IDBFactory, name: string) => done(indexedDB.open(name))

function done<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}

/** Everything that is written anywhere, as one text: bytes as letters, so that a word in clear is found. */
export async function everyByte(browser: Pick<Databases, 'indexedDB'>): Promise<string> {
  const texts: string[] = []
  const walk = (value: unknown): void => {
    if (value instanceof Uint8Array || value instanceof ArrayBuffer) {
      texts.push(Buffer.from(value as Uint8Array).toString('latin1'))
    } else if (typeof value === 'object' && value !== null) {
      for (const [name, part] of Object.entries(value)) {
        texts.push(name)
        walk(part)
      }
    } else texts.push(String(value))
  }
  for (const [name, rows] of await allRows(browser)) walk([name, rows])
  return texts.join('\n')
}
