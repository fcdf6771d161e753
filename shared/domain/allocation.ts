import { type BomIndex, HIGHEST_RANK, LOWEST_RANK, regionOf } from './bom-index.ts'
import { type CaseGroup, type Episode, payingParentOf } from './case-group.ts'
import type { SegmentName } from './ids.ts'
import type { IncomeSource } from './income-source.ts'
import type { Country } from './organisation.ts'
import { postcodeArea } from './postcode.ts'

/** All that decides where a case group belongs, and nothing else (ALLOC-2 to ALLOC-5). */
export interface AllocationFacts {
  readonly segment: SegmentName
  readonly country: string | null
  readonly postcode: string | null
  readonly incomeSource: IncomeSource | null
  readonly sensitive: boolean
  readonly judicialReview: boolean
  readonly phso: boolean
  readonly ice: boolean
  readonly complaint: CaseGroup['complaint']
  readonly appealAccepted: boolean
  readonly complex: boolean
  readonly maintenance: boolean
  readonly compliant: boolean
}

/** Why a group stays where it is, whatever its rank (ALLOC-8). */
export type Obstacle = 'no-postcode' | 'postcode-in-no-region' | 'no-non-uk-segment'

export interface Allocation {
  readonly rank: number
  /** Null: it cannot be allocated and stays where it is. */
  readonly segment: SegmentName | null
  readonly obstacle: Obstacle | null
}

const isOpen = (episode: Episode) => episode.openedOn !== null && episode.closedOn === null

export function allocationFacts(group: CaseGroup): AllocationFacts {
  const { country, postcode } = payingParentOf(group)
  return {
    segment: group.segment,
    country,
    postcode,
    incomeSource: group.incomeSource,
    sensitive: group.sensitive,
    judicialReview: isOpen(group.judicialReview),
    phso: isOpen(group.phso),
    ice: isOpen(group.ice),
    complaint: group.complaint,
    appealAccepted: group.appeal === 'accepted',
    complex: group.complex,
    maintenance: group.stage === 'maintenance' || group.reachedMaintenance,
    compliant: group.compliant,
  }
}

/** Whether the trigger of a rank holds (BOM-3). Non-compliance counts only at stage maintenance. */
export function holds(rank: number, facts: AllocationFacts): boolean {
  switch (rank) {
    case 1:
      return facts.sensitive
    case 2:
      return facts.judicialReview
    case 3:
      return facts.phso
    case 4:
      return facts.ice
    case 5:
      return facts.complaint === 'review'
    case 6:
      return facts.appealAccepted
    case 7:
      return facts.complex
    case 8:
      return facts.complaint === 'unresolved' && !facts.compliant && facts.maintenance
    case 9:
      return !facts.compliant && facts.maintenance
    case 10:
      return facts.complaint === 'unresolved'
    case 11:
      return facts.maintenance
    case 12:
      return !facts.maintenance
    default:
      return false
  }
}

/** Where the paying parent counts as living (ALLOC-2, ALLOC-8). */
export type Residence =
  | { readonly kind: 'region'; readonly country: Country; readonly region: string }
  | { readonly kind: 'outside-uk' }
  | { readonly kind: 'unknown'; readonly obstacle: 'no-postcode' | 'postcode-in-no-region' }

const outsideUk: Residence = { kind: 'outside-uk' }
const noPostcode: Residence = { kind: 'unknown', obstacle: 'no-postcode' }
const noRegion: Residence = { kind: 'unknown', obstacle: 'postcode-in-no-region' }

// A residence object per region would be made a million times a second; one of each is enough.
const residences = new WeakMap<object, Residence>()

export function residenceOf(
  { country, postcode }: Pick<AllocationFacts, 'country' | 'postcode'>,
  bom: BomIndex,
): Residence {
  if (country !== null && country !== 'GB' && country !== 'NI') return outsideUk
  if (postcode === null) return noPostcode
  const area = postcodeArea(postcode)
  if (area === 'GY' || area === 'JE' || area === 'IM') return outsideUk
  const region = regionOf(postcode, bom)
  if (!region) return noRegion
  const known = residences.get(region)
  if (known) return known
  const residence: Residence = { kind: 'region', country: region.country, region: region.name }
  residences.set(region, residence)
  return residence
}

