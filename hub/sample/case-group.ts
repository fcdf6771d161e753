import { factsOf } from './facts.ts'
import type { Organisation } from './organisation.ts'
import { type Acquaintances, drawPerson, type Person, recall, remember, takeAway } from './people.ts'
import { drawPlace } from './places.ts'
import type { Plan } from './plan.ts'
import { type Random, weighted } from './random.ts'
import type { Region } from './regions.ts'
import { type IncomeSource, incomeShares, type Segment } from './segments.ts'
import { type Group, leftDaysAgo, requestsOf } from './service-requests.ts'
import type { Desk, StaffMember } from './staff.ts'
import type { Row, Rows } from './tables.ts'
import type { Team } from './teams.ts'

/** A case group with all that belongs to it. */
export type CaseGroupRows = Pick<
  Rows,
  'people' | 'case_groups' | 'cases' | 'service_requests' | 'activities' | 'post'
>

export interface Office extends Desk {
  readonly organisation: Organisation
  readonly acquaintances: Acquaintances
}

type Marked = 'payer' | 'receiver' | 'case' | 'nothing'

const drawIncome = weighted(incomeShares)
const drawCases = weighted([
  [1, 0.7],
  [2, 0.2],
  [3, 0.07],
  [4, 0.03],
])

export function caseGroupOf(plan: Plan, office: Office): CaseGroupRows {
  const { random, numbers, organisation, calendar } = office
  const income = drawIncome(random)
  const marked: Marked = plan.rank === 1 ? random.pick(['payer', 'receiver', 'case']) : 'nothing'
  const people: Person[] = []
  const payer = drawPayer(plan, marked, people, office)
  const segment = segmentOf(plan, payer, income, office)
  const seat = seatIn(segment, plan, office)
  const masterCaseNumber = numbers.masterCaseNumber()
  const facts = factsOf(plan.rank, income, random, calendar)
  const opened = openedDaysAgo(facts.stage, seat.left ?? 0, random)
  const parents = drawParents(payer, marked, people, office)
  const group: Group = {
    ...{ masterCaseNumber, facts, plan, payer, parents },
    team: seat.team,
    holder: seat.holder,
    holderLeft: seat.left,
  }
  const { requests, activities } = requestsOf(group, organisation, office)

  return {
    people: people.map(({ row }) => row),
    case_groups: [
      {
        master_case_number: masterCaseNumber,
        title: `${payer.name.last}, ${payer.name.first}`,
        paying_parent_scin: payer.scin,
        segment_name: segment.name,
        team_id: seat.inTeam ? seat.team.id : '',
        assigned_to: seat.holder?.number ?? '',
        assigned_on: seat.holder === undefined ? '' : calendar.date(assignedDaysAgo(seat, opened, random)),
        status: plan.status,
        ...facts,
        item_error_status: itemError(plan, random),
        ...lockOf(plan, seat, opened, office),
      },
    ],
    cases: casesOf(masterCaseNumber, parents, { plan, marked, stage: facts.stage, opened }, office),
    service_requests: requests,
    activities,
    post: postOf(masterCaseNumber, plan, office),
  }
}

/** A case for each receiving parent, and each of them once. */
function drawParents(payer: Person, marked: Marked, people: Person[], office: Office): Group['parents'] {
  return Array.from({ length: drawCases(office.random) }, (_, index) => ({
    caseNumber: office.numbers.caseNumber(),
    receiver: drawReceiver(payer, marked === 'receiver' && index === 0, people, office),
  })).filter(({ receiver }, index, all) => all.findIndex(other => other.receiver === receiver) === index)
}

interface Begun {
  readonly plan: Plan
  readonly marked: Marked
  readonly stage: string
  /** Days ago. */
  readonly opened: number
}

