import {
  type Allocation,
  type AllocationFacts,
  allocate,
  allocationFacts,
  hasRank,
  holds,
  type Obstacle,
  presentCountry,
  residenceOf,
} from '../domain/allocation.ts'
import { type BomIndex, HIGHEST_RANK, LOWEST_RANK } from '../domain/bom-index.ts'
import { type CaseGroup, isLive } from '../domain/case-group.ts'
import { countryNames } from '../domain/country-name.ts'
import type { Country } from '../domain/organisation.ts'
import type { OrganisationIndex } from '../domain/organisation-index.ts'
import { londonDate } from '../domain/time.ts'
import { longDate } from './date-words.ts'
import { segmentTitle } from './names.ts'
import { rankFact } from './rank-fact.ts'
import { rankName } from './rank-name.ts'

export interface Rung {
  readonly rank: number
  readonly name: string
  /** `outranked`: its trigger holds too, but a higher rank decides. `skipped`: the country has no such segment. */
  readonly verdict: 'decides' | 'outranked' | 'no' | 'skipped'
  readonly fact: string
}

/** Why a group is where it is (ALLOC-10): one sentence, then every rank with the fact it turns on. */
export interface Explanation {
  readonly allocation: Allocation
  readonly sentence: string
  /** What the lock changes; null where there is none. */
  readonly lockSentence: string | null
  readonly residence: string
  readonly rungs: readonly Rung[]
}

export function explainAllocation(group: CaseGroup, index: OrganisationIndex): Explanation {
  const facts = allocationFacts(group)
  const allocation = allocate(facts, index.bom)
  return {
    allocation,
    sentence: sentenceOf(group, allocation, index),
    lockSentence: lockSentenceOf(group, allocation, index),
    residence: residenceWords(facts, index.bom),
    rungs: rungsOf(group, facts, allocation, index.bom),
  }
}

function rungsOf(
  group: CaseGroup,
  facts: AllocationFacts,
  { rank: deciding }: Allocation,
  bom: BomIndex,
): readonly Rung[] {
  const country = countryOf(facts, bom)
  const rungs: Rung[] = []
  for (let rank = HIGHEST_RANK; rank <= LOWEST_RANK; rank++) {
    const verdict = verdictOf(rank, deciding, facts, country, bom)
    const fact = rankFact(rank, group)
    const skipped = `${countryName(country)} has no such segment${holds(rank, facts) ? `, though ${fact}` : ''}`
    rungs.push({ rank, name: rankName(rank, bom), verdict, fact: verdict === 'skipped' ? skipped : fact })
  }
  return rungs
}

const countryName = (country: Country | null) => countryNames[country ?? 'GB']

function verdictOf(
  rank: number,
  deciding: number,
  facts: AllocationFacts,
  country: Country | null,
  bom: BomIndex,
): Rung['verdict'] {
  if (rank === deciding) return 'decides'
  if (!hasRank(rank, country, bom)) return 'skipped'
  return holds(rank, facts) ? 'outranked' : 'no'
}

function countryOf(facts: AllocationFacts, bom: BomIndex): Country | null {
  const residence = residenceOf(facts, bom)
  if (residence.kind === 'outside-uk') return null
  return residence.kind === 'region' ? residence.country : presentCountry(facts, bom)
}

function residenceWords(facts: AllocationFacts, bom: BomIndex): string {
  const residence = residenceOf(facts, bom)
  switch (residence.kind) {
    case 'region':
      return `The paying parent’s postcode ${facts.postcode} is in ${residence.region}.`
    case 'outside-uk':
      return 'The paying parent lives outside the United Kingdom.'
    case 'unknown':
      return `${obstacleWords(residence.obstacle)}.`
  }
}

/** Why it cannot be allocated (ALLOC-8). */
export function obstacleWords(obstacle: Obstacle): string {
  switch (obstacle) {
    case 'no-postcode':
      return 'The paying parent’s postcode is not known'
    case 'postcode-in-no-region':
      return 'The paying parent’s postcode is in no region of the operating model'
    case 'no-non-uk-segment':
      return 'No segment of its rank takes paying parents outside the United Kingdom'
  }
}

function sentenceOf(group: CaseGroup, allocation: Allocation, index: OrganisationIndex): string {
  const here = segmentTitle(group.segment, index)
  const fact = decidingFact(allocation.rank, group)
  if (!isLive(group)) return `Closed. It stays in ${here}; a closed group is never moved.`
  if (allocation.segment === null) {
    const why = allocation.obstacle === null ? 'It cannot be allocated' : obstacleWords(allocation.obstacle)
    return `Stays in ${here}, whatever its rank. ${why}.`
  }
  if (allocation.segment === group.segment) return `In ${here} because ${fact}.`
  return `In ${here}, but it belongs to ${segmentTitle(allocation.segment, index)} because ${fact}.`
}

// Rank 8 says two facts; the others one.
const decidingFact = (rank: number, group: CaseGroup) => rankFact(rank, group).replace('; ', ', and ')

function lockSentenceOf(group: CaseGroup, allocation: Allocation, index: OrganisationIndex): string | null {
  if (!group.lock) return null
  const since = longDate(londonDate(group.lock.since))
  const lock = group.lock.sinceIsFirstSeen ? `A lock, first seen on ${since},` : `A lock since ${since}`
  if (allocation.segment === null) return `${lock} is on, but it could not be allocated elsewhere anyway.`
  if (allocation.segment === group.segment)
    return `${lock} holds nothing back: it would stay here without it.`
  return allocation.rank === HIGHEST_RANK
    ? `${lock} does not hold it: a nationally sensitive group goes to ${segmentTitle(allocation.segment, index)} regardless.`
    : `${lock} keeps it here.`
}
