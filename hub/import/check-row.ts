import type { Column, ExtractFile } from './extract-files.ts'
import { type Fault, shown } from './fault.ts'
import type { Header, PlacedRow } from './header.ts'
import { raggedMarker } from './marker.ts'

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

const none: readonly Fault[] = []

/** Judges one row by itself: every mandatory fault it has, or else its optional ones (IMP-2, IMP-3). */
export function checkRow(row: PlacedRow, header: Header, file: ExtractFile): CheckedRow {
  const { line, texts, ragged } = row
  const key = shown(texts.slice(0, file.keyLength).join('#'))
  if (ragged) return raggedRow(row, key, header, file)
  const other = (name: string) => texts[file.columns.findIndex(column => column.name === name)] ?? ''
  const values = file.columns.map((column, index) => {
    const text = texts[index] ?? ''
    return text === '' ? null : column.form.read(text, other)
  })
  let faults = none
  file.columns.forEach((column, index) => {
    const text = texts[index] ?? ''
    const faulty = text === '' ? column.mandatory : values[index] === null
    if (faulty) faults = [...faults, faultOf(column, text)]
  })
  const mandatory = faults.filter(fault => fault.mandatory)
  return { line, key, values, faults: mandatory.length > 0 ? mandatory : faults }
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
  { fields, line, texts }: PlacedRow,
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
