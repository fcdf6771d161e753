import type { BomIndex } from '../../../shared/domain/bom-index.ts'
import { countries, countryNames } from '../../../shared/domain/country-name.ts'
import type { SegmentName } from '../../../shared/domain/ids.ts'
import type { Bom, CaseOwningSegment } from '../../../shared/domain/organisation.ts'

/** A stretch of the map from left to right, in its own units. */
interface Extent {
  readonly x: number
  readonly width: number
}

export interface MapColumn extends Extent {
  readonly title: string
}

/** Where a segment's box stands: its rank says how far down, its regions from where to where. */
export interface MapPlace extends Extent {
  readonly name: SegmentName
  readonly rank: number
}

export interface MapPlaces {
  readonly columns: readonly MapColumn[]
  readonly places: readonly MapPlace[]
}

const GAP = 8

/** A column for each region, Great Britain's first, and a box over all the columns that its segment takes in. */
export function placesOf({ bom, caseOwning }: BomIndex, room: number): MapPlaces {
  const width = columnWidth(bom, room)
  const stretches = new Map<string, Stretch>()
  const columns: MapColumn[] = []
  for (const country of countries) {
    const regions = bom.regions.filter(region => region.country === country).map(({ name }) => name)
    const titles = regions.length === 0 ? [countryNames[country]] : regions
    stretches.set(country, { first: columns.length, last: columns.length + titles.length - 1 })
    for (const title of titles) {
      stretches.set(`${country} ${title}`, { first: columns.length, last: columns.length })
      columns.push({ title, ...extentOf(columns.length, columns.length, width) })
    }
  }
  const owning = [...caseOwning.values()]
  const ranks = [...new Set(owning.map(({ rank }) => rank))]
  return {
    columns,
    places: ranks.flatMap(rank =>
      clustersOf(
        owning.filter(segment => segment.rank === rank),
        segment => stretchOf(segment, stretches),
      ).flatMap(cluster => sharedOut(cluster, width)),
    ),
  }
}

const NARROWEST = 84
const WIDEST = 190

function columnWidth({ regions }: Bom, room: number): number {
  const columns = countries
    .map(country => regions.filter(region => region.country === country).length)
    .reduce((sum, ofCountry) => sum + Math.max(1, ofCountry), 0)
  return Math.max(NARROWEST, Math.min(WIDEST, Math.floor(room / columns) - GAP))
}

interface Stretch {
  readonly first: number
  readonly last: number
}

function extentOf(first: number, last: number, column: number): Extent {
  return { x: first * (column + GAP), width: (last - first + 1) * (column + GAP) - GAP }
}

function stretchOf(
  { country, regions }: CaseOwningSegment,
  stretches: ReadonlyMap<string, Stretch>,
): Stretch {
  const whole = stretches.get(country) ?? { first: 0, last: 0 }
  const named = regions.flatMap(region => stretches.get(`${country} ${region}`) ?? [])
  if (named.length === 0) return whole
  return {
    first: Math.min(...named.map(({ first }) => first)),
    last: Math.max(...named.map(({ last }) => last)),
  }
}

interface Cluster extends Stretch {
  readonly segments: readonly CaseOwningSegment[]
}

/** Segments of a rank whose stretches overlap, because they divide income sources between them, share one. */
function clustersOf(
  segments: readonly CaseOwningSegment[],
  stretchOf: (segment: CaseOwningSegment) => Stretch,
): readonly Cluster[] {
  const clusters: Cluster[] = []
  const fromLeft = segments
    .map(segment => ({ segment, ...stretchOf(segment) }))
    .sort((one, other) => one.first - other.first || one.last - other.last)
  for (const { segment, first, last } of fromLeft) {
    const before = clusters.at(-1)
    if (before && first <= before.last) {
      clusters.splice(-1, 1, {
        first: before.first,
        last: Math.max(before.last, last),
        segments: [...before.segments, segment],
      })
    } else clusters.push({ first, last, segments: [segment] })
  }
  return clusters
}

function sharedOut({ first, last, segments }: Cluster, column: number): readonly MapPlace[] {
  const { x, width } = extentOf(first, last, column)
  const each = (width - GAP * (segments.length - 1)) / segments.length
  return segments.map(({ name, rank }, at) => ({ name, rank, x: x + at * (each + GAP), width: each }))
}
