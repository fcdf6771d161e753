import { describe, expect, it } from 'vitest'
import type { Advice, AdviceRequest } from '../../../shared/domain/advice.ts'
import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import type { Incident } from '../../../shared/domain/incident.ts'
import { lockKeepingOf } from '../../../shared/domain/incident-lock.ts'
import { aCaseGroup, aLock } from '../../make/a-case-group.ts'
import { anEnvelope, decide, NOW, outcomeOf } from '../../make/a-command.ts'
import { anAbsence, aRota } from '../../make/a-rota.ts'
import { aGeneralRequest, anAdviceRequest } from '../../make/an-advice-request.ts'
import {
  anEntry,
  anIncident,
  anOwnIncident,
  aRaising,
  aStep,
  incidentNamed,
  onlyIncident,
  type StepAsked,
  wholeDetails,
  withAac,
} from '../../make/an-incident.ts'
import { anOrganisation, staff } from '../../make/an-organisation.ts'

const withOne = (incident: Incident, more: Partial<CaseGroup> = {}) =>
  aCaseGroup({ incidents: [incident], lock: aLock(), ...more })
const step = (name: StepAsked, group: CaseGroup, more: object = {}, actor = 'N1-1') =>
  outcomeOf(decide(aStep(name, onlyIncident(group), more), actor, group))

describe('ACC-3 an incident without a case, which the whole team reads', () => {
  const raising = (more: object) => decide(aRaising({ masterCaseNumber: null, ...more }), 'N1-1', undefined)
  const refusal = {
    ok: false,
    refusal: { reason: expect.stringMatching(/leave numbers of cases and people out/) },
  }

  it.each([
    { description: 'It stops at 10000001.' },
    { details: { payingParentNino: 'AB 12 34 56 C' } },
    { checks: { ...anIncident().checks, wordsSearched: '121000000001' } },
  ])('is not raised with %j', more => expect(raising(more)).toMatchObject(refusal))

  it('is raised with the code of a message and the numbers of staff', () => {
    const details = { errorMessage: '(SBL-EXL-00119)', caseworkerStaffNumber: '10012345' }
    expect(raising({ details })).toMatchObject({ ok: true })
  })

  it.each([
    'Error 12029 after Save',
    'Oracle error 01017',
    'Windows event 10016',
    'Run-time error -2147467259',
    'Error code: 80070005',
    'It says 0x80070005.',
    'As in INC 1234567890',
    'Every income above 15600 a year, 2-monthly',
  ])('INC-15: is raised with what is nobody’s: %s', description => {
    expect(raising({ description })).toMatchObject({ ok: true })
    expect(raising({ details: { errorMessage: description } })).toMatchObject({ ok: true })
  })

  it.each([
    'Error in 10000001',
    'Event of 121884674049',
    'Error 121884674049',
    'Post P482254012',
    'SR 1-0000002',
    'SR 1-00002L5',
    'qq 12 34 56 c',
  ])('is not raised with what may be somebody’s, in a message as little: %s', text => {
    expect(raising({ description: text })).toMatchObject(refusal)
    expect(raising({ details: { errorMessage: text } })).toMatchObject(refusal)
  })

  it('no later step names somebody, save AAC’s own number', () => {
    const own = anOwnIncident({ number: 'INC0042421' })
    const asking = (words: string) =>
      decide(
        aStep('ask-for-information', own.incident, { words }, null),
        'N1-lead',
        undefined,
        anOrganisation(),
        [own],
      )
    expect(asking('Which step is 300000001 at?')).toMatchObject(refusal)
    expect(asking('Which step is INC0042421 at?')).toMatchObject({ ok: true })
  })

  const withAacOwn = anOwnIncident({ state: 'with-aac', number: 'INC0042421' })
  const mailed = (text: string) =>
    decide(aStep('receive-email', withAacOwn.incident, { text }, null), 'N1-1', undefined, anOrganisation(), [
      withAacOwn,
    ])

  it.each([
    'Ring us on 788266004.',
    'Please call back on 0788 266 004 and quote INC0042421.',
    'Phone: +44 788 266 0042',
    'Tel. 783284500',
    'Ticket 12345678.',
    'Ticket number: 12345678',
    'As in incident number 123456789.',
    'It is AAC’s incident 123456789 again.',
  ])('INC-7, INC-13: what AAC writes of itself is taken as it is: %s', text => {
    expect(mailed(text)).toMatchObject({ ok: true })
  })

  it.each([
    'Look at 300000002.',
    'Ring us about 300000002.',
    'Ring us on 788266004 about 300000002.',
    'Ring us on 121884674049.',
    'Call 10000001 again.',
    'See SR 1-00002L5.',
    'Ticket 12345678 of 10000001',
    'It is incident 300000002 again.',
    'As in incident number 121884674049.',
  ])('but not the number of a case, a person or a request: %s', text => {
    expect(mailed(text)).toMatchObject(refusal)
  })

  it('nor does who joins one name his client (INC-2)', () => {
    const group = withOne(anIncident())
    expect(step('join-incident', group, { words: 'Mine is 10000002.' }, 'N1-lead')).toMatch(
      /may see your case/,
    )
  })
})

describe('INC-6, INC-9 what cannot be right', () => {
  it('no call-back is years away', () => {
    const group = withOne(withAac())
    expect(step('arrange-call-back', group, { callBackAt: '9999-11-23T14:00:00.000Z' })).toMatch(
      /within 28 days/,
    )
  })

  it.each([
    [{ nino: 'to follow' }, /NINO/],
    [{ scin: 'see the screen' }, /SCIN has 12/],
    [{ dateRaised: '3/12/2030' }, /not come yet/],
    [{ dateRaised: '3 Dec 2030' }, /not come yet/],
  ])('is not referred with %j', (wrong, why) => {
    const group = withOne(anIncident({ state: 'to-refer', details: { ...wholeDetails, ...wrong } }))
    expect(step('refer-incident', group)).toMatch(why)
  })

  it.each(['None held', 'No case affected', 'Not known'])('%s is an answer', nino => {
    const group = withOne(anIncident({ state: 'to-refer', details: { ...wholeDetails, nino } }))
    expect(typeof step('refer-incident', group)).toBe('object')
  })
})

