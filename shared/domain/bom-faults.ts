import { covers, LOWEST_RANK, takersOf } from './bom-index.ts'
import { countries, countryNames } from './country-name.ts'
import { groupBy } from './group-by.ts'
import { type IncomeSource, incomeSources } from './income-source.ts'
import { listWords } from './list-words.ts'
import type { Bom, CaseOwningSegment, Country, Region } from './organisation.ts'
import { postcodeArea } from './postcode.ts'
import { rankTitle } from './rank-title.ts'
import { parseSegmentName } from './segment-name.ts'

/** One thing wrong with a BOM, in a plain sentence. */
export interface BomFault {
  readonly sentence: string
  /** Whose row it is; null: of no single one. */
  readonly about: { readonly kind: 'region' | 'segment'; readonly name: string } | null
}

const ofSegment = (name: string, sentence: string): BomFault => ({
  sentence,
  about: { kind: 'segment', name },
})
const ofRegion = (name: string, sentence: string): BomFault => ({ sentence, about: { kind: 'region', name } })
const ofNone = (sentence: string): BomFault => ({ sentence, about: null })

/** Without these a country's case groups would have nowhere to go (BOM-5). */
const INDISPENSABLE = [1, 11, LOWEST_RANK]

const rankWords = (rank: number) => `rank ${rank} (${rankTitle(rank)})`

/** What is wrong with a BOM; nothing: it can be used (BOM-4, BOM-5). */
export function faultsOfBom(bom: Bom): readonly BomFault[] {
  const owning = bom.segments.filter(segment => segment.kind === 'case-owning')
  return [
    ...nameFaults(bom),
    ...prefixFaults(bom.regions),
    ...regionFaults(bom),
    ...rankFaults(owning),
    ...countryFaults(bom, owning),
    ...bom.regions.flatMap(region => coverageFaults(region, owning)),
  ]
}

function nameFaults({ segments }: Bom): BomFault[] {
  return segments.flatMap(({ name, country }) => {
    const parsed = parseSegmentName(name)
    if (!parsed.ok) return [ofSegment(name, `The segment name ${name} cannot be read: ${parsed.fault}.`)]
    return parsed.parts.country === country
      ? []
      : [ofSegment(name, `The segment name ${name} says ${parsed.parts.country}, its country is ${country}.`)]
  })
}

function prefixFaults(regions: readonly Region[]): BomFault[] {
  const owners = groupBy(
    regions.flatMap(region => region.prefixes.map(prefix => ({ prefix, region }))),
    ({ prefix }) => prefix,
  )
  const twice = [...owners].flatMap(([prefix, [first, ...others]]) =>
    others.map(({ region }) =>
      ofRegion(
        region.name,
        `The postcode prefix ${prefix} is owned by ${first?.region.name} and by ${region.name}.`,
      ),
    ),
  )
  return [...twice, ...regions.flatMap(borderFaults)]
}

// BT is Northern Ireland, every other area Great Britain (ALLOC-2).
function borderFaults({ name, country, prefixes }: Region): BomFault[] {
  const astray = prefixes.filter(prefix => (postcodeArea(prefix) === 'BT') !== (country === 'NI'))
  return astray.map(prefix => ofRegion(name, `The region ${name} is in ${country}, and ${prefix} is not.`))
}

function regionFaults({ regions, segments }: Bom): BomFault[] {
  return segments.flatMap(segment =>
    segment.regions
      .filter(name => !regions.some(region => region.name === name && region.country === segment.country))
      .map(name =>
        ofSegment(
          segment.name,
          `The segment ${segment.name} covers ${name}, which is no region of ${segment.country}.`,
        ),
      ),
  )
}

function rankFaults(owning: readonly CaseOwningSegment[]): BomFault[] {
  const unranked = owning.filter(({ rank }) => !Number.isInteger(rank) || rank < 1 || rank > LOWEST_RANK)
  const nonUk = groupBy(
    owning.filter(segment => segment.nonUk),
    ({ rank }) => rank,
  )
  return [
    ...unranked.map(({ name }) =>
      ofSegment(name, `The segment ${name} owns cases and has no rank from 1 to ${LOWEST_RANK}.`),
    ),
    ...[...nonUk].flatMap(([rank, [first, ...others]]) =>
      others.map(({ name }) =>
        ofSegment(
          name,
          `At ${rankWords(rank)} two segments take paying parents outside the UK: ${first?.name} and ${name}.`,
        ),
      ),
    ),
  ]
}

function countryFaults({ regions, segments }: Bom, owning: readonly CaseOwningSegment[]): BomFault[] {
  if (regions.length + segments.length === 0) return [ofNone('The BOM has neither regions nor segments.')]
  return countries.flatMap(country =>
    INDISPENSABLE.filter(rank => !hasRank(rank, country, owning)).map(rank =>
      ofNone(
        `${countryNames[country]} has no segment of ${rankWords(rank)}, so its case groups could have nowhere to go.`,
      ),
    ),
  )
}

const hasRank = (rank: number, country: Country, owning: readonly CaseOwningSegment[]) =>
  owning.some(segment => segment.rank === rank && segment.country === country)

// Every rank that a country has must take each of its regions and income sources exactly once.
function coverageFaults(region: Region, owning: readonly CaseOwningSegment[]): BomFault[] {
  const ofCountry = groupBy(
    owning.filter(({ country }) => country === region.country),
    ({ rank }) => rank,
  )
  return [...ofCountry].flatMap(([rank, segments]) => {
    const covering = segments.filter(segment => covers(segment, region))
    if (covering.length > 0) return sourceFaults(rank, region, covering)
    return [
      ofRegion(
        region.name,
        `In ${region.name} no segment is of ${rankWords(rank)}, which other regions of ${countryNames[region.country]} have.`,
      ),
    ]
  })
}

function sourceFaults(rank: number, region: Region, covering: readonly CaseOwningSegment[]): BomFault[] {
  const byTakers = groupBy(incomeSources, source =>
    takersOf(source, covering)
      .map(({ name }) => name)
      .join('\n'),
  )
  return [...byTakers].flatMap(([names, sources]) => {
    const takers = names === '' ? [] : names.split('\n')
    return takers.length === 1 ? [] : [sourceFault(rank, region, sources, takers)]
  })
}

function sourceFault(
  rank: number,
  { name }: Region,
  sources: readonly IncomeSource[],
  takers: readonly string[],
): BomFault {
  const told = sourceWords(sources)
  const last = takers.at(-1)
  if (last === undefined) return ofRegion(name, `In ${name} no segment of ${rankWords(rank)} takes ${told}.`)
  const number = takers.length === 2 ? 'two' : takers.length
  return ofSegment(
    last,
    `In ${name} ${number} segments of ${rankWords(rank)} take ${told}: ${listWords(takers)}.`,
  )
}

function sourceWords(sources: readonly IncomeSource[]): string {
  if (sources.length === incomeSources.length) return 'every income source'
  return `the income source${sources.length === 1 ? '' : 's'} ${listWords(sources)}`
}
