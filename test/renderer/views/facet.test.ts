import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countsOf, type Facet, facetCounter, passesAll, tokenOf } from '../../../renderer/views/list/facet.ts'

interface Row {
  readonly cause: string
  readonly work: readonly string[]
}

const facets: readonly Facet<Row>[] = [
  {
    id: 'cause',
    title: 'Cause',
    options: ['moved', 'removed'].map(value => ({ value, label: value })),
    valuesOf: ({ cause }) => [cause],
  },
  {
    id: 'work',
    title: 'Work',
    options: ['open', 'locked'].map(value => ({ value, label: value })),
    valuesOf: ({ work }) => work,
  },
]
const rows = fc.array(
  fc.record({
    cause: fc.constantFrom('moved', 'removed'),
    work: fc.subarray(['open', 'locked']),
  }),
)

describe('the filters', () => {
  it('pass everything while none is ticked, and no more with one more filter', () => {
    fc.assert(
      fc.property(rows, all => {
        const passing = (...chosen: readonly string[]) =>
          all.filter(passesAll(facets, new Set(chosen))).length
        expect(passing()).toBe(all.length)
        expect(passing('cause.moved', 'work.open')).toBeLessThanOrEqual(passing('cause.moved'))
        expect(passing('cause.moved', 'cause.removed')).toBe(all.length)
      }),
    )
  })

  it('count for each option what ticking it alone would list', () => {
    fc.assert(
      fc.property(rows, all => {
        const counts = countsOf(all, facets)
        for (const facet of facets) {
          for (const { value } of facet.options) {
            const token = tokenOf(facet, value)
            expect(counts.get(token) ?? 0).toBe(all.filter(passesAll(facets, new Set([token]))).length)
          }
        }
      }),
    )
  })

  it('count after a change what they count from nothing', () => {
    fc.assert(
      fc.property(
        rows.chain(all => fc.array(fc.shuffledSubarray(all))),
        lists => {
          const count = facetCounter<(typeof lists)[number][number]>()
          for (const list of lists) {
            const counted = [...count(list, facets)].filter(([, rows]) => rows > 0)
            expect(new Map(counted)).toEqual(countsOf(list, facets))
          }
        },
      ),
    )
  })

  it('know nothing of an address that names no filter of theirs', () => {
    expect(passesAll(facets, new Set(['nonsense.x']))({ cause: 'moved', work: [] })).toBe(true)
  })
})
