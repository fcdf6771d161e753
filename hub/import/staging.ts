import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { from } from 'pg-copy-streams'
import { type CheckedRow, isRagged, isRejected } from './check-row.ts'
import type { ExtractFile } from './extract-files.ts'
import type { Queries } from './session.ts'

/**
 * Where the rows of a file wait until all are there: rejected ones too, for what hangs on them. Of a settled one
 * nothing more is said: it is ragged, or repeats a key.
 */
export const stageOf = (name: ExtractFile['name']) => `stage_${name}`

export async function createStage(queries: Queries, file: ExtractFile): Promise<void> {
  const columns = file.columns.map(({ name }) => `${name} text COLLATE "C"`).join(', ')
  await queries.query(`
    CREATE TEMP TABLE ${stageOf(file.name)} (
      line bigint, key text COLLATE "C", rejected boolean, settled boolean, faults text, ${columns}
    )`)
}

/** Fills the stage of a file. */
export async function fillStage(
  client: pg.Client,
  file: ExtractFile,
  batches: AsyncIterable<readonly CheckedRow[]>,
): Promise<void> {
  const copy = client.query(from(`COPY ${stageOf(file.name)} FROM STDIN`))
  await pipeline(batches, copyText, copy)
}

// PostgreSQL's COPY text, a batch a write.
export async function* copyText(batches: AsyncIterable<readonly CheckedRow[]>): AsyncGenerator<string> {
  for await (const rows of batches) yield rows.map(copyLine).join('')
}

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
