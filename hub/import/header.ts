import type { ExtractFile } from './extract-files.ts'
import type { RawRow } from './read-rows.ts'
import { UnusableFile } from './refusal.ts'

export interface Header {
  /** Where each column of the file's definition stands in a row. */
  readonly positions: readonly number[]
  readonly width: number
}

/** Finds the columns of the page in a header row, in whatever order; others are ignored (IMP-7). */
export function readHeader(row: RawRow | undefined, file: ExtractFile): Header {
  if (!row) throw unusable(file, 'has no header row')
  const names = row.fields.map(field => field.trim())
  const at = new Map<string, number>()
  const known = new Set(file.columns.map(({ name }) => name))
  for (const [position, name] of names.entries()) {
    if (!known.has(name)) continue
    if (at.has(name)) throw unusable(file, `names the column ${name} twice`)
    at.set(name, position)
  }
  return { width: names.length, positions: file.columns.map(({ name }) => positionOf(name, at, file)) }
}

function positionOf(name: string, at: ReadonlyMap<string, number>, file: ExtractFile): number {
  const position = at.get(name)
  if (position === undefined) throw unusable(file, `has no column ${name}`)
  return position
}

const unusable = ({ name }: ExtractFile, fault: string) =>
  new UnusableFile({ file: `${name}.csv`, line: null, fault })

/** A row with its texts in the order of the file's columns. */
export interface PlacedRow extends RawRow {
  readonly texts: readonly string[]
  /** It has too few or too many values, so that none is sure to stand in its column. */
  readonly ragged: boolean
}

export function place({ line, fields }: RawRow, { positions, width }: Header): PlacedRow {
  const texts = positions.map(position => (fields[position] ?? '').trim())
  return { line, fields, texts, ragged: fields.length !== width }
}
