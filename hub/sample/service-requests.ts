import { planOf } from '../../shared/domain/request-types.ts'
import type { Facts } from './facts.ts'
import type { Organisation } from './organisation.ts'
import type { Person } from './people.ts'
import type { Plan } from './plan.ts'
import { type Random, weighted } from './random.ts'
import type { Desk, StaffMember } from './staff.ts'
import type { Row } from './tables.ts'
import type { Team } from './teams.ts'

interface Kind {
  /** Calendar days until it is due. */
  readonly days: number
  /** The factor it may change on completion. */
  readonly flips?: (facts: Facts, random: Random) => string
}

const caseOwning: Record<string, Kind> = {
  'Annual review': {
    days: 42,
  },
  'Change of address': {
    days: 14,
  },
  'Change of circumstances': {
    days: 28,
    flips: ({ income_source }) => `income_source=${income_source === 'benefits' ? 'employed' : 'benefits'}`,
  },
  'Payment schedule query': { days: 14 },
  'Compliance check': {
    days: 21,
    flips: ({ compliant }) => `compliant=${compliant === 'Y' ? 'N' : 'Y'}`,
  },
  'Deduction from earnings': {
    days: 56,
  },
  'Complaint reply': {
    days: 15,
    flips: ({ complaint }) => `complaint=${complaint === 'unresolved' ? 'none' : 'unresolved'}`,
  },
  'Dispute of decision': {
    days: 42,
    flips: ({ appeal }) => (appeal === 'accepted' ? 'appeal=none' : 'appeal=lodged'),
  },
  'Shared care query': { days: 28 },
}

const atApplication: Record<string, Kind> = {
  'Trace paying parent': { days: 28 },
  'Initial calculation': {
    days: 28,
    flips: () => 'stage=maintenance',
  },
  'Application check': { days: 14 },
}

const specialistKinds: Record<string, Kind & { readonly weight: number }> = {
  'Missed payment': {
    weight: 20,
    days: 14,
  },
  'Payment trace': {
    weight: 12,
    days: 21,
  },
  Refund: { weight: 8, days: 21 },
  'Parentage dispute': {
    weight: 10,
    days: 70,
  },
  'Asset trace': {
    weight: 8,
    days: 56,
  },
  'Lifestyle inconsistency': {
    weight: 7,
    days: 84,
  },
  'Advice request': { weight: 15, days: 7 },
  'Liability order': {
    weight: 15,
    days: 90,
  },
  'Order for sale': {
    weight: 5,
    days: 180,
  },
}

const drawSpecialistType = weighted(
  Object.entries(specialistKinds).map(([type, { weight }]) => [type, weight] as const),
)

interface Requests {
  readonly requests: Row<'service_requests'>[]
  readonly activities: Row<'activities'>[]
}

export interface Group {
  readonly masterCaseNumber: string
  readonly facts: Facts
  readonly plan: Plan
  readonly team: Team
  readonly holder: StaffMember | undefined
  /** When the holder lost sight of it, in days before the extract. */
  readonly holderLeft: number | undefined
  readonly payer: Person
  readonly parents: readonly { readonly receiver: Person; readonly caseNumber: string }[]
}

export function requestsOf(group: Group, organisation: Organisation, desk: Desk): Requests {
  const result: Requests = { requests: [], activities: [] }
  for (let index = 0; index < group.plan.openRequests; index += 1)
    caseOwningRequest(group, true, result, desk)
  for (let index = 0; index < group.plan.closedRequests; index += 1)
    caseOwningRequest(group, false, result, desk)
  if (group.plan.specialist !== 'none') specialistRequest(group, result, organisation, desk)
  return result
}

function caseOwningRequest(group: Group, open: boolean, result: Requests, desk: Desk): void {
  const { random } = desk
  const kinds = group.facts.stage === 'application' && random.chance(0.7) ? atApplication : caseOwning
  const type = random.pick(Object.keys(kinds))
  const kind = kinds[type]
  if (kind === undefined) return
  const parent = random.pick(group.parents)
  const against = random.chance(0.65) ? group.payer : parent.receiver
  const flips =
    kind.flips !== undefined && random.chance(open ? 0.15 : 0.02) ? kind.flips(group.facts, random) : ''
  add(result, desk, {
    ...{ kind, open, type, flips, against, left: open ? group.holderLeft : undefined },
    group,
    caseNumber: random.chance(0.6) ? parent.caseNumber : '',
    specialist: false,
    holder: open && random.chance(0.006) ? random.pick(group.team.caseworkers) : group.holder,
  })
}

