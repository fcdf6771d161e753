import {
  type Allocation,
  type AllocationFacts,
  allocate,
  allocationFacts,
  holds,
} from '../domain/allocation.ts'
import { type CaseGroup, isLive } from '../domain/case-group.ts'
import { changeBy, withChange } from '../domain/factor.ts'
import { lowerFirst } from '../domain/list-words.ts'
import { isOpenRequest } from '../domain/open-work.ts'
import type { OrganisationIndex } from '../domain/organisation-index.ts'
import { obstacleWords } from './explanation.ts'
import { segmentTitle } from './names.ts'
import { requestNumber } from './request-number.ts'

/** The same answer on demand for facts that are not so (ALLOC-10). */
export interface WhatIf {
  readonly condition: string
  readonly answer: string
  readonly moves: boolean
}

interface Hypothesis {
  readonly condition: string
  readonly facts: AllocationFacts
}

/** If each marker that is on went, if compliance were otherwise, and what each request changes on completion. */
export function whatIfsOf(group: CaseGroup, index: OrganisationIndex): readonly WhatIf[] {
  if (!isLive(group)) return []
  const facts = allocationFacts(group)
  const now = allocate(facts, index.bom)
  return [...markers(facts), ...completions(group)].map(hypothesis => {
    const then = allocate(hypothesis.facts, index.bom)
    const moves = then.segment !== null && then.segment !== (now.segment ?? group.segment)
    const answer = moves
      ? `it would belong to ${segmentTitle(then.segment, index)}`
      : stayWords(group, now, then)
    return { condition: hypothesis.condition, moves, answer }
  })
}

function stayWords(group: CaseGroup, now: Allocation, then: Allocation): string {
  if (then.segment === null && then.obstacle !== null) {
    const why = lowerFirst(obstacleWords(then.obstacle))
    const stays = now.segment === null ? 'still not be allocatable' : 'not be allocatable and would stay here'
    return `it would ${stays}: ${why}`
  }
  return then.segment === group.segment ? 'it would stay here' : 'it would still belong there'
}

function markers(facts: AllocationFacts): readonly Hypothesis[] {
  const all: readonly (Hypothesis | false)[] = [
    facts.sensitive && { condition: 'If the sensitive marker went', facts: { ...facts, sensitive: false } },
    facts.judicialReview && {
      condition: 'If court action finished',
      facts: { ...facts, judicialReview: false },
    },
    facts.phso && { condition: 'If PHSO were satisfied', facts: { ...facts, phso: false } },
    facts.ice && { condition: 'If ICE were satisfied', facts: { ...facts, ice: false } },
    facts.complaint !== 'none' && {
      condition: 'If the complaint were resolved',
      facts: { ...facts, complaint: 'none' },
    },
    facts.appealAccepted && {
      condition: 'If the appeal had its outcome',
      facts: { ...facts, appealAccepted: false },
    },
    facts.complex && { condition: 'If the complex marker went', facts: { ...facts, complex: false } },
    holds(9, facts) && {
      condition: 'If the paying parent became compliant',
      facts: { ...facts, compliant: true },
    },
    facts.compliant &&
      facts.maintenance && {
        condition: 'If the paying parent became non-compliant',
        facts: { ...facts, compliant: false },
      },
  ]
  return all.filter(hypothesis => hypothesis !== false)
}

// What a request changes takes effect when it completes (ALLOC-6).
function completions(group: CaseGroup): readonly Hypothesis[] {
  return group.serviceRequests.flatMap(request => {
    const change = isOpenRequest(request) ? changeBy(request.flipsTo, group) : null
    if (!change) return []
    const facts = allocationFacts(withChange(group, change))
    return [{ condition: `When ${request.type} ${requestNumber(request)} completes`, facts }]
  })
}

/** What clearing the lock would do now (LOCK-5). */
export function ifUnlocked(group: CaseGroup, index: OrganisationIndex): string {
  const { segment } = allocate(allocationFacts(group), index.bom)
  if (segment === null) return 'It stays here: it cannot be allocated elsewhere.'
  if (segment === group.segment) return 'It stays here, with its holder.'
  return `It goes to ${segmentTitle(segment, index)} at once, unassigned, with its case-owning work and post.`
}
