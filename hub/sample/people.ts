import { type Address, type AddressKind, drawAddress } from './addresses.ts'
import { drawName, drawTitle, type Gender, type Name } from './names.ts'
import type { Home } from './places.ts'
import type { Random } from './random.ts'
import type { Desk } from './staff.ts'
import type { Row } from './tables.ts'

export interface Person {
  readonly scin: string
  readonly name: Name
  readonly address: Address
  readonly sensitive: boolean
  readonly row: Row<'people'>
}

interface PersonWanted {
  readonly gender: Gender
  readonly address: AddressKind
  readonly nearby: Home | undefined
  readonly sensitive: boolean
  /** The last name of the other parent, which some share. */
  readonly last?: string
}

export function drawPerson(wanted: PersonWanted, { random, numbers }: Desk): Person {
  const address = drawAddress(wanted.address, wanted.nearby, random)
  const drawn = drawName(wanted.gender, address.place?.home, random)
  const name = wanted.last === undefined ? drawn : { ...drawn, last: wanted.last }
  const scin = numbers.scin()
  const nino = numbers.nino()
  const row: Row<'people'> = {
    scin,
    title: drawTitle(wanted.gender, random),
    first_name: name.first,
    middle_name: name.middle,
    last_name: name.last,
    nino: random.chance(0.03) ? '' : nino,
    address_line_1: address.lines[0],
    address_line_2: address.lines[1],
    town: address.town,
    postcode: address.postcode,
    country: address.country,
    nationally_sensitive: wanted.sensitive ? 'Y' : 'N',
    representative_name: random.chance(0.025) ? representative(address, random) : '',
  }
  return { scin, name, address, sensitive: wanted.sensitive, row }
}

function representative({ town, place }: Address, random: Random): string {
  const name = () => drawName(random.chance(0.5) ? 'woman' : 'man', place?.home, random)
  const kind = random.next()
  if (kind < 0.3) return `Citizens Advice ${town}`
  if (kind < 0.6) return `${name().last}, ${name().last} & Co`
  const friend = name()
  return `${friend.first} ${friend.last}`
}

/** People who may turn up again in a later case group: only the latest ones, so that memory stays flat. */
export interface Acquaintances {
  readonly payers: Person[]
  readonly receivers: Person[]
  readonly sensitive: Person[]
}

const mostRemembered = 100

export function remember(people: Person[], person: Person): void {
  people.push(person)
  if (people.length > mostRemembered) people.shift()
}

export function recall(people: Person[], random: Random): Person | undefined {
  return people.length === 0 ? undefined : random.pick(people)
}

/** Recalls somebody for good: nobody is the paying parent of two case groups (ALLOC-1). */
export function takeAway(people: Person[], random: Random): Person | undefined {
  return people.splice(random.int(0, Math.max(0, people.length - 1)), 1)[0]
}
