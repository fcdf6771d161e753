import { type Home, homes, places } from './places.ts'
import type { Row } from './tables.ts'

export type Country = 'GB' | 'NI'

/** One or more neighbouring homes that the service runs as one. */
export interface Region {
  readonly name: string
  readonly code: string
  readonly country: Country
  readonly homes: readonly Home[]
  readonly weight: number
}

export const fewestRegions = 2
export const mostRegions = homes.length

/** Great Britain from north to south, cut into pieces of about the same population, and Northern Ireland. */
export function regionsOf(count: number): Region[] {
  const british = homes.filter(({ home }) => home !== 'NI')
  const northernIrish = homes.filter(({ home }) => home === 'NI')
  return [...pieces(british, count - 1).map(piece => region('GB', piece)), region('NI', northernIrish)]
}

export function regionRow(region: Region): Row<'regions'> {
  const prefixes = places
    .filter(place => region.homes.includes(place.home))
    .filter(place => !place.overBorder || !holdsArea(region, place.area))
    .flatMap(place =>
      place.overBorder ? place.districts.map(district => place.area + district) : [place.area],
    )
  return { region: region.name, country: region.country, postcode_prefixes: prefixes.join(';') }
}

function holdsArea(region: Region, area: string): boolean {
  return places.some(place => place.area === area && !place.overBorder && region.homes.includes(place.home))
}

type Homes = typeof homes

function pieces(all: Homes, count: number): Homes[] {
  if (count === 1) return [all]
  const target = weightOf(all) / count
  let size = 1
  while (all.length - size > count - 1 && isNearer(all, size + 1, size, target)) size += 1
  return [all.slice(0, size), ...pieces(all.slice(size), count - 1)]
}

function isNearer(all: Homes, more: number, fewer: number, target: number): boolean {
  return Math.abs(weightOf(all.slice(0, more)) - target) < Math.abs(weightOf(all.slice(0, fewer)) - target)
}

function region(country: Country, piece: Homes): Region {
  return {
    name: piece.length === homes.length - 1 ? 'Great Britain' : joined(piece.map(({ name }) => name)),
    code:
      country === 'NI'
        ? 'NOIR'
        : piece.length === homes.length - 1
          ? 'GRBR'
          : piece.map(({ home }) => home).join(''),
    country,
    homes: piece.map(({ home }) => home),
    weight: weightOf(piece),
  }
}

function joined(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}

function weightOf(piece: Homes): number {
  return piece.reduce((sum, { weight }) => sum + weight, 0)
}
