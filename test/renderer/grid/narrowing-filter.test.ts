import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rowLines } from '../../../renderer/grid/lines.ts'
import { allPass, narrowingFilter } from '../../../renderer/grid/narrowing-filter.ts'
import { hasWords, searchedOfGroup, searchWordsOf } from '../../../shared/queries/search.ts'
import { aCaseload } from '../make/a-caseload.ts'

type Row = { readonly group: ReturnType<typeof aCaseload>[number] }

const lines = rowLines<Row>(
  aCaseload(60).map(group => ({ group })),
  ({ group }) => group.id,
  [],
)

describe('the narrowing filter', () => {
  it('finds whatever is typed, letter by letter or taken back, just what a look at every row finds', () => {
    const signs = fc.constantFrom(...'SMITHANE 0123456789Z-')
    const typed = fc.array(
      fc.oneof(
        fc.constantFrom('s', 'SMITH', 'smith si', 'm1', 'M1 1', '1000', 'ó', 'hara', ''),
        fc.string({ unit: signs, maxLength: 4 }),
      ),
      { minLength: 1 },
    )
    fc.assert(
      fc.property(typed, steps => {
        const filter = narrowingFilter<Row>()
        for (const step of steps) {
          const words = searchWordsOf(step)
          const found = filter(lines, allPass, words)
          expect(found).toEqual(lines.filter(({ row }) => hasWords(searchedOfGroup(row.group).text, words)))
          expect(found.every(line => lines.includes(line))).toBe(true)
        }
      }),
    )
  })

  it('looks again when the rows or the filters are others', () => {
    const filter = narrowingFilter<Row>()
    filter(lines, allPass, ['SMITH'])
    expect(filter(lines.slice(0, 8), allPass, ['SMITH'])).toHaveLength(1)
    expect(filter(lines, ({ group }) => group.lock !== null, ['SMITH'])).toHaveLength(2)
  })
})
