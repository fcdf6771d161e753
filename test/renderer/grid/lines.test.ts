import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { linesOf, rowLines, type Sections, underHeadings } from '../../../renderer/grid/lines.ts'

interface Row {
  readonly id: string
}

const keyOf = ({ id }: Row) => id
const all = Array.from({ length: 12 }, (_, at): Row => ({ id: `${at < 6 ? 'A' : 'B'}${at}` }))
const sections: Sections<Row> = {
  of: ({ id }) => id.slice(0, 1),
  title: (section, count) => `${section}: ${count}`,
  alarming: section => section === 'B',
}
const some = fc.subarray(all)

describe('the lines of a list', () => {
  it('stay the same for rows that stay, where some are others or gone', () => {
    const before = rowLines(all, keyOf, [])
    const changed = all.map((row, at): Row => (at === 3 ? { ...row } : row)).toSpliced(7, 1)
    const lines = rowLines(changed, keyOf, before)
    expect(lines.map(({ row }) => row)).toEqual(changed)
    expect(lines.filter(line => !before.includes(line))).toEqual([lines[3]])
  })

  it('stand under headings that count the rows found', () => {
    fc.assert(
      fc.property(some, found => {
        const lines = underHeadings(rowLines(found, keyOf, []), sections)
        expect(lines).toEqual(linesOf(found, keyOf, sections))
        expect(lines.flatMap(line => (line.kind === 'row' ? [line.row] : []))).toEqual(found)
        const titles = lines.flatMap(line => (line.kind === 'heading' ? [line.title] : []))
        const counts = Map.groupBy(found, sections.of)
        expect(titles).toEqual([...counts].map(([section, rows]) => `${section}: ${rows.length}`))
      }),
    )
  })
})
