import Papa from 'papaparse'
import type { RowOnShow } from '../grid/list-on-show.ts'
import { type CarriedList, leftOutWords } from './leave-out-sensitive.ts'
import { textOf } from './text-of.ts'

const BYTE_ORDER_MARK = '\uFEFF'
const LINE_END = '\r\n'
const ROWS_AT_ONCE = 500

/** What spreadsheets take for a formula, after blanks and in full width too (OWASP, CSV injection). */
const FORMULA = /^[\t\r\n]|^\s*[=+\-@＝＋－＠]/

export interface CsvProgress {
  readonly done: number
  readonly of: number
}

/**
 * A list as displayed, as CSV: UTF-8 with a byte order mark, lines ended with CR LF, headings as the first column, no
 * cell a formula; what is left out is counted in a last line. Undefined when it was cancelled. Between portions the desk goes on working.
 */
export async function csvOf(
  { list: { columns, rows }, leftOut }: CarriedList,
  onProgress: (progress: CsvProgress) => void,
  pause: () => Promise<void>,
  cancelled: AbortSignal,
): Promise<Blob | undefined> {
  const headed = rows.some(({ heading }) => heading !== null)
  const titles = columns.map(({ title }) => title)
  const parts: string[] = [BYTE_ORDER_MARK, lineOf(headed ? ['Group', ...titles] : titles)]
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
    if (at > 0) await pause()
    if (cancelled.aborted) return undefined
    const portion = rows.slice(at, at + ROWS_AT_ONCE)
    parts.push(...portion.map(row => lineOf(headed ? [headingOf(row), ...wordsOf(row)] : wordsOf(row))))
    onProgress({ done: at + portion.length, of: rows.length })
  }
  if (leftOut > 0) parts.push(lineOf([leftOutWords(leftOut)]))
  return new Blob(parts, { type: 'text/csv;charset=utf-8' })
}

const wordsOf = ({ cells }: RowOnShow) => cells().map(textOf)

/** Its count says nothing in a column. */
const headingOf = ({ heading }: RowOnShow) => (heading ?? '').replace(/ · [\d,]+$/, '')

const lineOf = (values: readonly string[]) =>
  Papa.unparse([[...values]], { newline: LINE_END, escapeFormulae: FORMULA }) + LINE_END
