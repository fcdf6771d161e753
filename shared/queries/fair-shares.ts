import type { CaseGroup } from '../domain/case-group.ts'
import type { MasterCaseNumber, StaffNumber, TeamId } from '../domain/ids.ts'
import { isOpenRequest } from '../domain/open-work.ts'
import type { OrganisationIndex } from '../domain/organisation-index.ts'
import { absenceOf } from '../domain/standing-in.ts'
import type { PlainDate } from '../domain/time.ts'
import { numberWords } from './date-words.ts'
import type { Load } from './team-load.ts'
import type { Viewpoint } from './viewpoint.ts'

/** A group that is to be given to somebody. */
export interface Portion {
  readonly id: MasterCaseNumber
  /** What it adds to a person's hand. */
  readonly weight: number
  /** Who has it now: he does not get it again, and is rid of it. */
  readonly holder: StaffNumber | null
  /** Only this team's people may have it; null: anybody here. */
  readonly team: TeamId | null
  /** Only a nominated person may have it (ACC-3). */
  readonly sensitive: boolean
}

/** Somebody who is there to take some. */
export interface Sharer {
  readonly staff: StaffNumber
  readonly team: TeamId
  /** Groups and open service requests in hand. */
  readonly inHand: number
  readonly scrNominated: boolean
}

export interface Share {
  readonly id: MasterCaseNumber
  /** Null: nobody who is there may have it. */
  readonly to: Sharer | null
  readonly why: string
}

/** A group counts one, and one for each open case-owning request: those go with it (SR-1), so the table of loads adds up. */
export function portionOf(group: CaseGroup, view: Viewpoint): Portion {
  const following = group.serviceRequests.filter(
    request => request.kind === 'case-owning' && isOpenRequest(request),
  )
  const { id, holder, sensitive } = group
  const team = view.kind === 'segment' ? null : group.team
  return { id, weight: 1 + following.length, holder, team, sensitive }
}

/** Caseworkers of those listed who are there today: nobody who left or is away gets anything (TEAM-2). */
export function sharersOf(
  loads: readonly Load[],
  index: OrganisationIndex,
  today: PlainDate,
): readonly Sharer[] {
  return loads
    .filter(({ standing, staff }) => standing === 'works-here' && staff.roles.includes('caseworker'))
    .filter(({ staff }) => staff.access === 'active' && !absenceOf(staff.number, index, today))
    .map(({ staff, team, groups, openRequests }) => ({
      staff: staff.number,
      team,
      inHand: groups + openRequests,
      scrNominated: staff.scrNominated,
    }))
}

/**
 * Spreads groups over those who are there: each goes to whoever may have it and has the least in hand by then, those
 * that few may have first, then the heaviest. The order in which they were selected changes nothing.
 */
export function fairShares(portions: readonly Portion[], sharers: readonly Sharer[]): readonly Share[] {
  const people = sharers.toSorted((a, b) => (a.staff < b.staff ? -1 : 1))
  const hands = new Map(people.map(person => [person.staff, person.inHand]))
  const add = (staff: StaffNumber, weight: number) => {
    const before = hands.get(staff)
    if (before !== undefined) hands.set(staff, before + weight)
  }
  // Whoever nobody can take a group from keeps it, and its weight.
  const leaves = portions.filter(portion => people.some(person => mayHave(person, portion)))
  for (const { holder, weight } of leaves) if (holder !== null) add(holder, -weight)
  return portions.toSorted(hardestFirst).map(portion => {
    const may = people.filter(person => mayHave(person, portion))
    const to = leastOf(may, hands)
    if (!to) return { id: portion.id, to: null, why: whyNobody(portion, people) }
    const before = hands.get(to.staff) ?? 0
    add(to.staff, portion.weight)
    return { id: portion.id, to, why: whyHim(portion, before, may.length) }
  })
}

/** Whether a person may be given the group at all. */
export function mayHave({ staff, team, scrNominated }: Sharer, portion: Portion): boolean {
  if (portion.sensitive && !scrNominated) return false
  return staff !== portion.holder && (portion.team === null || portion.team === team)
}

function leastOf(people: readonly Sharer[], hands: ReadonlyMap<StaffNumber, number>): Sharer | undefined {
  let least: Sharer | undefined
  for (const person of people) {
    if (!least || (hands.get(person.staff) ?? 0) < (hands.get(least.staff) ?? 0)) least = person
  }
  return least
}

function hardestFirst(a: Portion, b: Portion): number {
  if (a.sensitive !== b.sensitive) return a.sensitive ? -1 : 1
  return b.weight - a.weight || (a.id < b.id ? -1 : 1)
}

function whyHim({ weight, sensitive }: Portion, before: number, choice: number): string {
  const among = choice === 1 ? 'the only one who may have it' : `the least of ${numberWords(choice)}`
  const nominated = sensitive ? 'Nationally sensitive, so for nominated people only. ' : ''
  return `${nominated}Has ${numberWords(before)} in hand, ${among}; ${numberWords(before + weight)} with it.`
}

function whyNobody(portion: Portion, people: readonly Sharer[]): string {
  const hasHolder = people.some(person => mayHave(person, { ...portion, holder: null }))
  if (portion.sensitive)
    return `Nationally sensitive, and no ${hasHolder ? 'other ' : ''}nominated caseworker is there today.`
  return hasHolder
    ? 'Nobody but its present holder may have it today.'
    : 'No caseworker who may have it is there today.'
}

/** How the shares are counted, to be shown beside them. */
export const shareRule = `A case group counts one, and one more for each open service request that goes with it. Each goes to whoever has the least in hand by then; nobody who is away gets any.`