function casesOf(
  masterCaseNumber: string,
  parents: Group['parents'],
  { plan, marked, stage, opened }: Begun,
  { random, calendar }: Office,
): Row<'cases'>[] {
  return parents.map(({ caseNumber, receiver }, index) => ({
    case_number: caseNumber,
    master_case_number: masterCaseNumber,
    receiving_parent_scin: receiver.scin,
    status: caseStatus(plan, stage, random),
    opened_on: calendar.date(index === 0 ? opened : random.int(1, opened)),
    nationally_sensitive: marked === 'case' && index === 0 ? 'Y' : 'N',
  }))
}

function drawPayer(plan: Plan, marked: Marked, people: Person[], office: Office): Person {
  const { random, acquaintances } = office
  const sensitive = marked === 'payer'
  const known = plan.address === 'uk' && !sensitive && random.chance(0.01)
  const receiver = known ? takeAway(acquaintances.receivers, random) : undefined
  if (receiver !== undefined) return receiver
  const gender = random.chance(0.93) ? 'man' : 'woman'
  const payer = drawPerson({ gender, sensitive, address: plan.address, nearby: undefined }, office)
  people.push(payer)
  if (plan.address === 'uk' && !sensitive) remember(acquaintances.payers, payer)
  return payer
}

function drawReceiver(payer: Person, sensitive: boolean, people: Person[], office: Office): Person {
  const { random, acquaintances } = office
  const known = knownReceiver(sensitive, office)
  if (known !== undefined && known !== payer) return known
  const kind = random.next()
  const person = drawPerson(
    {
      gender: payer.name.gender === 'man' ? 'woman' : 'man',
      address: kind < 0.01 ? 'no-postcode' : kind < 0.014 ? 'abroad' : 'uk',
      nearby: random.chance(0.75) ? payer.address.place?.home : undefined,
      sensitive,
      ...(random.chance(0.25) ? { last: payer.name.last } : {}),
    },
    office,
  )
  people.push(person)
  if (sensitive) remember(acquaintances.sensitive, person)
  else if (person.address.place !== undefined) remember(acquaintances.receivers, person)
  return person
}

/** Somebody who receives from two paying parents, or pays in another case group. */
function knownReceiver(sensitive: boolean, { random, acquaintances }: Office): Person | undefined {
  if (sensitive) return random.chance(0.25) ? recall(acquaintances.sensitive, random) : undefined
  const kind = random.next()
  if (kind < 0.025) return recall(acquaintances.receivers, random)
  return kind < 0.031 ? recall(acquaintances.payers, random) : undefined
}

function segmentOf(plan: Plan, payer: Person, income: IncomeSource, office: Office): Segment {
  const { organisation, random } = office
  const place = payer.address.place
  const own = place === undefined ? undefined : organisation.regionAt(place)
  const region = own ?? organisation.regionAt(drawPlace(random))
  const decided = own !== undefined || plan.address === 'abroad'
  const belongs = decided ? organisation.owner(plan.rank, own, income) : undefined
  const here = belongs ?? organisation.owner(plan.rank, region, income)
  const former = plan.elsewhere ? formerSegment(plan.rank, here, region, income, office) : undefined
  const segment = former ?? here
  if (segment === undefined) throw new RangeError(`No segment of rank ${plan.rank} for ${region.name}.`)
  return segment
}

/** Where it was before a fact changed: the paying parent moved house, fell behind, or caught up. */
function formerSegment(
  rank: number,
  present: Segment | undefined,
  region: Region,
  income: IncomeSource,
  { organisation, random }: Office,
): Segment | undefined {
  for (let attempt = 0; attempt < 6; attempt += 1) {
    const movedHouse = rank >= 8 && rank <= 11 && random.chance(0.5)
    const place = movedHouse ? organisation.regionAt(drawPlace(random)) : region
    const former = organisation.owner(
      movedHouse ? rank : random.pick(formerRanks[rank] ?? [9, 11]),
      place,
      income,
    )
    if (former !== undefined && former !== present) return former
  }
  return undefined
}

const formerRanks: Record<number, readonly number[]> = {
  8: [9],
  9: [11],
  10: [11, 12],
  11: [9, 9, 10, 12],
  12: [10],
}

