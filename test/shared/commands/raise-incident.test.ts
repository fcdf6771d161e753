import { describe, expect, it } from 'vitest'
import type { AdviceRequest } from '../../../shared/domain/advice.ts'
import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import { adviceRows } from '../../../shared/queries/advice-rows.ts'
import { aCaseGroup, aRequest } from '../../make/a-case-group.ts'
import { decide, outcomeOf } from '../../make/a-command.ts'
import { aGeneralRequest } from '../../make/an-advice-request.ts'
import {
  anIncident,
  anOwnIncident,
  aRaising,
  aStep,
  incidentNamed,
  onlyIncident,
} from '../../make/an-incident.ts'
import { anOrganisation, staff } from '../../make/an-organisation.ts'
import { readingsFor } from '../../make/readings.ts'

const raised = (more: object = {}, actor = 'N1-1', group = aCaseGroup()) =>
  outcomeOf(decide(aRaising(more), actor, group))

describe('INC-2, INC-15 raising', () => {
  it('takes the problem to the team leader, in the group’s own document', () => {
    expect(onlyIncident(raised())).toMatchObject({
      state: 'consulting',
      turn: 0,
      raisedBy: 'N1-1',
      number: null,
      history: [
        { step: 'raise-incident', to: 'consulting', facts: { wordsSearched: 'assessment calculate' } },
      ],
    })
  })

  it.each(['N1-1', 'N1-lead', 'N1-mgr'])('is open to %s, who sees the group', actor =>
    expect(typeof raised({}, actor)).toBe('object'),
  )

  it('is not open to who does not see it (ACC-4)', () => {
    expect(raised({}, 'S1-1')).toBe('not-found: There is no such case group.')
  })

  it('a payments problem goes to the Local Finance SPOC first', () => {
    expect(raised({ payments: true })).toMatch(/Local Finance SPOC first/)
    const checks = { ...anIncident().checks, financeSpoc: 'The account is in balance.' }
    expect(onlyIncident(raised({ payments: true, checks }))).toMatchObject({ checks })
  })

  it.each([
    ['the advice was not read', { checks: { ...anIncident().checks, reductionAdviceRead: false } }],
    ['no colleague was asked', { checks: { ...anIncident().checks, colleagueAsked: ' ' } }],
    [
      'it was raised before: then that one is joined',
      { checks: { ...anIncident().checks, raisedBefore: 'yes' } },
    ],
    ['nothing is described', { description: '' }],
  ])('is not understood where %s', (_, more) => expect(raised(more)).toMatch(/^not-understood/))

  it('names only a service request that the group has', () => {
    expect(raised({ serviceRequest: '9' })).toMatch(/no such service request/)
    expect(
      typeof raised({ serviceRequest: '9' }, 'N1-1', aCaseGroup({ serviceRequests: [aRequest('9')] })),
    ).toBe('object')
  })

  it('is refused on a closed group, which could never be locked (ALLOC-13)', () => {
    expect(raised({}, 'N1-lead', aCaseGroup({ status: 'Closed' }))).toMatch(/closed/)
  })
})

describe('an incident that affects no case', () => {
  it('is with the raiser’s team', () => {
    const decision = decide(aRaising({ masterCaseNumber: null }), 'N1-1', undefined)
    expect(decision).toMatchObject({
      ok: true,
      puts: [{ kind: 'incident', team: 'N1', segment: 'FS_GB_MAINT_NO_MSR', incident: { raisedBy: 'N1-1' } }],
    })
  })

  it('takes the same steps there', () => {
    const own = anOwnIncident({ state: 'referred' })
    const step = aStep('authorise-incident', own.incident, {}, null)
    expect(decide(step, 'N1-lead', undefined, anOrganisation(), [own])).toMatchObject({
      puts: [{ kind: 'incident', incident: { state: 'authorised', turn: 1 } }],
    })
    expect(decide(step, 'N2-1', undefined, anOrganisation(), [own])).toMatchObject({
      refusal: { kind: 'not-found' },
    })
  })

  it('INC-15: is raised by anyone on the staff; who works in no team says whose leader is consulted', () => {
    const asked = (more: object) => decide(aRaising({ masterCaseNumber: null, ...more }), 'it', undefined)
    expect(outcomeOf(asked({}))).toMatch(/^not-possible: You are in no team/)
    expect(outcomeOf(asked({ team: 'none' }))).toMatch(/^not-possible: That team is not in the operating/)
    expect(asked({ team: 'S1' })).toMatchObject({
      puts: [{ kind: 'incident', team: 'S1', segment: 'FS_GB_MAINT_SO_MSR', incident: { raisedBy: 'it' } }],
    })
  })

  it('INC-5: is with one’s own team, whatever is said', () => {
    const decision = decide(aRaising({ masterCaseNumber: null, team: 'S1' }), 'N1-1', undefined)
    expect(decision).toMatchObject({ puts: [{ team: 'N1' }] })
  })
})

describe('ADV-3 raised from what Advice and Guidance cannot answer', () => {
  const answer = {
    by: staff('DNA-1'),
    at: '2026-11-21T09:00:00.000Z',
    words: 'Not ours.',
    unanswerable: true,
  }
  const asked = aGeneralRequest({ answer })
  const from = (question = asked, actor = 'N1-1', masterCaseNumber: string | null = null) =>
    decide(
      aRaising({ masterCaseNumber, advice: question.id }),
      actor,
      masterCaseNumber === null ? undefined : aCaseGroup(),
      anOrganisation(),
      [question],
    )

  it.each([[null], ['10000001']])(
    'the question is done: it is in the path of the incident now (%s)',
    group => {
      const decision = from(asked, 'N1-1', group)
      if (!decision.ok) throw new Error(decision.refusal.reason)
      const [raisedIn, question] = decision.puts
      const incident =
        raisedIn?.kind === 'incident' ? raisedIn.incident : (raisedIn as CaseGroup).incidents[0]
      expect(question).toEqual({ ...asked, advice: { ...asked.advice, incident: incident?.id } })
      const rows = adviceRows(
        readingsFor('N1-1', [], anOrganisation(), undefined, { advice: [question as AdviceRequest] }),
      )
      expect(rows.map(({ section }) => section)).toEqual(['news'])
    },
  )

  it.each([
    ['it was answered', aGeneralRequest({ answer: { ...answer, unanswerable: false } }), 'N1-1'],
    ['it still waits', aGeneralRequest(), 'N1-1'],
    ['somebody else asked', asked, 'N1-lead'],
    [
      'an incident goes on from it already',
      aGeneralRequest({ answer, incident: incidentNamed('7') }),
      'N1-1',
    ],
  ])('not where %s', (_, question, actor) => {
    expect(from(question, actor)).toMatchObject({ ok: false, refusal: { kind: 'not-possible' } })
  })
})
