import { describe, expect, it } from 'vitest'
import { indexBom } from '../../../shared/domain/bom-index.ts'
import { sharesOf, shareWords } from '../../../shared/queries/segment-shares.ts'
import { aBom, segment } from '../../make/an-organisation.ts'

const index = indexBom(aBom)
const takes = (name: string) => {
  const found = index.caseOwning.get(segment(name))
  if (!found) throw new Error(`No segment ${name}.`)
  return shareWords(found, sharesOf(found, index))
}

describe('ALLOC-3 what a segment takes of its rank', () => {
  it('a whole country, a region, or what others of the rank leave of the income sources', () => {
    expect(takes('FS_GB_MAINT_CRM')).toEqual(['all of Great Britain'])
    expect(takes('FS_GB_MAINT_SO_MSR')).toEqual(['South'])
    expect(takes('FS_GB_MAINT_NO_MSRSE')).toEqual(['North, income source self-employed'])
    expect(takes('FS_GB_MAINT_NO_MSR')).toEqual([
      'North, income sources employed, benefits, unearned and none known',
    ])
  })

  it('ALLOC-8 and paying parents outside the United Kingdom where the BOM says so', () => {
    expect(takes('FS_GB_ENFMT_SO_ELC')).toEqual(['South', 'paying parents outside the United Kingdom'])
  })

  it('every region and income source of a rank is somebody’s, and nobody else’s', () => {
    for (const [rank, countries] of [7, 9, 11].map(
      each =>
        [each, ['GB', 'NI'].filter(country => index.ranksOfCountry[country as 'GB'].has(each))] as const,
    )) {
      const regions = aBom.regions.filter(({ country }) => countries.includes(country))
      const shares = [...index.caseOwning.values()]
        .filter(each => each.rank === rank)
        .flatMap(each => sharesOf(each, index))
        .flatMap(share => share.regions.flatMap(region => share.sources.map(source => `${region} ${source}`)))
      expect(new Set(shares).size).toBe(shares.length)
      expect(shares).toHaveLength(regions.length * 5)
    }
  })
})
