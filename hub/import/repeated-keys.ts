import { type CheckedRow, isRagged } from './check-row.ts'
import type { ExtractFile } from './extract-files.ts'

/**
 * The rows of a whole file with those that repeat a key named, as `judge` does it for the rows of a stage: a key
 * counts from its first row on, and a repeat lists only that (IMP-2).
 */
export function withRepeats(rows: readonly CheckedRow[], file: ExtractFile): readonly CheckedRow[] {
  const first = new Map<string, number>()
  const column = file.columns[file.keyLength - 1]?.name ?? null
  return rows.map(row => {
    const keys = row.values.slice(0, file.keyLength)
    if (keys.includes(null)) return row
    const key = keys.join('\n')
    const line = first.get(key)
    if (line === undefined) first.set(key, row.line)
    if (line === undefined || isRagged(row)) return row
    const reason = `An earlier row, line ${line}, has this key already.`
    return {
      ...row,
      faults: [{ column, kind: 'duplicate', value: keys.at(-1) ?? '', reason, mandatory: true }],
    }
  })
}
