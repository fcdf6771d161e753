import type { AddressKind } from './addresses.ts'
import { type Random, weighted } from './random.ts'
import { rankShares } from './segments.ts'

/** What kind of case group is wanted; everything else about it is drawn to fit. */
export interface Plan {
  readonly rank: number
  readonly status: 'Active' | 'Suspended' | 'Closed'
  /** The paying parent's address. */
  readonly address: AddressKind
  /** It sits in a segment it no longer belongs to. */
  readonly elsewhere: boolean
  readonly locked: boolean
  readonly holder: 'caseworker' | 'departed' | 'queue'
  readonly openRequests: number
  readonly closedRequests: number
  /** Who holds its functionally unique service request, if it has one. */
  readonly specialist: 'none' | 'specialist' | 'departed' | 'queue'
  readonly post: number
}

const plain: Partial<Plan> = {
  rank: 11,
  status: 'Active',
  address: 'uk',
  elsewhere: false,
  locked: false,
  holder: 'caseworker',
  openRequests: 1,
}

/** Kinds too rare to be sure of in a small sample: every second of the first groups is one of them. */
const planted: readonly Partial<Plan>[] = [
  { ...plain, locked: true, elsewhere: true },
  { ...plain, holder: 'departed', openRequests: 2 },
  { ...plain, specialist: 'departed' },
  { ...plain, rank: 1 },
  { ...plain, address: 'abroad' },
  { ...plain, rank: 9, locked: true },
  { ...plain, address: 'no-postcode' },
  { ...plain, rank: 1, elsewhere: true, locked: true, specialist: 'specialist' },
  { ...plain, rank: 9, elsewhere: true },
  { ...plain, holder: 'queue' },
  { ...plain, status: 'Suspended' },
  { ...plain, status: 'Closed' },
  { ...plain, rank: 12 },
  { ...plain, rank: 10, address: 'abroad' },
  { ...plain, rank: 9, holder: 'departed', locked: true, elsewhere: true },
]

const drawRank = weighted(rankShares)
const drawStatus = weighted<Plan['status']>([
  ['Active', 0.96],
  ['Suspended', 0.02],
  ['Closed', 0.02],
])
const drawAddress = weighted<AddressKind>([
  ['uk', 0.9925],
  ['abroad', 0.005],
  ['no-postcode', 0.0025],
])
const drawHolder = weighted<Plan['holder']>([
  ['caseworker', 0.914],
  ['departed', 0.034],
  ['queue', 0.052],
])
const drawOpen = weighted([
  [0, 0.74],
  [1, 0.13],
  [2, 0.085],
  [3, 0.045],
])
const drawClosed = weighted([
  [0, 0.37],
  [1, 0.35],
  [2, 0.19],
  [3, 0.09],
])
const drawSpecialist = weighted<Plan['specialist']>([
  ['none', 0.935],
  ['specialist', 0.058],
  ['departed', 0.0025],
  ['queue', 0.0045],
])
const drawPost = weighted([
  [0, 0.91],
  [1, 0.075],
  [2, 0.015],
])

export function planOf(index: number, random: Random): Plan {
  const plan = { ...drawPlan(random), ...(index % 2 === 1 ? planted[(index - 1) / 2] : undefined) }
  return plan.status === 'Closed' ? closed(plan) : plan
}

function drawPlan(random: Random): Plan {
  const rank = drawRank(random)
  const locked = random.chance(0.05)
  return {
    rank,
    locked,
    status: drawStatus(random),
    address: drawAddress(random),
    elsewhere: random.chance(locked ? 0.4 : rank === 1 ? 0.15 : 0.025),
    holder: drawHolder(random),
    openRequests: drawOpen(random),
    closedRequests: drawClosed(random),
    specialist: drawSpecialist(random),
    post: drawPost(random),
  }
}

function closed(plan: Plan): Plan {
  return {
    ...plan,
    locked: false,
    elsewhere: false,
    holder: 'queue',
    openRequests: 0,
    closedRequests: Math.max(1, plan.closedRequests),
    specialist: 'none',
  }
}
