import { type BomIndex, covers } from '../domain/bom-index.ts'
import { countryNames } from '../domain/country-name.ts'
import { groupBy } from '../domain/group-by.ts'
import { type IncomeSource, incomeSources } from '../domain/income-source.ts'
import { listWords } from '../domain/list-words.ts'
import type { CaseOwningSegment } from '../domain/organisation.ts'

/** What a segment takes of its rank: the same income sources in each of these regions. */
export interface Share {
  readonly regions: readonly string[]
  readonly wholeCountry: boolean
  readonly sources: readonly IncomeSource[]
}

/** Which regions and income sources come to a segment, as allocation looks them up (ALLOC-3). */
export function sharesOf(segment: CaseOwningSegment, { bom, takers }: BomIndex): readonly Share[] {
  const sourcesIn = (region: string) => {
    const ofRegion = takers[segment.rank]?.get(region)
    return incomeSources.filter(source => ofRegion?.get(source)?.name === segment.name)
  }
  const covered = bom.regions.filter(region => covers(segment, region)).map(({ name }) => name)
  const inCountry = bom.regions.filter(({ country }) => country === segment.country).length
  const alike = groupBy(covered, region => sourcesIn(region).join(' '))
  return [...alike.values()].flatMap(regions => {
    const sources = sourcesIn(regions[0] ?? '')
    return sources.length === 0 ? [] : [{ regions, wholeCountry: regions.length === inCountry, sources }]
  })
}

/** `All of Great Britain`, `North West and Midlands: self-employed`; the parts of a segment one by one. */
export function shareWords({ country, nonUk }: CaseOwningSegment, shares: readonly Share[]): string[] {
  const words = shares.map(({ regions, wholeCountry, sources }) => {
    const where = wholeCountry ? `all of ${countryNames[country]}` : listWords(regions)
    return sources.length === incomeSources.length ? where : `${where}, ${sourceWords(sources)}`
  })
  return nonUk ? [...words, 'paying parents outside the United Kingdom'] : words
}

function sourceWords(sources: readonly IncomeSource[]): string {
  const noun = sources.length === 1 ? 'income source' : 'income sources'
  return `${noun} ${listWords(sources.map(source => (source === 'none' ? 'none known' : source)))}`
}
