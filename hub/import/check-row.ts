import type { Column, ExtractFile } from './extract-files.ts'
import { type Fault, shown } from './fault.ts'
import type { Header } from './header.ts'
import { raggedMarker } from './marker.ts'
import type { RawRow } from './read-rows.ts'

/** A row as far as it can be judged by itself: what refers to other rows is judged when all are there. */
export interface CheckedRow {
  readonly line: number
  /** As the exceptions name the row: the text of its key, whatever is wrong with it. */
  readonly key: string
  /** Tidied, one for each column of the file; null: empty, or not usable. */
  readonly values: readonly (string | null)[]
  readonly faults: readonly Fault[]
}

/** Whether a fault keeps the row out. */
export const isRejected = (row: CheckedRow) => row.faults.some(({ mandatory }) => mandatory)

/** Whether it has too few or too many values, so that none is sure to stand in its column. */
export const isRagged = (row: CheckedRow) => row.faults.some(({ column }) => column === null)

/** Judges rows by themselves. */
export const checkRows = (rows: readonly RawRow[], header: Header, file: ExtractFile): CheckedRow[] =>
  rows.map(row => checkRow(row, header, file))

/** Judges one row: every mandatory fault it has, or else its optional ones (IMP-2, IMP-3). */
export function checkRow(row: RawRow, header: Header, file: ExtractFile): CheckedRow {
  const { fields, line } = row
  const texts = header.positions.map(position => (fields[position] ?? '').trim())
  const key = shown(texts.slice(0, file.keyLength).join('#'))
  if (fields.length !== header.width) return raggedRow(row, texts, key, header, file)
  const other = (name: string) => texts[file.columns.findIndex(column => column.name === name)] ?? ''
  let faults: Fault[] = []
  const values = file.columns.map((column, index) => {
    const text = texts[index] ?? ''
    const value = text === '' ? null : column.form.read(text, other)
    if (value === null && (text !== '' || column.mandatory)) faults.push(faultOf(column, text))
    return value
  })
  if (faults.some(({ mandatory }) => mandatory)) faults = faults.filter(({ mandatory }) => mandatory)
  return { line, key, values, faults }
}

function faultOf({ name, mandatory, form }: Column, text: string): Fault {
  return text === ''
    ? { column: name, kind: 'missing', value: '', reason: `${name} is empty, and it must not be.`, mandatory }
    : {
        column: name,
        kind: 'value',
        value: shown(text),
        reason: `${name} is not ${form.expected}.`,
        mandatory,
      }
}

// Its values may stand in other columns than they seem to: only its key, what it refers to and its marker are kept,
// so that what hangs on it is found.
function raggedRow(
  { fields, line }: RawRow,
  texts: readonly string[],
  key: string,
  header: Header,
  file: ExtractFile,
): CheckedRow {
  const reason = `The row has ${fields.length} values where the header names ${header.width} columns.`
  const values = file.columns.map((column, index) => {
    const text = texts[index] ?? ''
    if (column.name === 'nationally_sensitive')
      return raggedMarker(fields, header.positions[index] ?? 0, header.width)
    const links = index < file.keyLength || column.refersTo !== null
    return links && text !== '' ? column.form.read(text, () => '') : null
  })
  return { line, key, values, faults: [{ column: null, kind: 'value', value: '', reason, mandatory: true }] }
}
