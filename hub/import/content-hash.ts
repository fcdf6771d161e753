import { createHash } from 'node:crypto'
import type { FileName } from './extract-files.ts'
import type { PlacedRow } from './header.ts'

const FIELD = '\u001f'
const ROW = '\u001e'
const CHUNK = 1 << 16

/**
 * What an extract says, in 32 bytes: its rows in their order, the columns of the page only. Line ends, the order of
 * columns and others among them make no other extract.
 */
export interface ContentHash {
  startFile(name: FileName): void
  addRows(rows: readonly PlacedRow[]): void
  digest(): Buffer
}

export function startContentHash(): ContentHash {
  const hash = createHash('sha256')
  let waiting = ''
  const add = (text: string) => {
    waiting += text
    if (waiting.length < CHUNK) return
    hash.update(waiting)
    waiting = ''
  }
  return {
    startFile: name => add(`${name}${ROW}`),
    addRows(rows) {
      for (const { texts, fields, ragged } of rows) add((ragged ? fields : texts).join(FIELD) + ROW)
    },
    digest: () => hash.update(waiting).digest(),
  }
}