/** It goes where the person it is raised against lives (ALLOC-9), so one without a usable postcode gets none. */
function specialistRequest(group: Group, result: Requests, organisation: Organisation, desk: Desk): void {
  const { random } = desk
  const parent = random.pick(group.parents)
  const candidates = [group.payer, group.payer, parent.receiver].filter(
    person => person.address.place !== undefined,
  )
  if (candidates.length === 0) return
  const against = random.pick(candidates)
  const type = drawSpecialistType(random)
  const kind = specialistKinds[type]
  if (kind === undefined || against.address.place === undefined) return
  const segment = organisation.specialist(type, organisation.regionAt(against.address.place))
  const held = specialistOf(organisation.teamsOf(segment), group.plan, random)
  add(result, desk, {
    ...{ kind, type, against, group, holder: held.holder, left: held.left },
    open: held.left !== undefined || random.chance(0.75),
    flips: '',
    caseNumber: random.chance(0.5) ? parent.caseNumber : '',
    specialist: true,
  })
}

interface Held {
  readonly holder: StaffMember | undefined
  readonly left: number | undefined
}

/** Of a sensitive group it is somebody nominated, unless the group has yet to go to SCR (ALLOC-12). */
function specialistOf(teams: readonly Team[], plan: Plan, random: Random): Held {
  const team = random.pick(teams)
  if (plan.rank === 1 && !plan.elsewhere) {
    return { holder: team.caseworkers.find(member => member.nominated), left: undefined }
  }
  if (plan.specialist === 'queue') return { holder: undefined, left: undefined }
  if (plan.specialist === 'specialist' || team.departed.length === 0) {
    return { holder: random.pick(team.caseworkers), left: undefined }
  }
  const holder = random.pick(team.departed)
  return { holder, left: leftDaysAgo(holder) }
}

export function leftDaysAgo(member: StaffMember): number {
  return Math.max(member.moved?.daysAgo ?? 0, member.accessEnded ?? 0)
}

interface RequestWanted {
  readonly group: Group
  readonly kind: Kind
  readonly type: string
  readonly specialist: boolean
  readonly open: boolean
  readonly against: Person
  readonly caseNumber: string
  readonly holder: StaffMember | undefined
  readonly left: number | undefined
  readonly flips: string
}

function add(result: Requests, { random, numbers, calendar }: Desk, wanted: RequestWanted): void {
  const number = numbers.srNumber()
  const status = wanted.open ? (random.chance(0.3) ? 'Not Started' : 'Started') : 'Closed'
  const created = createdDaysAgo(wanted, random)
  result.requests.push({
    sr_number: number,
    master_case_number: wanted.group.masterCaseNumber,
    case_number: wanted.caseNumber,
    type: wanted.type,
    kind: wanted.specialist ? 'functionally-unique' : 'case-owning',
    status,
    raised_against_scin: wanted.against.scin,
    assigned_to: wanted.holder?.number ?? '',
    created_on: calendar.date(created),
    due_on: random.chance(0.03) ? '' : calendar.date(created - wanted.kind.days - random.int(0, 5)),
    flips_to: wanted.flips,
  })
  const steps = planOf(wanted.type)
  const planned = status !== 'Not Started' || random.chance(0.25)
  const done = status === 'Closed' ? steps.length : status === 'Started' ? random.int(0, steps.length) : 0
  let day = created
  for (const [index, name] of planned ? steps.entries() : []) {
    const isDone = index < done
    day = Math.max(0, day - random.int(0, 4))
    const doneOn = isDone ? calendar.date(day) : ''
    result.activities.push({
      sr_number: number,
      sequence: String(index + 1),
      name,
      status: isDone ? 'Done' : 'Open',
      done_on: doneOn,
    })
  }
}

/** What somebody holds who left was made while he was there. */
function createdDaysAgo({ open, left }: RequestWanted, random: Random): number {
  if (left !== undefined) return left + random.int(0, 40)
  return open ? Math.floor(random.next() ** 2 * 90) : random.int(30, 330)
}