interface Seat {
  readonly team: Team
  /** An unassigned group waits in its team's queue or, where there are several teams, mostly in the segment's. */
  readonly inTeam: boolean
  readonly holder: StaffMember | undefined
  readonly left: number | undefined
}

function seatIn(segment: Segment, plan: Plan, { organisation, random }: Office): Seat {
  const teams = organisation.teamsOf(segment)
  const left = plan.holder === 'departed' ? teams.filter(team => team.departed.length > 0) : []
  const team = random.pick(left.length > 0 ? left : teams)
  if (plan.holder === 'queue') {
    const inTeam = teams.length === 1 || plan.status === 'Closed' || random.chance(0.2)
    return { team, inTeam, holder: undefined, left: undefined }
  }
  if (left.length === 0) return { team, inTeam: true, holder: random.pick(team.caseworkers), left: undefined }
  const holder = random.pick(team.departed)
  return { team, inTeam: true, holder, left: leftDaysAgo(holder) }
}

/** Before he left, if he left; after he came, if he came from another team. */
function assignedDaysAgo({ holder, left }: Seat, opened: number, random: Random): number {
  if (left !== undefined) return random.int(left, Math.max(left, Math.min(opened, left + 600)))
  return random.int(0, Math.min(opened, holder?.moved?.daysAgo ?? 700))
}

function openedDaysAgo(stage: string, atLeast: number, random: Random): number {
  return stage === 'application' ? atLeast + random.int(3, 150) : atLeast + random.int(90, 4_300)
}

function caseStatus(plan: Plan, stage: string, random: Random): string {
  if (plan.status === 'Closed') return 'Closed'
  if (stage === 'application') return 'New Application'
  const kind = random.next()
  return kind < 0.9 ? 'Ongoing' : kind < 0.96 ? 'Arrears Only' : 'New Application'
}

function itemError(plan: Plan, random: Random): string {
  const kind = random.next()
  if (plan.status === 'Closed' || kind > 0.023) return ''
  return kind < 0.013 ? 'Pending Work' : 'Item Error'
}

const lockReasons = [
  'Order for sale before the court; move would lose the hearing date',
  'Deduction order set up, first payment awaited, so keep with enforcement until it arrives',
  'Complaint came in while the liability order hearing is listed',
  'Incident with AAC, retry to follow',
  'Vulnerable client asked for one caseworker while the variation is decided',
  'Bailiff visit booked.\nReview after the visit.',
  'Receiving parent agreed to "no change of hands" until arrears are settled',
  'Parentage test result due; both parents know this caseworker',
] as const

type Lock = Pick<Row<'case_groups'>, 'lock_on' | 'lock_by' | 'lock_since' | 'lock_reason'>

function lockOf(plan: Plan, seat: Seat, opened: number, { random, calendar }: Office): Lock {
  if (!plan.locked) return { lock_on: 'N', lock_by: '', lock_since: '', lock_reason: '' }
  const since = Math.min(opened, 1 + Math.floor(random.next() ** 2 * 400))
  const by = random.chance(0.75) ? (seat.holder ?? seat.team.leader) : seat.team.leader
  return {
    lock_on: 'Y',
    lock_by: random.chance(0.04) ? '' : (by?.number ?? ''),
    lock_since: random.chance(0.04) ? '' : calendar.time(since, random.int(28_800, 64_800)),
    lock_reason: random.chance(0.12) ? '' : random.pick(lockReasons),
  }
}

const subjects = [
  'Letter from paying parent',
  'Letter from receiving parent',
  'Employer reply',
  'Bank reply',
  'MP enquiry',
]

function postOf(masterCaseNumber: string, plan: Plan, { random, numbers, calendar }: Office): Row<'post'>[] {
  return Array.from({ length: plan.post }, () => ({
    post_number: numbers.postNumber(),
    master_case_number: masterCaseNumber,
    received_on: calendar.date(random.int(0, 35)),
    subject: random.pick(subjects),
    status: plan.status !== 'Closed' && random.chance(0.6) ? 'Open' : 'Done',
  }))
}
