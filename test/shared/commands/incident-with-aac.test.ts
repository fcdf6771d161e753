import { describe, expect, it } from 'vitest'
import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import type { Incident } from '../../../shared/domain/incident.ts'
import { employmentDetails } from '../../../shared/domain/incident-details.ts'
import type { IncidentState } from '../../../shared/domain/incident-steps.ts'
import { aCaseGroup, aLock, aPerson, aRequest } from '../../make/a-case-group.ts'
import { decide, outcomeOf } from '../../make/a-command.ts'
import {
  anIncident,
  anOwnIncident,
  aStep,
  onlyIncident,
  type StepAsked,
  wholeDetails,
  withAac,
} from '../../make/an-incident.ts'
import { anOrganisation, staff } from '../../make/an-organisation.ts'

const withOne = (incident: Incident, more: Partial<CaseGroup> = {}) =>
  aCaseGroup({ incidents: [incident], lock: aLock(), ...more })
const at = (state: IncidentState, more: Partial<Incident> = {}) => withOne(withAac({ state, ...more }))
const ready = (more: Partial<Incident> = {}, group: Partial<CaseGroup> = {}) =>
  withOne(anIncident({ state: 'authorised', ...more }), { lock: null, ...group })

/** The group after a step, or what it was refused for. */
const groupAfter = (name: StepAsked, group: CaseGroup, actor: string, more: object = {}) =>
  outcomeOf(decide(aStep(name, onlyIncident(group), more), actor, group))

/** The incident after a step, or what it was refused for. */
function taken(name: StepAsked, group: CaseGroup, actor: string, more: object = {}): Incident | string {
  const outcome = groupAfter(name, group, actor, more)
  return typeof outcome === 'string' ? outcome : onlyIncident(outcome)
}

describe('INC-6, LOCK-6 calling AAC', () => {
  it('puts the lock on, with the incident for a reason', () => {
    expect(groupAfter('raise-with-aac', ready(), 'N1-1')).toMatchObject({
      lock: {
        category: 'incident-with-aac',
        by: 'N1-1',
        reviewOn: '2026-12-10',
        reason: expect.stringMatching(/^Incident INC0042/),
      },
      incidents: [{ state: 'with-aac', number: 'INC0042' }],
      history: [{ event: { kind: 'incident' } }, { event: { kind: 'lock-set' } }],
    })
  })

  it('LOCK-2: judges the review date by the day of the call, perhaps offline', () => {
    const step = aStep('raise-with-aac', onlyIncident(ready()), { reviewOn: '2026-11-20' })
    const offline = { ...step, issuedAt: '2026-11-20T15:00:00.000Z' }
    expect(outcomeOf(decide(offline, 'N1-1', ready()))).toMatchObject({ lock: { reviewOn: '2026-11-20' } })
  })

  it('leaves a lock that is on as it is', () => {
    expect(
      groupAfter('raise-with-aac', ready({}, { lock: aLock() }), 'N1-1', { reviewOn: null }),
    ).toMatchObject({
      lock: aLock(),
    })
  })

  it('names every missing item', () => {
    const group = ready({ details: { ...wholeDetails, nino: '', procedureStep: ' ' } })
    expect(groupAfter('raise-with-aac', group, 'N1-1')).toBe(
      'not-possible: AAC would reject it. Missing: NINO and procedure step number. “None held”, “no message shown” and “no case affected” are answers.',
    )
  })

  it('asks the employment block where the employment information is the problem', () => {
    const group = ready({ employment: 'missing-from-interface' })
    expect(groupAfter('raise-with-aac', group, 'N1-1')).toMatch(
      /Missing: employer details, .*DEO desire flag/,
    )
    const all = Object.fromEntries(employmentDetails.map(field => [field, 'known']))
    const whole = ready({ employment: 'missing-from-interface', details: { ...wholeDetails, ...all } })
    expect(taken('raise-with-aac', whole, 'N1-1')).toMatchObject({ state: 'with-aac' })
  })

  it('is refused with a number of an impossible format, unless CMS2012 has it so', () => {
    const wrong = ready({ details: { ...wholeDetails, nino: 'AO123456C' } })
    expect(groupAfter('raise-with-aac', wrong, 'N1-1')).toMatch(/NINO: A NINO is two letters/)
    const held = { ...wrong, people: [aPerson('pp', { nino: 'AO123456C' })] }
    expect(taken('raise-with-aac', held, 'N1-1')).toMatchObject({ state: 'with-aac' })
  })

  it('is refused to whoever may not set the lock, and not once it is on (LOCK-9)', () => {
    const specialists = ready({ raisedBy: staff('N2-1') }, { team: 'N2' as never, holder: staff('N2-2') })
    const his = { ...specialists, serviceRequests: [aRequest('7', { holder: staff('N2-1') })] }
    expect(groupAfter('raise-with-aac', his, 'N2-1')).toMatch(/lock must be on before AAC is called/)
    expect(taken('raise-with-aac', { ...his, lock: aLock() }, 'N2-1')).toMatchObject({ state: 'with-aac' })
  })

  it.each([
    [null, /say when it is to be reviewed/],
    ['2027-01-15', /too far ahead/],
  ])('is refused with the reason where the lock cannot be set: reviewed on %s', (reviewOn, why) => {
    expect(groupAfter('raise-with-aac', ready(), 'N1-1', { reviewOn })).toMatch(why)
  })

  it('is refused on a group that has been closed; the way on is to withdraw it (ALLOC-13)', () => {
    const closed = ready({}, { status: 'Closed' })
    expect(groupAfter('raise-with-aac', closed, 'N1-lead')).toMatch(/^not-possible: The case group is closed/)
    expect(taken('withdraw-incident', closed, 'N1-lead')).toMatchObject({ state: 'withdrawn' })
  })

  it('is not understood before the approval is in the note (INC-5)', () => {
    expect(groupAfter('raise-with-aac', ready(), 'N1-1', { approvalNoted: false })).toMatch(/^not-understood/)
  })

  it('needs no lock where no case is affected', () => {
    const own = anOwnIncident({ state: 'authorised' })
    const step = aStep('raise-with-aac', own.incident, { reviewOn: null }, null)
    expect(decide(step, 'N1-1', undefined, anOrganisation(), [own])).toMatchObject({
      puts: [{ kind: 'incident', incident: { state: 'with-aac' } }],
    })
  })
})

