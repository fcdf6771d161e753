import type { Page } from '../replica/base.ts'
import type { CacheTables } from './cache-tables.ts'
import { isPacked, type OpenedPart, openPacked } from './packed-page.ts'
import { openText } from './page-text.ts'
import type { PageThread } from './page-thread.ts'
import type { Rest } from './rest.ts'
import { type OpenedPage, openPages, type SealedPages } from './sealed-pages.ts'

export interface PagePlace {
  readonly tables: CacheTables
  /** Of the database, for another thread. */
  readonly name: string
  readonly thread: Pick<PageThread, 'openPages'> | null
}

export interface ReadPage {
  readonly id: number
  /** Of its text. */
  readonly bytes: number
  readonly packed: boolean
  readonly page: Page
  /** Null: all of it is read. */
  readonly rest: Rest | null
}

/** Pages in their order, as they were written. Where the other thread cannot be had, or fails, this one has the last word. */
export async function readPages(
  { tables, name, thread }: PagePlace,
  asked: Pick<SealedPages, 'dataKey' | 'ids'>,
): Promise<readonly ReadPage[]> {
  if (thread) {
    try {
      return await parsed(thread.openPages({ database: name, ...asked }))
    } catch (problem) {
      console.error('What was kept on this device is opened without a thread of its own.', problem)
    }
  }
  return parsed(openPages(tables, asked))
}

async function parsed(pages: AsyncIterable<OpenedPage>): Promise<readonly ReadPage[]> {
  const read: ReadPage[] = []
  for await (const { id, bytes } of pages) {
    const packed = isPacked(bytes)
    const { caseload, textLength, rest }: OpenedPart = packed ? openPacked(bytes) : await openText(bytes)
    read.push({ id, bytes: textLength, packed, page: { caseload, sensitive: null }, rest })
  }
  return read
}
