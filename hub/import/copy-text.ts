import { type CheckedRow, isRagged, isRejected } from './check-row.ts'

/** Rows as PostgreSQL's COPY reads them into a stage. */
export const copyText = (rows: readonly CheckedRow[]): string => rows.map(copyLine).join('')

function copyLine(row: CheckedRow): string {
  const faults = row.faults.length > 0 ? escaped(JSON.stringify(row.faults)) : '\\N'
  const flags = `${isRejected(row) ? 't' : 'f'}\t${isRagged(row) ? 't' : 'f'}`
  let line = `${row.line}\t${escaped(row.key)}\t${flags}\t${faults}`
  for (const value of row.values) line += value === null ? '\t\\N' : `\t${escaped(value)}`
  return `${line}\n`
}

const escapes: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

function escaped(value: string): string {
  return /[\\\t\n\r]/.test(value)
    ? value.replace(/[\\\t\n\r]/g, character => escapes[character] ?? '')
    : value
}
