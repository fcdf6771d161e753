import { covers, LOWEST_RANK, takersOf } from './bom-index.ts'
import { groupBy } from './group-by.ts'
import { incomeSources } from './income-source.ts'
import type { Bom, CaseOwningSegment, Country, Region } from './organisation.ts'
import { postcodeArea } from './postcode.ts'
import { parseSegmentName } from './segment-name.ts'

/** Without these a country's case groups would have nowhere to go (BOM-5). */
const INDISPENSABLE = [1, 11, LOWEST_RANK]

/** What is wrong with a BOM, each a plain sentence; none: it can be used (BOM-4, BOM-5). */
export function faultsOfBom(bom: Bom): readonly string[] {
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

function nameFaults({ segments }: Bom): string[] {
  return segments.flatMap(({ name, country }) => {
    const parsed = parseSegmentName(name)
    if (!parsed.ok) return [`The segment name ${name} cannot be read: ${parsed.fault}.`]
    return parsed.parts.country === country
      ? []
      : [`The segment name ${name} says ${parsed.parts.country}, its country is ${country}.`]
  })
}

function prefixFaults(regions: readonly Region[]): string[] {
  const owners = groupBy(
    regions.flatMap(region => region.prefixes.map(prefix => ({ prefix, region }))),
    ({ prefix }) => prefix,
  )
  const twice = [...owners].flatMap(([prefix, [first, second]]) =>
    first && second
      ? [`The postcode prefix ${prefix} is owned by ${first.region.name} and by ${second.region.name}.`]
      : [],
  )
  return [...twice, ...regions.flatMap(borderFaults)]
}

// BT is Northern Ireland, every other area Great Britain (ALLOC-2).
function borderFaults({ name, country, prefixes }: Region): string[] {
  const astray = prefixes.filter(prefix => (postcodeArea(prefix) === 'BT') !== (country === 'NI'))
  return astray.map(prefix => `The region ${name} is in ${country}, and ${prefix} is not.`)
}

function regionFaults({ regions, segments }: Bom): string[] {
  return segments.flatMap(segment =>
    segment.regions
      .filter(name => !regions.some(region => region.name === name && region.country === segment.country))
      .map(name => `The segment ${segment.name} covers ${name}, which is no region of ${segment.country}.`),
  )
}

function rankFaults(owning: readonly CaseOwningSegment[]): string[] {
  const unranked = owning.filter(({ rank }) => !Number.isInteger(rank) || rank < 1 || rank > LOWEST_RANK)
  const nonUk = groupBy(
    owning.filter(segment => segment.nonUk),
    ({ rank }) => rank,
  )
  return [
    ...unranked.map(({ name }) => `The segment ${name} owns cases and has no rank from 1 to ${LOWEST_RANK}.`),
    ...[...nonUk].flatMap(([rank, [first, second]]) =>
      first && second
        ? [`Rank ${rank} takes paying parents outside the UK twice: ${first.name} and ${second.name}.`]
        : [],
    ),
  ]
}

function countryFaults({ regions, segments }: Bom, owning: readonly CaseOwningSegment[]): string[] {
  const countries = new Set([...regions, ...segments].map(({ country }) => country))
  if (countries.size === 0) return ['The BOM has neither regions nor segments.']
  return [...countries].flatMap(country =>
    INDISPENSABLE.filter(rank => !hasRank(rank, country, owning)).map(
      rank => `${country} has no segment of rank ${rank}.`,
    ),
  )
}

const hasRank = (rank: number, country: Country, owning: readonly CaseOwningSegment[]) =>
  owning.some(segment => segment.rank === rank && segment.country === country)

// Every rank that a country has must take each of its regions and income sources exactly once.
function coverageFaults(region: Region, owning: readonly CaseOwningSegment[]): string[] {
  const ofCountry = groupBy(
    owning.filter(({ country }) => country === region.country),
    ({ rank }) => rank,
  )
  return [...ofCountry].flatMap(([rank, segments]) => {
    const covering = segments.filter(segment => covers(segment, region))
    if (covering.length === 0) return [`Rank ${rank} leaves ${region.name} uncovered.`]
    return sourceFaults(rank, region, covering)
  })
}

function sourceFaults(rank: number, region: Region, covering: readonly CaseOwningSegment[]): string[] {
  return incomeSources.flatMap(source => {
    const [first, second] = takersOf(source, covering)
    if (!first) return [`Rank ${rank} leaves ${region.name} uncovered for the income source ${source}.`]
    return second
      ? [
          `Rank ${rank} has two segments for ${region.name} and the income source ${source}: ${first.name} and ${second.name}.`,
        ]
      : []
  })
}