describe('INC-8, INC-17 a rejection', () => {
  const rejected = { outcome: { rejected: null } }

  it('keeps the lock on, its reason follows by email, and it is raised again', () => {
    const group = groupAfter('raise-with-aac', ready(), 'N1-1', rejected) as CaseGroup
    expect(group).toMatchObject({
      lock: { category: 'incident-with-aac' },
      incidents: [{ state: 'rejected' }],
    })
    const known = groupAfter('record-rejection', group, 'N1-lead') as CaseGroup
    expect(onlyIncident(known)).toMatchObject({
      state: 'rejected',
      rejection: 'The NINO is of somebody else.',
    })
    expect(taken('raise-with-aac', known, 'N1-1', { reviewOn: null })).toMatchObject({
      state: 'with-aac',
      number: 'INC0042',
      rejection: null,
    })
  })
})

describe('INC-9 a resolution', () => {
  it('in the call: successful it is solved, unsuccessful AAC escalates', () => {
    expect(taken('record-resolution', at('with-aac'), 'N1-1')).toMatchObject({ state: 'solved' })
    expect(taken('record-resolution', at('with-aac'), 'N1-1', { successful: false })).toMatchObject({
      state: 'escalated',
      escalated: true,
    })
  })

  it('by call-back, at the time that AAC named', () => {
    const arranged = taken('arrange-call-back', at('with-aac'), 'N1-1')
    expect(arranged).toMatchObject({ state: 'call-back', callBackAt: '2026-11-23T14:00:00.000Z' })
    expect(taken('record-resolution', at('call-back'), 'N1-1')).toMatchObject({
      state: 'solved',
      callBackAt: null,
    })
    const past = { callBackAt: '2026-11-20T14:00:00.000Z' }
    expect(taken('arrange-call-back', at('with-aac'), 'N1-1', past)).toMatch(/has passed/)
  })

  it('once escalated comes by email only', () => {
    expect(taken('record-resolution', at('escalated'), 'N1-1')).toMatch(/Open are: Record email from AAC/)
    expect(taken('receive-email', at('escalated'), 'N1-1')).toMatchObject({ state: 'email-to-answer' })
  })
})

