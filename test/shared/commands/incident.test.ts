import { describe, expect, it } from 'vitest'
import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import type { Incident } from '../../../shared/domain/incident.ts'
import type { IncidentState } from '../../../shared/domain/incident-steps.ts'
import { aCaseGroup } from '../../make/a-case-group.ts'
import { decide, outcomeOf } from '../../make/a-command.ts'
import { aDeputyship, anAbsence, aRota } from '../../make/a-rota.ts'
import { anIncident, aRaising, aStep, onlyIncident, type StepAsked } from '../../make/an-incident.ts'
import { aMember, anOrganisation, staff } from '../../make/an-organisation.ts'

const withOne = (incident: Incident, more: Partial<CaseGroup> = {}) =>
  aCaseGroup({ incidents: [incident], ...more })
const at = (state: IncidentState, more: Partial<Incident> = {}) => withOne(anIncident({ state, ...more }))

/** The incident after a step, or what it was refused for. */
function taken(name: StepAsked, group: CaseGroup, actor: string, more: object = {}): Incident | string {
  const outcome = outcomeOf(decide(aStep(name, onlyIncident(group), more), actor, group))
  return typeof outcome === 'string' ? outcome : onlyIncident(outcome)
}

const raised = () => outcomeOf(decide(aRaising(), 'N1-1', aCaseGroup()))

describe('INC-3 the consulted team leader', () => {
  it('resolves it, and somebody checks back on a date', () => {
    expect(taken('resolve-incident', at('consulting'), 'N1-lead')).toMatchObject({
      state: 'check-back',
      checkBackOn: '2026-11-25',
      consulted: { by: 'N1-lead' },
      turn: 1,
    })
    expect(taken('check-back', at('check-back'), 'N1-1')).toMatchObject({ state: 'closed' })
    expect(taken('check-back', at('check-back'), 'N1-lead', { works: false })).toMatchObject({
      state: 'consulting',
    })
  })

  it.each(['2026-11-20', '2026-12-25'])(
    'checks back neither in the past nor after weeks: %s',
    checkBackOn => {
      expect(taken('resolve-incident', at('consulting'), 'N1-lead', { checkBackOn })).toMatch(/^not-possible/)
    },
  )

  it('asks for what is needed, and gets it', () => {
    const asked = taken('ask-for-information', at('consulting'), 'N1-lead')
    expect(asked).toMatchObject({
      state: 'information-needed',
      history: [{ facts: { words: 'Which step of the procedure?' } }],
    })
    expect(taken('give-information', at('information-needed'), 'N1-1')).toMatchObject({ state: 'consulting' })
  })

  it('cannot resolve it: to Advice and Guidance, or to be documented and referred', () => {
    expect(taken('send-to-advice', at('consulting'), 'N1-lead')).toMatchObject({ state: 'with-advice' })
    expect(taken('direct-referral', at('consulting'), 'N1-lead')).toMatchObject({ state: 'to-refer' })
  })

  it('ADV-3 what has no answer there goes on with everything carried over', () => {
    const group = at('with-advice')
    const { state: _, turn: __, history: ___, ...carried } = onlyIncident(group)
    expect(taken('return-from-advice', group, 'N1-lead')).toMatchObject({ ...carried, state: 'to-refer' })
    expect(taken('return-from-advice', group, 'N1-1', { outcome: 'solved' })).toMatchObject({
      state: 'closed',
    })
    expect(taken('return-from-advice', group, 'N1-1', { outcome: 'consult' })).toMatchObject({
      state: 'consulting',
    })
  })

  it.each([
    ['N1-1', false],
    ['N1-lead', true],
    ['N1-mgr', false],
  ])('is not the caseworker: %s', (actor, may) => {
    expect(typeof taken('direct-referral', at('consulting'), actor) === 'object').toBe(may)
  })
})

describe('INC-4 the referral', () => {
  it('has description, actions taken and what is known', () => {
    expect(
      taken('refer-incident', at('to-refer'), 'N1-1', { details: { procedureStep: '7' } }),
    ).toMatchObject({
      state: 'referred',
      actionsTaken: 'Cleared the pending item, tried again.',
      details: { procedureStep: '7', scin: '121000000001' },
    })
  })

  it('names what is missing', () => {
    expect(
      taken(
        'refer-incident',
        at('to-refer', { details: { serviceRequest: '5', payingParent: 'A' } }),
        'N1-1',
      ),
    ).toBe(
      'not-possible: A referral needs these too: SCIN, date raised, procedure path and procedure step number. “None held” and “no case affected” are answers.',
    )
  })

  it('is not understood before it is documented in CMS2012', () => {
    expect(taken('refer-incident', at('to-refer'), 'N1-1', { documented: false })).toMatch(/^not-understood/)
  })
})

