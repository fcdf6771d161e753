import { describe, expect, it } from 'vitest'
import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import type { Organisation } from '../../../shared/domain/organisation.ts'
import { indexOrganisation } from '../../../shared/domain/organisation-index.ts'
import { requestPlaceOf } from '../../../shared/domain/request-place.ts'
import { publicCalendar } from '../../make/a-calendar.ts'
import { aCaseGroup, aPerson } from '../../make/a-case-group.ts'
import { anEnvelope, decide, outcomeOf } from '../../make/a-command.ts'
import { aQuestion } from '../../make/an-advice-request.ts'
import { anIncident } from '../../make/an-incident.ts'
import { anOrganisation } from '../../make/an-organisation.ts'

const asking = { raisedAgainst: 'pp', case: null, ...aQuestion }

const ask = (
  more: object = {},
  group: CaseGroup = aCaseGroup(),
  actor = 'N1-1',
  organisation: Organisation = anOrganisation(),
) => {
  const args = { masterCaseNumber: group.id, ...asking, ...more }
  const envelope = anEnvelope('ask-advice', args, {}, null)
  return outcomeOf(decide(envelope, actor, group, organisation, [publicCalendar]))
}
const requestIn = (outcome: CaseGroup | string) => {
  if (typeof outcome === 'string') throw new Error(outcome)
  return outcome.serviceRequests.at(-1)
}

describe('ADV-1 advice about a case', () => {
  it('is a service request of a specialist that says what is asked and where one looked before', () => {
    expect(requestIn(ask())).toMatchObject({
      type: 'Advice request',
      kind: 'functionally-unique',
      status: 'Not Started',
      holder: null,
      here: { raisedBy: 'N1-1', advice: { ...aQuestion, askedBy: 'N1-1', dueAt: null, answer: null } },
    })
  })

  it('ALLOC-9 routes by the postcode of the person it is raised against', () => {
    const group = ask()
    const request = requestIn(group)
    if (typeof group === 'string' || !request) throw new Error('It was not raised.')
    expect(requestPlaceOf(request, group, indexOrganisation(anOrganisation())).segment).toBe(
      'FS_GB_CCLNT_DNA',
    )
    const abroad = aCaseGroup({ people: [aPerson('pp', { postcode: null })] })
    expect(ask({}, abroad)).toContain('postcode of the person it is raised against is not known')
  })

  it('says first where one looked, in at least one place', () => {
    const looked = { procedures: null, pldmg: null, teamLeader: null }
    expect(ask({ looked })).toContain('Say where you looked first')
    expect(ask({ looked: { ...looked, teamLeader: 'Asked on Monday.' } })).not.toBeTypeOf('string')
    expect(ask({ looked: { ...looked, pldmg: '' } })).toContain('not-understood')
    expect(ask({ question: 'x'.repeat(4001) })).toContain('not-understood')
  })

  it('is asked by whoever may raise work on the group, and by nobody else', () => {
    expect(ask({}, aCaseGroup(), 'N1-lead')).not.toBeTypeOf('string')
    expect(ask({}, aCaseGroup(), 'N1-mgr')).not.toBeTypeOf('string')
    expect(ask({}, aCaseGroup(), 'N1-2')).toContain('There is no such case group')
    expect(ask({}, aCaseGroup({ status: 'Closed' }), 'N1-lead')).toContain('closed')
  })
})

describe('ADV-1 in the incident path', () => {
  it('names the incident of the group that was sent to advice', () => {
    const incident = anIncident({ state: 'with-advice' })
    const group = aCaseGroup({ incidents: [incident] })
    expect(requestIn(ask({ incident: incident.id }, group))?.here?.advice?.incident).toBe(incident.id)
    expect(ask({ incident: incident.id })).toContain('no such incident on the case group')
  })
})

describe('ADV-4 the day it is due', () => {
  it('ADV-1: is five working days of the asking team’s division later, whoever’s case it is', () => {
    const teams = anOrganisation().teams.map(team => ({ ...team, division: 'scotland' as const }))
    const asked = requestIn(ask({}, aCaseGroup(), 'N1-1', anOrganisation({ teams })))
    expect(asked).toMatchObject({
      dueOn: '2026-11-27',
      here: { advice: { division: 'scotland', dueOn: '2026-11-27', dueAt: null } },
    })
  })

  it('urgent, is 24 hours on the clock, whatever day that is', () => {
    const advice = requestIn(ask({ urgent: true }))?.here?.advice
    expect(advice).toMatchObject({ dueAt: '2026-11-22T09:30:00.000Z', dueOn: '2026-11-22' })
  })
})