describe('INC-10 an email from AAC', () => {
  it('is kept with the address inside it, and neither in the future nor without one', () => {
    expect(taken('receive-email', at('with-aac'), 'N1-lead')).toMatchObject({
      email: { receivedAt: '2026-11-21T09:30:00.000Z', replyTo: 'answers@aac.example' },
    })
    const future = { receivedAt: '2026-11-22T09:00:00.000Z' }
    expect(taken('receive-email', at('with-aac'), 'N1-1', future)).toMatch(/in the future/)
    expect(taken('receive-email', at('with-aac'), 'N1-1', { replyTo: 'AAC' })).toMatch(
      /address inside the email/,
    )
  })

  it('either may answer it, once', () => {
    for (const actor of ['N1-1', 'N1-lead'])
      expect(taken('answer-email', at('email-to-answer'), actor)).toMatchObject({
        state: 'solved',
        email: null,
      })
    expect(taken('answer-email', at('email-to-answer'), 'N1-1', { successful: false })).toMatchObject({
      state: 'escalated',
      escalated: true,
    })
    expect(taken('answer-email', at('escalated'), 'N1-1')).toMatch(/^not-possible/)
  })
})

describe('INC-11 the retries', () => {
  it('go to a caseworker of the team, who then takes the raiser’s steps', () => {
    const group = groupAfter('hand-over-retries', at('with-aac'), 'N1-1') as CaseGroup
    expect(onlyIncident(group)).toMatchObject({ retriesBy: 'N1-2' })
    const his = { ...group, holder: staff('N1-2') }
    expect(taken('record-resolution', his, 'N1-2')).toMatchObject({ state: 'solved' })
  })

  it.each([
    ['N1-1', /has the retries already/],
    ['S1-1', /^not-possible: Choose an active caseworker/],
    ['N1-lead', /^not-possible: Choose an active caseworker/],
  ])('not to %s', (retriesBy, why) => {
    expect(taken('hand-over-retries', at('with-aac'), 'N1-1', { retriesBy })).toMatch(why)
  })
})

describe('INC-12 closing', () => {
  it('ends it; the lock is taken off by whoever is offered it', () => {
    expect(groupAfter('close-incident', at('solved'), 'N1-1')).toMatchObject({
      lock: aLock(),
      incidents: [{ state: 'closed', direction: null }],
    })
  })

  it('keeps a direction: who, until when, and not a day that has passed', () => {
    const direction = { by: 'AAC', until: '2026-12-01' }
    expect(taken('close-incident', at('solved'), 'N1-1', { direction })).toMatchObject({ direction })
    const past = { direction: { by: 'AAC', until: '2026-11-20' } }
    expect(taken('close-incident', at('solved'), 'N1-1', past)).toMatch(/has passed/)
  })
})

describe('INC-17 withdrawing', () => {
  it('is a team leader’s, with a reason', () => {
    expect(taken('withdraw-incident', at('referred', { number: null }), 'N1-1')).toMatch(/^not-allowed/)
    expect(taken('withdraw-incident', at('referred', { number: null }), 'N1-lead', { reason: '' })).toMatch(
      /^not-understood/,
    )
  })

  it('once AAC has a number only after AAC was told', () => {
    expect(taken('withdraw-incident', at('with-aac'), 'N1-lead', { aacTold: false })).toMatch(
      /tell AAC first/,
    )
    expect(taken('withdraw-incident', at('with-aac'), 'N1-lead')).toMatchObject({ state: 'withdrawn' })
    const without = at('rejected', { number: null })
    expect(taken('withdraw-incident', without, 'N1-lead', { aacTold: false })).toMatchObject({
      state: 'withdrawn',
    })
  })
})

describe('INC-2 joining', () => {
  it('is anybody’s who sees it, once, and names no other case', () => {
    const group = groupAfter('join-incident', at('with-aac'), 'N1-lead') as CaseGroup
    expect(onlyIncident(group).joined).toEqual([
      { by: 'N1-lead', at: '2026-11-21T09:30:00.000Z', words: 'It happens to me, too.' },
    ])
    expect(groupAfter('join-incident', group, 'N1-lead')).toMatch(/joined it already/)
    expect(groupAfter('join-incident', group, 'N1-1')).toMatch(/raised it yourself/)
  })
})

describe('INC-6 completing the details', () => {
  it('fills in field by field, and an emptied one has no answer any more', () => {
    const details = { procedureStep: '9', nino: '' }
    const after = taken('complete-details', at('rejected'), 'N1-lead', { details }) as Incident
    expect(after.details).toEqual({ ...wholeDetails, procedureStep: '9', nino: undefined })
    expect(after.history.at(-1)).toMatchObject({ facts: details, to: 'rejected' })
    expect(after.turn).toBe(0)
  })

  it('says whether it is about employment information', () => {
    const more = { details: {}, employment: 'evidence-of-out-of-date' }
    expect(taken('complete-details', at('rejected'), 'N1-1', more)).toMatchObject({
      employment: more.employment,
    })
    expect(taken('complete-details', at('rejected'), 'N1-1', { details: {} })).toMatch(
      /Nothing has been filled in/,
    )
  })
})