describe('INC-5, INC-16 the authorisation', () => {
  it('is a team leader’s, or he sends it back with what to do locally', () => {
    expect(taken('authorise-incident', at('referred'), 'N1-lead')).toMatchObject({
      state: 'authorised',
      authorised: { by: 'N1-lead' },
    })
    expect(taken('send-back-incident', at('referred'), 'N1-lead')).toMatchObject({ state: 'local-action' })
    expect(taken('authorise-incident', at('referred'), 'N1-1')).toMatch(/^not-allowed/)
  })

  it('is not his own to give, nor to send back', () => {
    const own = at('referred', { raisedBy: staff('N1-lead') })
    for (const name of ['authorise-incident', 'send-back-incident'] as const)
      expect(taken(name, own, 'N1-lead')).toMatch(/^not-allowed: Nobody authorises an incident he raised/)
    expect(taken('authorise-incident', own, 'N1-mgr')).toMatchObject({ state: 'authorised' })
    const consulted = at('consulting', { raisedBy: staff('N1-lead') })
    expect(taken('resolve-incident', consulted, 'N1-mgr')).toMatchObject({ state: 'check-back' })
  })

  it('TEAM-3: the segment manager’s own, with the leader of the team away, is another leader’s', () => {
    const own = at('referred', { raisedBy: staff('N1-mgr') })
    const away = aRota('N1', { absences: [anAbsence('N1-lead', '2026-11-20', '2026-11-30')] })
    const step = aStep('authorise-incident', onlyIncident(own), { readConsultation: true })
    expect(outcomeOf(decide(step, 'N2-lead', own, anOrganisation(), [away]))).toMatchObject({
      kind: 'case-group',
    })
  })

  it('TEAM-3: is the segment manager’s only while no leader of the team and no deputy is there', () => {
    const group = at('referred')
    const away = { absences: [anAbsence('N1-lead', '2026-11-20', '2026-11-30')] }
    const deputyships = [aDeputyship('N1-lead', 'N2-lead', '2026-11-20', '2026-11-30')]
    const may = (actor: string, name: StepAsked, rota: Parameters<typeof aRota>[1], of = group) =>
      decide(aStep(name, onlyIncident(of)), actor, of, anOrganisation(), [aRota('N1', rota)]).ok
    for (const name of ['authorise-incident', 'send-back-incident', 'withdraw-incident'] as const) {
      expect([name, may('N1-mgr', name, {}), may('N1-lead', name, {})]).toEqual([name, false, true])
      expect([name, may('N1-mgr', name, away)]).toEqual([name, true])
      expect([name, may('N1-mgr', name, { ...away, deputyships })]).toEqual([name, false])
      expect([name, may('N2-lead', name, { ...away, deputyships })]).toEqual([name, true])
    }
    const consulted = at('consulting')
    expect(may('N1-mgr', 'resolve-incident', {}, consulted)).toBe(false)
    expect(may('N1-mgr', 'resolve-incident', away, consulted)).toBe(true)
  })

  it('TEAM-1: of a group in the segment’s queue it is any leader’s there, and the manager’s', () => {
    const queued = { ...at('referred'), team: null, holder: null }
    for (const actor of ['N1-lead', 'N2-lead', 'N1-mgr'])
      expect([actor, typeof taken('authorise-incident', queued, actor)]).toEqual([actor, 'object'])
  })

  it('records that he read the consultation where somebody else was consulted', () => {
    const elsewhere = at('referred', { consulted: { by: staff('N2-lead'), at: '2026-11-20T11:00:00.000Z' } })
    expect(taken('authorise-incident', elsewhere, 'N1-lead', { readConsultation: false })).toMatch(
      /read what came/,
    )
    expect(taken('authorise-incident', elsewhere, 'N1-lead')).toMatchObject({
      authorised: { by: 'N1-lead', readConsultation: true },
    })
    expect(taken('authorise-incident', at('referred'), 'N1-lead', { readConsultation: false })).toMatchObject(
      {
        state: 'authorised',
      },
    )
  })
})

