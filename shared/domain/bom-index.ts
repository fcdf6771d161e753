import type { SegmentName } from './ids.ts'
import { type IncomeSource, incomeSources } from './income-source.ts'
import type { Bom, CaseOwningSegment, Country, FunctionallyUniqueSegment, Region } from './organisation.ts'
import { outwardCode, postcodeArea } from './postcode.ts'

export const HIGHEST_RANK = 1
export const LOWEST_RANK = 12

/** The segment of one rank and region for each income source. */
type Takers = ReadonlyMap<IncomeSource, CaseOwningSegment>

interface AreaRegions {
  /** The region of the area, but for its districts. */
  whole: Region | undefined
  /** The regions of districts that are named themselves; null: none is. */
  districts: Map<string, Region> | null
}

export interface BomIndex {
  readonly bom: Bom
  /** By rank, then region name. Index 0 is unused. */
  readonly takers: readonly ReadonlyMap<string, Takers>[]
  /** The segment of a rank that takes paying parents outside the UK. */
  readonly nonUk: ReadonlyMap<number, CaseOwningSegment>
  readonly caseOwning: ReadonlyMap<SegmentName, CaseOwningSegment>
  readonly functionallyUnique: readonly FunctionallyUniqueSegment[]
  /** By the letters that a postcode starts with. */
  readonly areas: ReadonlyMap<string, AreaRegions>
  readonly ranksOfCountry: Readonly<Record<Country, ReadonlySet<number>>>
}

/** The BOM arranged for looking up; expects one that `faultsOfBom` finds nothing wrong with. */
export function indexBom(bom: Bom): BomIndex {
  const owning = bom.segments.filter(segment => segment.kind === 'case-owning')
  const ranks = Array.from({ length: LOWEST_RANK + 1 }, (_, rank) => rank)
  return {
    bom,
    takers: ranks.map(rank => takersOfRank(rank, owning, bom.regions)),
    nonUk: new Map(owning.filter(segment => segment.nonUk).map(segment => [segment.rank, segment])),
    caseOwning: new Map(owning.map(segment => [segment.name, segment])),
    functionallyUnique: bom.segments.filter(segment => segment.kind === 'functionally-unique'),
    areas: areasOf(bom.regions),
    ranksOfCountry: { GB: ranksOf('GB', owning), NI: ranksOf('NI', owning) },
  }
}

function areasOf(regions: readonly Region[]): ReadonlyMap<string, AreaRegions> {
  const areas = new Map<string, AreaRegions>()
  for (const region of regions) {
    for (const prefix of region.prefixes) {
      const name = postcodeArea(prefix)
      const area = areas.get(name) ?? { whole: undefined, districts: null }
      areas.set(name, area)
      if (prefix === name) area.whole = region
      else area.districts = (area.districts ?? new Map()).set(prefix, region)
    }
  }
  return areas
}

function ranksOf(country: Country, owning: readonly CaseOwningSegment[]): Set<number> {
  return new Set(owning.filter(segment => segment.country === country).map(segment => segment.rank))
}

function takersOfRank(
  rank: number,
  owning: readonly CaseOwningSegment[],
  regions: readonly Region[],
): Map<string, Takers> {
  const ofRank = owning.filter(segment => segment.rank === rank)
  return new Map(
    regions.map(region => {
      const covering = ofRank.filter(segment => covers(segment, region))
      return [region.name, takersBySource(covering)]
    }),
  )
}

/** Whether a segment's area takes in the region: named, or the whole of its country. */
export function covers(segment: CaseOwningSegment | FunctionallyUniqueSegment, region: Region): boolean {
  if (segment.country !== region.country) return false
  return segment.regions.length === 0 || segment.regions.includes(region.name)
}

function takersBySource(covering: readonly CaseOwningSegment[]): Takers {
  const takers = new Map<IncomeSource, CaseOwningSegment>()
  for (const source of incomeSources) {
    const [taker] = takersOf(source, covering)
    if (taker) takers.set(source, taker)
  }
  return takers
}

/** Who takes a source: those that name it; where none does, those that name none (ALLOC-3). */
export function takersOf(
  source: IncomeSource,
  covering: readonly CaseOwningSegment[],
): readonly CaseOwningSegment[] {
  const named = covering.filter(segment => segment.incomeSources.includes(source))
  return named.length > 0 ? named : covering.filter(segment => segment.incomeSources.length === 0)
}

/** The region of a postcode: its district's, else its area's (`CH5` beats `CH`). */
export function regionOf(postcode: string, { areas }: BomIndex): Region | undefined {
  const area = areas.get(postcodeArea(postcode))
  if (!area?.districts) return area?.whole
  const outward = outwardCode(postcode)
  return area.districts.get(outward) ?? undistricted(outward, area.districts) ?? area.whole
}

// London's EC1A, W1A and their like: the district without its last letter.
function undistricted(outward: string, districts: ReadonlyMap<string, Region>): Region | undefined {
  return /[A-Z]$/.test(outward) ? districts.get(outward.slice(0, -1)) : undefined
}
