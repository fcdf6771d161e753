/** What the grid draws, one above the other. */
export type Line<Row> =
  | { readonly kind: 'row'; readonly key: string; readonly row: Row }
  | { readonly kind: 'heading'; readonly key: string; readonly title: string; readonly alarming: boolean }

/** How rows are divided under headings; rows of one section stand together. */
export interface Sections<Row> {
  readonly of: (row: Row) => string
  readonly title: (section: string, count: number) => string
  readonly alarming: (section: string) => boolean
}

export function linesOf<Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
  sections: Sections<Row> | null,
): readonly Line<Row>[] {
  return underHeadings(rowLines(rows, keyOf, []), sections)
}

export type RowLine<Row> = Extract<Line<Row>, { kind: 'row' }>

/** A line for each row. A row that is still there has the line that it had before. */
export function rowLines<Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
  before: readonly RowLine<Row>[],
): readonly RowLine<Row>[] {
  let next = 0
  return rows.map((row): RowLine<Row> => {
    // Mostly in its place, or in the next one where the row before it left.
    if (before[next]?.row !== row && before[next + 1]?.row === row) next++
    const line = before[next]
    next++
    return line?.row === row ? line : { kind: 'row', key: keyOf(row), row }
  })
}

export function underHeadings<Row>(
  rows: readonly RowLine<Row>[],
  sections: Sections<Row> | null,
): readonly Line<Row>[] {
  if (!sections) return rows
  const counts = new Map<string, number>()
  for (const { row } of rows) counts.set(sections.of(row), (counts.get(sections.of(row)) ?? 0) + 1)
  const lines: Line<Row>[] = []
  let current: string | undefined
  for (const line of rows) {
    const section = sections.of(line.row)
    if (section !== current) lines.push(heading(section, counts.get(section) ?? 0, sections))
    current = section
    lines.push(line)
  }
  return lines
}

function heading<Row>(section: string, count: number, { title, alarming }: Sections<Row>): Line<Row> {
  return {
    kind: 'heading',
    key: `heading ${section}`,
    title: title(section, count),
    alarming: alarming(section),
  }
}

/** The nearest row line from `start`, going by `step`; undefined where there is none. */
export function rowFrom<Row>(lines: readonly Line<Row>[], start: number, step: 1 | -1): number | undefined {
  for (let at = start; at >= 0 && at < lines.length; at += step) {
    if (lines[at]?.kind === 'row') return at
  }
  return undefined
}

/** The keys of the rows from one line to another, both included. */
export function keysBetween<Row>(lines: readonly Line<Row>[], one: number, other: number): readonly string[] {
  return lines
    .slice(Math.min(one, other), Math.max(one, other) + 1)
    .flatMap(line => (line.kind === 'row' ? [line.key] : []))
}