describe('INC-14 nobody skips a step', () => {
  it('is refused with the steps that are open', () => {
    expect(taken('authorise-incident', at('consulting'), 'N1-lead')).toMatch(
      /^not-possible: It stands at: team leader consulted\. Open are: Resolve, Ask for information,/,
    )
  })

  it('the first that reaches the hub stands: the second saw another turn', () => {
    const group = at('referred')
    const first = outcomeOf(
      decide(aStep('authorise-incident', onlyIncident(group)), 'N1-lead', group),
    ) as CaseGroup
    const deputy = aRota('N1', {
      deputyships: [aDeputyship('N1-lead', 'N2-lead', '2026-11-20', '2026-11-30')],
    })
    const sendingBack = aStep('send-back-incident', onlyIncident(group))
    const second = decide(sendingBack, 'N2-lead', first, anOrganisation(), [deputy])
    expect(outcomeOf(second)).toBe(
      'changed: Somebody else decided since you looked. It is now: authorised, ready for AAC.',
    )
  })
})

describe('INC-13 the history', () => {
  it('says who, for whom, when and what, and only grows', () => {
    const { history } = taken(
      'authorise-incident',
      at('referred', { history: onlyIncident(raised()).history }),
      'N1-lead',
    ) as Incident
    expect(history).toMatchObject([
      { step: 'raise-incident', actor: { kind: 'person', staff: 'N1-1' } },
      {
        step: 'authorise-incident',
        to: 'authorised',
        actor: { staff: 'N1-lead' },
        facts: { readConsultation: 'yes' },
      },
    ])
  })

  it('is told on the group as well, one entry for an incident', () => {
    const group = outcomeOf(
      decide(aStep('direct-referral', onlyIncident(at('consulting'))), 'N1-lead', at('consulting')),
    )
    expect((group as CaseGroup).history).toMatchObject([
      { event: { kind: 'incident', step: 'direct-referral' } },
    ])
  })
})

describe('INC-18 with the raiser gone', () => {
  const gone = aMember('N1-1', 'N1', { access: 'removed', accessEndedOn: '2026-10-05' })
  const organisation = anOrganisation({
    staff: [...anOrganisation().staff.filter(({ number }) => number !== 'N1-1'), gone],
  })

  it('the team leader of the group takes his steps, and otherwise not', () => {
    const group = at('information-needed')
    const step = aStep('give-information', onlyIncident(group))
    expect(decide(step, 'N1-lead', group).ok).toBe(false)
    expect(decide(step, 'N1-lead', group, organisation).ok).toBe(true)
  })

  it('and so does its new holder', () => {
    const group = { ...at('information-needed'), holder: staff('N1-2') }
    expect(decide(aStep('give-information', onlyIncident(group)), 'N1-2', group, organisation).ok).toBe(true)
  })
})

describe('TEAM-3 in the place of a leader who is away', () => {
  const rota = aRota('N1', {
    absences: [anAbsence('N1-lead', '2026-11-20', '2026-11-30')],
    deputyships: [aDeputyship('N1-lead', 'N2-lead', '2026-11-20', '2026-11-30')],
  })
  const byWhom = (group: CaseGroup, actor: string) => {
    const step = aStep('authorise-incident', onlyIncident(group), {}, group.id)
    const outcome = outcomeOf(decide(step, actor, group, anOrganisation(), [rota]))
    return typeof outcome === 'string' ? outcome : onlyIncident(outcome).history.at(-1)?.actor
  }

  it('his deputy authorises, recorded “for him”', () => {
    expect(byWhom(at('referred'), 'N2-lead')).toEqual({
      kind: 'person',
      staff: 'N2-lead',
      onBehalfOf: 'N1-lead',
    })
  })

  it('INC-16: what that leader raised himself his deputy authorises in his own right', () => {
    const own = at('referred', { raisedBy: staff('N1-lead') })
    expect(byWhom(own, 'N2-lead')).toEqual({ kind: 'person', staff: 'N2-lead' })
  })

  it('INC-18, TEAM-2: the steps of a raiser who is away are the team leader’s', () => {
    const group = at('information-needed')
    const away = aRota('N1', { absences: [anAbsence('N1-1', '2026-11-20', '2026-11-30')] })
    const step = aStep('give-information', onlyIncident(group))
    expect(decide(step, 'N1-lead', group, anOrganisation(), [away]).ok).toBe(true)
    expect(decide(step, 'N1-lead', group).ok).toBe(false)
  })
})
