import { describe, expect, it } from 'vitest'
import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import type { Incident } from '../../../shared/domain/incident.ts'
import { stepOf } from '../../../shared/domain/incident-steps.ts'
import { aCaseGroup, aLock } from '../../make/a-case-group.ts'
import { decide, outcomeOf } from '../../make/a-command.ts'
import {
  anIncident,
  aRaising,
  aStep,
  onlyIncident,
  type StepAsked,
  stepArgs,
  withAac,
} from '../../make/an-incident.ts'

const withOne = (incident: Incident): CaseGroup => aCaseGroup({ incidents: [incident], lock: aLock() })
const names = Object.keys(stepArgs) as StepAsked[]

/** In the first state that the step is taken from. */
function ready(name: StepAsked): CaseGroup {
  const [state = 'consulting'] = stepOf(name).from
  return withOne(anIncident({ state }))
}

const taken = (name: StepAsked, more: object, group = ready(name), issuedAt?: string) => {
  const step = aStep(name, onlyIncident(group), more)
  return outcomeOf(decide(issuedAt ? { ...step, issuedAt } : step, 'N1-1', group))
}

/** Each text that a step asks for. */
const texts = names.flatMap(name =>
  Object.entries(stepArgs[name]).flatMap(([arg, value]) =>
    typeof value === 'string' && !/On$|At$|outcome|retriesBy/.test(arg) ? [[name, arg] as const] : [],
  ),
)

describe('INC-3 to INC-12 bad input: a text that is missing or too long', () => {
  it.each(texts)('%s: %s', (name, arg) => {
    for (const text of ['', '   ', 'x'.repeat(4001), 'with a \u0000 in it'])
      expect(taken(name, { [arg]: text })).toMatch(/^not-understood/)
    const { [arg]: _, ...without } = aStep(name, onlyIncident(ready(name))).args as Record<string, unknown>
    const step = { ...aStep(name, onlyIncident(ready(name))), args: without }
    expect(outcomeOf(decide(step, 'N1-1', ready(name)))).toMatch(/^not-understood/)
  })

  it('of a new one', () => {
    for (const more of [{ description: '' }, { description: 'x'.repeat(4001) }, { checks: {} }])
      expect(outcomeOf(decide(aRaising(more), 'N1-1', withOne(anIncident())))).toMatch(/^not-understood/)
  })

  it('of details: what AAC would never take is not kept', () => {
    expect(taken('complete-details', { details: { background: 'x'.repeat(2001) } })).toMatch(/^not-underst/)
    expect(taken('complete-details', { details: { favourite: 'x' } })).toMatch(/^not-understood/)
  })
})

describe('bad input: a day that cannot be meant', () => {
  const direction = (until: string) => ({ direction: { by: 'AAC', until } })
  it.each([
    ['resolve-incident', { checkBackOn: '2026-11-20' }, /has passed/],
    ['resolve-incident', { checkBackOn: '2027-02-01' }, /within 28 days/],
    ['arrange-call-back', { callBackAt: '2026-11-20T14:00:00.000Z' }, /passed/],
    ['arrange-call-back', { callBackAt: '9999-11-20T14:00:00.000Z' }, /days/],
    ['receive-email', { receivedAt: '2026-11-21T09:40:00.000Z' }, /in the future/],
    ['close-incident', direction('2026-11-20'), /has passed/],
    ['close-incident', direction('2028-11-20'), /a year at most/],
  ] as const)('%s with %j', (name, more, said) => {
    const actor = stepOf(name).by === 'leader' ? 'N1-lead' : 'N1-1'
    const group = ready(name)
    expect(outcomeOf(decide(aStep(name, onlyIncident(group), more), actor, group))).toMatch(said)
  })

  it.each(['resolve-incident', 'close-incident'] as const)(
    '%s: 31 February is no day, nor is tomorrow',
    name => {
      for (const day of ['2026-02-31', 'tomorrow', '26/11/2026'])
        expect(taken(name, { checkBackOn: day, ...direction(day) })).toMatch(/^not-understood/)
    },
  )

  it('the review of the lock that goes on with the call is at most 28 days ahead', () => {
    const group = { ...ready('raise-with-aac'), lock: null }
    expect(taken('raise-with-aac', { reviewOn: '2027-01-31' }, group)).toMatch(/28 days/)
    expect(taken('raise-with-aac', { reviewOn: '2026-11-01' }, group)).toMatch(/^not-possible/)
  })
})

describe('INC-10, INC-13 bad input: the clock of a desk that jumps', () => {
  const waiting = (receivedAt: string) =>
    withOne(withAac({ state: 'email-to-answer', email: { receivedAt, replyTo: 'a@b.test', text: 'Try.' } }))
  const last = (group: CaseGroup | string) => onlyIncident(group).history.at(-1)

  it('a year ahead it makes nothing later than the hub heard of it', () => {
    const group = withOne(withAac())
    const ahead = '2027-11-21T09:30:00.000Z'
    expect(taken('receive-email', { receivedAt: ahead }, group, ahead)).toMatch(/in the future/)
    expect(last(taken('answer-email', {}, waiting('2026-11-21T09:00:00.000Z'), ahead))).toMatchObject({
      issuedAt: '2026-11-21T09:30:00.000Z',
      facts: { inTime: 'yes' },
    })
  })

  it('set back it makes no late answer one in time', () => {
    const before = '2026-11-01T09:00:00.000Z'
    expect(last(taken('answer-email', {}, waiting('2026-11-19T09:00:00.000Z'), before))).toMatchObject({
      facts: { inTime: 'no' },
    })
  })
})