/**
 * Where a case group belongs: the highest rank whose trigger holds (ALLOC-4). The same facts and the
 * same BOM give the same answer everywhere (ALLOC-11); `explainAllocation` says why.
 */
export function allocate(facts: AllocationFacts, bom: BomIndex): Allocation {
  const residence = residenceOf(facts, bom)
  const country = residence.kind === 'region' ? residence.country : presentCountry(facts, bom)
  const rank = rankOf(facts, bom, residence.kind === 'outside-uk' ? null : country)
  switch (residence.kind) {
    case 'region':
      return inRegion(rank, residence.region, facts.incomeSource ?? 'none', bom)
    case 'outside-uk':
      return outside(rank, country, bom)
    case 'unknown':
      return rank === HIGHEST_RANK
        ? ofPresentCountry(country, bom)
        : { rank, segment: null, obstacle: residence.obstacle }
  }
}

/** Ranks that a country lacks are skipped (BOM-5); outside the UK any country's will do. */
export function hasRank(rank: number, country: Country | null, { ranksOfCountry }: BomIndex): boolean {
  if (country !== null) return ranksOfCountry[country].has(rank)
  return ranksOfCountry.GB.has(rank) || ranksOfCountry.NI.has(rank)
}

function rankOf(facts: AllocationFacts, bom: BomIndex, country: Country | null): number {
  for (let rank = 1; rank < LOWEST_RANK; rank++) {
    if (holds(rank, facts) && hasRank(rank, country, bom)) return rank
  }
  return LOWEST_RANK
}

/** The country of the segment it sits in; GB where that segment is no longer in the BOM. */
export function presentCountry(facts: AllocationFacts, { caseOwning }: BomIndex): Country {
  return caseOwning.get(facts.segment)?.country ?? 'GB'
}

function inRegion(rank: number, region: string, source: IncomeSource, { takers }: BomIndex): Allocation {
  const segment = takers[rank]?.get(region)?.get(source)
  return segment
    ? { rank, segment: segment.name, obstacle: null }
    : { rank, segment: null, obstacle: 'postcode-in-no-region' }
}

// Nobody outside Special Client Records would see a rank 1 group that stayed where it is (LOCK-4, ACC-3).
function outside(rank: number, country: Country, bom: BomIndex): Allocation {
  const segment = bom.nonUk.get(rank)
  if (segment) return { rank, segment: segment.name, obstacle: null }
  return rank === HIGHEST_RANK
    ? ofPresentCountry(country, bom)
    : { rank, segment: null, obstacle: 'no-non-uk-segment' }
}

function ofPresentCountry(country: Country, { caseOwning }: BomIndex): Allocation {
  for (const segment of caseOwning.values()) {
    if (segment.rank === 1 && segment.country === country)
      return { rank: 1, segment: segment.name, obstacle: null }
  }
  return { rank: 1, segment: null, obstacle: 'no-postcode' }
}

export interface Placement extends Allocation {
  /** It would move now: it belongs elsewhere and nothing holds it. */
  readonly wouldMove: boolean
  /** It would move, but for the lock. */
  readonly heldByLock: boolean
}

/** Where a group belongs, and whether it would go there now. Rank 1 overrules the lock (LOCK-4). */
export function placementOf(group: CaseGroup, bom: BomIndex): Placement {
  const allocation = allocate(allocationFacts(group), bom)
  const elsewhere =
    allocation.segment !== null && allocation.segment !== group.segment && group.status !== 'Closed'
  const held = elsewhere && group.lock !== null && allocation.rank !== 1
  return { ...allocation, wouldMove: elsewhere && !held, heldByLock: held }
}