describe('INC-6, LOCK-2 the reason of the lock that goes on with the call', () => {
  it.each([0, 1])('is cut to what a reason may hold, and no half of a character is in it (%i)', shift => {
    const description = `${'x'.repeat(shift)}${'😀'.repeat(900)}`
    const authorised = anIncident({ state: 'authorised', description })
    const called = step('raise-with-aac', withOne(authorised, { lock: null }))
    const reason = typeof called === 'string' ? called : (called.lock?.reason ?? '')
    expect([reason.length > 990, reason.length <= 1000, reason.isWellFormed()]).toEqual([true, true, true])
  })
})

describe('INC-11 the retries', () => {
  it('do not go to somebody who is marked absent', () => {
    const group = withOne(withAac())
    const away = [aRota('N1', { absences: [anAbsence('N1-2', '2026-11-20', '2026-11-30')] })]
    const handing = aStep('hand-over-retries', onlyIncident(group))
    expect(outcomeOf(decide(handing, 'N1-1', group, anOrganisation(), away))).toMatch(/who is not away/)
  })
})

describe('INC-12, LOCK-6 a direction that keeps the lock on', () => {
  it('is for a year at most', () => {
    const closing = (until: string) =>
      step('close-incident', withOne(withAac({ state: 'solved' })), { direction: { by: 'AAC', until } })
    expect(closing('2028-01-01')).toMatch(/a year at most/)
    expect(typeof closing('2027-11-01')).toBe('object')
  })

  it('is ended by the segment manager, with a reason; by nobody else', () => {
    const direction = { by: 'AAC', until: '2027-01-31' }
    const closing = { ...anEntry('close-incident', NOW), issuedAt: NOW }
    const group = withOne(withAac({ state: 'closed', direction, history: [closing] }))
    const clearing = (actor: string, reason: string | null) =>
      outcomeOf(
        decide(
          anEnvelope(
            'clear-lock',
            { masterCaseNumber: group.id },
            { since: group.lock?.since, destination: group.segment },
            reason,
          ),
          actor,
          group,
        ),
      )
    expect(clearing('N1-lead', 'AAC says it is over.')).toMatch(/stays on until 31 January 2027/)
    expect(clearing('N1-mgr', null)).toMatch(/stays on until 31 January 2027/)
    expect(clearing('N1-mgr', 'AAC says it is over.')).toMatchObject({
      lock: null,
      // INC-13: what was directed when it was closed is not changed by that.
      incidents: group.incidents,
      history: [{ event: { kind: 'lock-cleared' }, reason: 'AAC says it is over.' }],
    })
    const later = { ...group, lock: aLock({ since: '2026-11-22T09:30:00.000Z' }) }
    expect([lockKeepingOf(group, '2026-11-22')?.kind, lockKeepingOf(later, '2026-11-22')]).toEqual([
      'directed',
      null,
    ])
  })
})

describe('ADV-1, ADV-3, INC-14 advice is not gone round', () => {
  const asked = withOne(anIncident({ state: 'with-advice' }))

  it('whoever raised it refers it only with the answer of Advice and Guidance; the team leader may', () => {
    expect(step('return-from-advice', asked)).toMatch(/has not answered it yet/)
    expect(typeof step('return-from-advice', asked, {}, 'N1-lead')).toBe('object')
    const request = anAdviceRequest('DNA-1')
    const advice = request.here?.advice
    const answer = { by: 'DNA-1', at: '2026-11-21T09:00:00.000Z', words: 'Not ours.', unanswerable: true }
    const about = {
      ...request,
      here: { ...request.here, advice: { ...advice, incident: onlyIncident(asked).id, answer } },
    }
    const answered = { ...asked, serviceRequests: [about as never] }
    expect(typeof step('return-from-advice', answered)).toBe('object')
  })

  it('the same of one that affects no case, by what was asked without one', () => {
    const own = anOwnIncident({ state: 'with-advice' })
    const answer = { by: staff('DNA-1'), at: NOW, words: 'Not ours.', unanswerable: true }
    const asked = (more: Partial<Advice>) => aGeneralRequest({ incident: own.id as never, ...more })
    const referring = (request: AdviceRequest) =>
      decide(
        aStep('return-from-advice', own.incident, { advice: request.id }, null),
        'N1-1',
        undefined,
        anOrganisation(),
        [own, request],
      )
    const refusal = { reason: expect.stringMatching(/has not answered it yet/) }
    expect(referring(asked({}))).toMatchObject({ refusal })
    expect(referring(asked({ answer, incident: incidentNamed('7') as never }))).toMatchObject({ refusal })
    expect(referring(asked({ answer }))).toMatchObject({ puts: [{ incident: { state: 'to-refer' } }] })
  })

  it('is asked by its own command, not as any service request', () => {
    const args = {
      masterCaseNumber: '10000001',
      type: 'Advice request',
      raisedAgainst: 'pp',
      case: null,
      dueOn: '2026-12-15',
      background: 'Which income counts?',
      flipsTo: null,
    }
    expect(outcomeOf(decide(anEnvelope('create-service-request', args, {}), 'N1-1', aCaseGroup()))).toMatch(
      /Ask for advice instead/,
    )
  })
})
