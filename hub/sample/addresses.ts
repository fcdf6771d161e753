import { drawPlace, drawPlaceIn, type Home, inward, type Place, postcodeIn } from './places.ts'
import type { Random } from './random.ts'

export interface Address {
  readonly lines: readonly [string, string]
  readonly town: string
  readonly postcode: string
  readonly country: string
  /** Where allocation finds it; nothing where it is outside the UK or without a postcode. */
  readonly place: Place | undefined
}

export type AddressKind = 'uk' | 'abroad' | 'no-postcode'

export function drawAddress(kind: AddressKind, nearby: Home | undefined, random: Random): Address {
  if (kind === 'abroad') return random.chance(0.5) ? islandAddress(random) : foreignAddress(random)
  const place = nearby === undefined ? drawPlace(random) : drawPlaceIn(nearby, random)
  const known = kind === 'uk'
  return {
    lines: drawLines(random),
    town: random.pick(place.towns),
    postcode: known ? postcodeIn(place, random) : '',
    country: countryOf(place, random),
    place: known ? place : undefined,
  }
}

function countryOf(place: Place, random: Random): string {
  if (random.chance(0.01)) return ''
  return place.home === 'NI' ? 'NI' : 'GB'
}

const islands = [
  { country: 'JE', town: 'St Helier', area: 'JE', districts: ['1', '2', '3'] },
  { country: 'GG', town: 'St Peter Port', area: 'GY', districts: ['1', '2', '4', '5', '6', '7', '8'] },
  { country: 'IM', town: 'Douglas', area: 'IM', districts: ['1', '2', '3', '4', '5', '6', '7', '8', '9'] },
] as const

function islandAddress(random: Random): Address {
  const island = random.pick(islands)
  return {
    lines: drawLines(random),
    town: island.town,
    postcode: `${island.area}${random.pick(island.districts)} ${inward(random)}`,
    country: island.country,
    place: undefined,
  }
}

const foreignTowns = [
  { country: 'IE', town: 'Dublin', postcode: 'D02 X285', street: 'Dame Street' },
  { country: 'IE', town: 'Letterkenny', postcode: 'F92 VK13', street: 'Ramelton Road' },
  { country: 'ES', town: 'Torrevieja', postcode: '03181', street: 'Calle Ramón Gallud' },
  { country: 'FR', town: 'Bergerac', postcode: '24100', street: "Rue Neuve d'Argenson" },
  { country: 'DE', town: 'Gütersloh', postcode: '33330', street: 'Kökerstraße' },
  { country: 'AU', town: 'Perth', postcode: '6000', street: 'Hay Street' },
  { country: 'US', town: 'Tampa', postcode: '33602', street: 'Ashley Drive' },
  { country: 'PL', town: 'Kraków', postcode: '31-042', street: 'ulica Grodzka' },
  { country: 'AE', town: 'Dubai', postcode: '', street: 'Al Wasl Road' },
] as const

function foreignAddress(random: Random): Address {
  const { street, town, postcode, country } = random.pick(foreignTowns)
  return { lines: [`${random.int(1, 120)} ${street}`, ''], town, postcode, country, place: undefined }
}

const streets =
  `High Street|Station Road|London Road|Church Lane|Church Street|Main Street|Park Road|Victoria Road|Green Lane|Manor Road
Kings Road|Queens Road|New Road|Grange Road|Mill Lane|Chapel Street|Albert Road|School Lane|The Crescent|The Avenue|Park Avenue|Windsor Road
York Road|Springfield Road|George Street|North Street|South Street|West Street|Alexandra Road|Stanley Street|Broadway|Bridge Street
Orchard Close|Meadow View|Hillside Avenue|Beech Grove|Oak Drive|Elm Road|Hawthorn Way|Rowan Close|Cedar Court|Nelson Street|Wellington Road
Bryn Terrace|Glebe Road|St John's Road|St Mary's Close|O'Connell Drive|Abbey Road|Castle Street|Cromwell Road|Cambridge Street`.split(
    /[|\n]/,
  )

const houses = [
  'Rose Cottage',
  'The Old Forge',
  'Hillcrest',
  'Bryn Awel',
  'Tŷ Newydd',
  'Glenview',
  'The Lodge',
  'Ivy House',
]
const blocks = [
  'Nelson House',
  'Jubilee Court',
  'Tower View',
  'Lime Tree Court',
  'Wharf Buildings',
  'Kingsway Point',
]

function drawLines(random: Random): readonly [string, string] {
  const street = `${random.int(1, 240)} ${random.pick(streets)}`
  const kind = random.next()
  if (kind < 0.12) return [`Flat ${random.int(1, 60)}, ${random.pick(blocks)}`, street]
  if (kind < 0.14) return [`"${random.pick(houses)}"`, street]
  if (kind < 0.16) return [`${random.pick(houses)}\n${random.pick(streets)}`, '']
  return [street, '']
}
