import fc from 'fast-check'
import { expect, it } from 'vitest'
import { seenForMove } from '../../../shared/commands/apply-allocation-drift.ts'
import { seenForClosing } from '../../../shared/commands/close-service-request.ts'
import type { CommandName } from '../../../shared/commands/commands.ts'
import { destinationOf } from '../../../shared/commands/destination.ts'
import { seenForSettling } from '../../../shared/commands/settle-drift.ts'
import { type CaseGroup, isLive } from '../../../shared/domain/case-group.ts'
import { type DecidedField, decidedFields } from '../../../shared/domain/difference.ts'
import { indexOrganisation } from '../../../shared/domain/organisation-index.ts'
import { aCaseGroup, aLetter, aLock, aRequest } from '../../make/a-case-group.ts'
import { anEnvelope, aReturn, decide, outcomeOf } from '../../make/a-command.ts'
import { aDifference } from '../../make/a-difference.ts'
import { aSpecialistRequest } from '../../make/a-request-command.ts'
import { anAdviceRequest } from '../../make/an-advice-request.ts'
import { anOrganisation, segment } from '../../make/an-organisation.ts'

const organisation = anOrganisation()
const index = indexOrganisation(organisation)
// Those who may do something, so that most steps lead somewhere.
const actors = ['N1-1', 'N1-2', 'N1-lead', 'N1-mgr', 'DNA-1', 'DNA-lead', 'E1-1', 'E1-lead'] as const

const ENFORCEMENT = segment('FS_GB_ENFMT_NO_ELC')

const start = aCaseGroup({
  serviceRequests: [
    aRequest('1', { status: 'Not Started', activities: [] }),
    aRequest('2', { type: 'Compliance check', flipsTo: 'compliant=N' }),
    aSpecialistRequest('DNA-1', { number: '3' as never }),
    aSpecialistRequest(null, { number: '4' as never, status: 'Not Started', activities: [] }),
    anAdviceRequest('DNA-1', { number: '5' as never }),
  ],
  post: [aLetter('p1')],
})

/** As the source has it otherwise, as it is locked, as it belongs elsewhere. */
const starts: readonly CaseGroup[] = [
  start,
  { ...start, lock: aLock() },
  { ...start, compliant: false },
  {
    ...start,
    differences: [aDifference('holder', 'N1-2')],
  },
  {
    ...start,
    differences: [
      aDifference('segment', ENFORCEMENT),
      aDifference('holder', 'E1-1'),
      aDifference('lock', 'on', { sourceLock: aLock() }),
    ],
  },
  {
    ...start,
    lock: aLock(),
    differences: [aDifference('segment', ENFORCEMENT), aDifference('lock', 'off')],
  },
]

const names = [
  'allocate-case-group',
  'answer-advice',
  'apply-allocation-drift',
  'assign-service-request',
  'carry-on',
  'clear-lock',
  'close-service-request',
  'complete-activity',
  'complete-post',
  'create-service-request',
  'reopen-activity',
  'return-to-segment',
  'set-lock',
  'settle-drift',
  'start-service-request',
] as const satisfies readonly CommandName[]

// Oftener, or little would ever be finished, and a lock would be cleared before what drifts is settled.
const finishing = ['complete-activity', 'close-service-request', 'carry-on'] as const

const step = fc.record({
  actor: fc.constantFrom(...actors),
  name: fc.constantFrom(...names, ...finishing, ...finishing, ...finishing, 'settle-drift', 'settle-drift'),
  place: fc.nat(5),
  sequence: fc.integer({ min: 1, max: 5 }),
  who: fc.constantFrom(...actors),
  type: fc.constantFrom('Parentage dispute', 'Compliance check'),
  flipsTo: fc.constantFrom(null, 'compliant=N', 'compliant=Y'),
})
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never

// One by one, and a lock that comes off with the segment.
const settled: readonly (readonly DecidedField[])[] = [
  ['holder'],
  ['lock'],
  ['segment'],
  ['segment', 'lock'],
  decidedFields,
]

