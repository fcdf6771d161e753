import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { narrowingFilter } from '../../../renderer/grid/narrowing-filter.ts'
import { hasWords, searchTextOf, searchWordsOf } from '../../../shared/queries/search.ts'
import { aCaseload } from '../make/a-caseload.ts'

const rows = aCaseload(60).map(group => ({ group }))
const all = () => true

describe('the narrowing filter', () => {
  it('finds whatever is typed, letter by letter or taken back, just what a look at every row finds', () => {
    const typed = fc.array(fc.constantFrom('s', 'SMITH', 'smith si', 'm1', 'M1 1', '1000', 'ó', 'hara', ''), {
      minLength: 1,
    })
    fc.assert(
      fc.property(typed, steps => {
        const filter = narrowingFilter<(typeof rows)[number]>()
        for (const step of steps) {
          const words = searchWordsOf(step)
          expect(filter(rows, all, words)).toEqual(
            rows.filter(({ group }) => hasWords(searchTextOf(group), words)),
          )
        }
      }),
    )
  })

  it('looks again when the rows or the filters are others', () => {
    const filter = narrowingFilter<(typeof rows)[number]>()
    filter(rows, all, ['SMITH'])
    expect(filter(rows.slice(0, 8), all, ['SMITH'])).toHaveLength(1)
    expect(filter(rows, ({ group }) => group.lock !== null, ['SMITH'])).toHaveLength(2)
  })
})
