import type { BrowserContext } from '@playwright/test'
import { readTables } from '../../../hub/sample/table-files.ts'
import type { DeskHub } from './desk-hub.ts'

/** What the case-group rows alone cost IndexedDB, row by row in one relaxed transaction with four indexes, in ms. */
export async function rawIndexedDb(context: BrowserContext, hub: DeskHub): Promise<number> {
  const { case_groups } = await readTables(hub.folder)
  const page = await context.newPage()
  try {
    // Any page of the origin that is not the desk.
    await page.goto(`${hub.origin}/health`)
    return await page.evaluate(writeRows, JSON.stringify(case_groups))
  } finally {
    await page.close()
  }
}

/** Runs in the page. */
async function writeRows(text: string): Promise<number> {
  const rows = JSON.parse(text) as Record<string, string>[]
  const name = 'raw-rows'
  const db = await new Promise<IDBDatabase>((opened, failed) => {
    const request = indexedDB.open(name, 1)
    request.onupgradeneeded = () => {
      const store = request.result.createObjectStore('rows', { keyPath: 'master_case_number' })
      for (const key of ['segment_name', 'team_id', 'assigned_to', 'status']) store.createIndex(key, key)
    }
    request.onsuccess = () => opened(request.result)
    request.onerror = () => failed(request.error)
  })
  const started = performance.now()
  const transaction = db.transaction('rows', 'readwrite', { durability: 'relaxed' })
  const store = transaction.objectStore('rows')
  for (const row of rows) store.add(row)
  await new Promise<void>((done, failed) => {
    transaction.oncomplete = () => done()
    transaction.onabort = () => failed(transaction.error)
  })
  const ms = performance.now() - started
  db.close()
  indexedDB.deleteDatabase(name)
  return ms
}
