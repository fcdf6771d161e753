import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { groupsIn } from '../../../shared/commands/command.ts'
import type { Envelope } from '../../../shared/commands/envelope.ts'
import { seenForReturn } from '../../../shared/commands/return-to-segment.ts'
import { readsOf } from '../../../shared/commands/run.ts'
import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import { indexOrganisation } from '../../../shared/domain/organisation-index.ts'
import { aCaseGroup, aLock, aRequest } from '../../make/a-case-group.ts'
import { anEnvelope, decide, NOW } from '../../make/a-command.ts'
import { anOrganisation } from '../../make/an-organisation.ts'

const index = indexOrganisation(anOrganisation())

describe('ACC-4 a command on what one may not see', () => {
  it('gets the answer of a number that does not exist', () => {
    const group = aCaseGroup()
    const envelope = anEnvelope(
      'return-to-segment',
      { masterCaseNumber: group.id, clearLock: false },
      seenForReturn(group, index),
    )
    expect(decide(envelope, 'S1-lead', group)).toEqual(decide(envelope, 'S1-lead', undefined))
  })
})

describe('a command that is not understood', () => {
  it.each([
    ['an unknown name', { name: 'delete-everything' }],
    ['wrong types', { args: { masterCaseNumber: 7, clearLock: false } }],
    ['a field too many', { args: { masterCaseNumber: '1', clearLock: false, force: true } }],
    ['a NUL', { args: { masterCaseNumber: '1\u0000', clearLock: false } }],
    ['nothing seen', { saw: null }],
  ])('is refused and reads nothing: %s', (_, change) => {
    const group = aCaseGroup()
    const good = anEnvelope(
      'return-to-segment',
      { masterCaseNumber: group.id, clearLock: false },
      seenForReturn(group, index),
    )
    const bad = { ...good, ...change } as Envelope
    expect(readsOf(bad)).toEqual([])
    expect(decide(bad, 'N1-lead', group)).toMatchObject({ ok: false, refusal: { kind: 'not-understood' } })
  })
})

const anyGroup: fc.Arbitrary<CaseGroup> = fc
  .record({
    holder: fc.constantFrom('N1-1', 'N1-2', 'S1-1', null),
    team: fc.constantFrom('N1', 'N2', null),
    compliant: fc.boolean(),
    sensitive: fc.boolean(),
    locked: fc.boolean(),
    requests: fc.integer({ min: 0, max: 2 }),
  })
  .map(({ locked, requests, ...facts }) =>
    aCaseGroup({
      ...(facts as Partial<CaseGroup>),
      lock: locked ? aLock() : null,
      serviceRequests: Array.from({ length: requests }, (_, at) => aRequest(String(at))),
    }),
  )

/** Any step that anybody might try on a group as he sees it. */
function anyStep(group: CaseGroup, choice: number, clearLock: boolean): Envelope {
  const masterCaseNumber = group.id
  const seen = seenForReturn(group, index)
  if (choice === 0) return anEnvelope('return-to-segment', { masterCaseNumber, clearLock }, seen)
  if (choice === 1) {
    const since = group.lock?.since ?? aLock().since
    const saw = { since, renewals: seen.lockRenewals, destination: seen.destination }
    return anEnvelope('clear-lock', { masterCaseNumber }, saw)
  }
  if (choice === 2) {
    const args = { masterCaseNumber, category: 'other-client-benefit', reviewOn: '2026-12-01' }
    return anEnvelope('set-lock', args, { segment: group.segment })
  }
  if (choice === 3) {
    const args = { masterCaseNumber, keepUntil: '2026-12-09', category: 'other-client-benefit' }
    const saw = { since: group.lock?.since ?? NOW, renewals: group.lock?.reviews.length ?? 0 }
    return anEnvelope('keep-lock', args, saw)
  }
  const [team, holder] = choice === 4 ? ['N1', 'N1-2'] : ['E1', 'E1-1']
  return anEnvelope(
    'allocate-case-group',
    { masterCaseNumber, team, holder },
    { team: group.team, holder: group.holder },
  )
}

const everybody = anOrganisation().staff.map(({ number }) => number)

it('ALLOC-1, LOCK-1: no walk of commands leaves a group with two owners or none, nor moves a locked one', () => {
  const steps = fc.array(fc.tuple(fc.constantFrom(...everybody), fc.nat({ max: 5 }), fc.boolean()), {
    maxLength: 12,
  })
  fc.assert(
    fc.property(anyGroup, steps, (start, walk) => {
      let group = start
      for (const [actor, choice, clearLock] of walk) {
        const decision = decide(anyStep(group, choice, clearLock), actor, group)
        if (!decision.ok) continue
        const [next] = groupsIn(decision.puts)
        if (!next) throw new Error('Accepted without a document.')
        expect(index.bom.caseOwning.has(next.segment)).toBe(true)
        if (next.segment !== group.segment) expect(next.lock).toBeNull()
        if (next.lock !== null && group.lock !== null) expect(next.lock.since).toBe(group.lock.since)
        if (next.holder !== null && next.holder !== group.holder) {
          expect(index.staff.get(next.holder)?.team).toBe(next.team)
        }
        expect(next.history.length).toBeGreaterThan(0)
        group = next
      }
    }),
    { numRuns: 500 },
  )
})