/** What he would ask at a desk that has seen the group as it is. */
function envelopeOf(group: CaseGroup, { name, place, sequence, who, type, flipsTo }: Step) {
  const request = group.serviceRequests[place % group.serviceRequests.length]
  if (!request) throw new Error('There is always one.')
  const about = { masterCaseNumber: group.id, request: request.number }
  switch (name) {
    case 'return-to-segment':
      return aReturn(group, group.lock !== null)
    case 'allocate-case-group': {
      const args = { masterCaseNumber: group.id, team: index.staff.get(who as never)?.team, holder: who }
      return anEnvelope(name, args, { team: group.team, holder: group.holder })
    }
    case 'assign-service-request':
      return anEnvelope(name, { ...about, holder: who }, { holder: request.holder })
    case 'close-service-request':
      return anEnvelope(name, { ...about, outcome: 'Found.' }, seenForClosing(request, group, index))
    case 'answer-advice':
      return anEnvelope(name, { ...about, answer: 'Regulation 14.', unanswerable: false }, {}, null)
    case 'apply-allocation-drift':
      return anEnvelope(name, { masterCaseNumber: group.id }, seenForMove(group, index))
    case 'clear-lock': {
      const { since, reviews } = group.lock ?? {}
      const saw = { since, renewals: reviews?.length, destination: destinationOf(group, index).segment }
      return anEnvelope(name, { masterCaseNumber: group.id }, saw)
    }
    case 'set-lock': {
      const args = { category: 'other-client-benefit', reviewOn: '2026-12-10' }
      return anEnvelope(name, { masterCaseNumber: group.id, ...args }, { segment: group.segment })
    }
    case 'settle-drift': {
      const fields = settled[place % settled.length] ?? decidedFields
      const take = sequence > 2 ? 'source' : 'ours'
      return anEnvelope(name, { masterCaseNumber: group.id, fields, take }, seenForSettling(group, fields))
    }
    case 'complete-post':
      return anEnvelope(name, { masterCaseNumber: group.id, post: 'p1' }, {})
    case 'create-service-request': {
      const fields = { type, raisedAgainst: 'rp', case: null, dueOn: '2026-12-24', background: 'Read this.' }
      const flips = type === 'Compliance check' ? flipsTo : null
      return anEnvelope(name, { masterCaseNumber: group.id, ...fields, flipsTo: flips }, {})
    }
    case 'complete-activity':
    case 'reopen-activity':
      return anEnvelope(name, { ...about, sequence }, {})
    default:
      return anEnvelope(name, about, {})
  }
}

function assertSound(group: CaseGroup, before: CaseGroup): void {
  const owner = index.segments.get(group.segment)
  expect(owner?.kind).toBe('case-owning')
  if (group.team !== null) expect(index.teams.get(group.team)?.segment).toBe(group.segment)
  // Nobody of the walk moves, so whoever holds it is of its team.
  if (group.holder !== null) expect(index.staff.get(group.holder)?.team).toBe(group.team)
  for (const request of group.serviceRequests) {
    if (request.status === 'Closed') expect(request.activities.filter(isOpen)).toEqual([])
    if (request.status === 'Closed') expect(request.activities.length).toBeGreaterThan(0)
    if (request.status === 'Not Started') expect(request.activities).toEqual([])
  }
  if (group.holder !== before.holder || group.segment !== before.segment) {
    const owned = group.serviceRequests.filter(
      ({ kind, status }) => kind === 'case-owning' && status !== 'Closed',
    )
    for (const { holder } of owned) expect(holder).toBe(group.holder)
  }
  if (before.lock && group.lock) expect(group.segment).toBe(before.segment)
  expect(isLive(group)).toBe(true)
}

/** What of the source's a settling took. */
function takenBy({ name }: Step, before: CaseGroup, after: CaseGroup): readonly string[] {
  if (name !== 'settle-drift') return []
  return [
    after.segment === ENFORCEMENT && before.segment !== ENFORCEMENT && 'segment taken',
    after.holder !== null && after.holder !== before.holder && 'holder taken',
    before.lock === null && after.lock !== null && 'lock set',
    before.lock !== null && after.lock === null && 'lock taken off',
  ].filter(taken => taken !== false)
}

const isOpen = ({ status }: { readonly status: string }) => status === 'Open'

it('SR-1, SR-2, ALLOC-1: no walk closes a request with open work, parts one from its holder, or leaves a group without a segment', () => {
  const seen = new Set<string>()
  fc.assert(
    fc.property(
      fc.constantFrom(...starts),
      fc.array(step, { minLength: 60, maxLength: 150 }),
      (from, steps) => {
        let group = from
        for (const each of steps) {
          if (each.name === 'create-service-request' && group.serviceRequests.length > 6) continue
          const put = outcomeOf(decide(envelopeOf(group, each), each.actor, group, organisation))
          if (typeof put === 'string') continue
          assertSound(put, group)
          seen.add(each.name)
          if (put.segment !== group.segment) seen.add('moved')
          for (const taken of takenBy(each, group, put)) seen.add(taken)
          group = put
        }
      },
    ),
    { numRuns: 200, seed: 5 },
  )
  // Every kind of step was taken by some walk, or it would have proved nothing.
  expect([...seen].sort()).toEqual(
    [...names, 'moved', 'holder taken', 'lock set', 'lock taken off', 'segment taken'].sort(),
  )
})
