import { describe, expect, it } from 'vitest'
import type { AdviceRequest } from '../../../shared/domain/advice.ts'
import type { CaseGroup, ServiceRequest } from '../../../shared/domain/case-group.ts'
import { clockWords, clockWorking } from '../../../shared/queries/incident-clock-words.ts'
import { turnWords } from '../../../shared/queries/incident-turn-words.ts'
import { incidentsToDo } from '../../../shared/queries/incidents.ts'
import { aCaseGroup } from '../../make/a-case-group.ts'
import { aGeneralRequest, anAdviceRequest } from '../../make/an-advice-request.ts'
import { anEntry, anIncident, anOwnIncident } from '../../make/an-incident.ts'
import { anOrganisation, staff } from '../../make/an-organisation.ts'
import { readingsFor, TODAY } from '../../make/readings.ts'

const NOW = `${TODAY}T09:30:00.000Z`
const sentAt = '2026-11-20T09:00:00.000Z'
const sent = anIncident({
  state: 'with-advice',
  history: [{ ...anEntry('send-to-advice', sentAt), to: 'with-advice' }],
})
const asked = { incident: sent.id, askedAt: '2026-11-20T10:00:00.000Z' }
const answer = {
  by: staff('DNA-1'),
  at: '2026-11-21T08:00:00.000Z',
  words: 'Net income.',
  unanswerable: false,
}

const seenBy = (who: string, requests: readonly ServiceRequest[] = [], more: Partial<CaseGroup> = {}) => {
  const group = aCaseGroup({ incidents: [sent], serviceRequests: requests, ...more })
  const readings = readingsFor(who, [group])
  const [row] = readings.incidents
  return row
    ? {
        section: row.section,
        waitsFor: turnWords(row, readings.index, TODAY),
        toDo: incidentsToDo(readings.incidents),
        clock: clockWords(row.clock, NOW),
      }
    : undefined
}

describe('INC-3, ADV-1 an incident that was sent to Advice and Guidance', () => {
  it('waits for the caseworker until he has asked', () => {
    const before = { section: 'ask', waitsFor: 'Person N1-1', clock: '1 day' }
    expect(seenBy('N1-1')).toEqual({ ...before, toDo: 1 })
    expect(seenBy('N1-lead')).toEqual({ ...before, toDo: 0 })
  })

  it('waits for the team leader where whoever raised it may raise no service request on the group', () => {
    const specialists = { incidents: [{ ...sent, raisedBy: staff('DNA-1') }] }
    expect(seenBy('N1-lead', [anAdviceRequest('DNA-1')], specialists)).toMatchObject({
      section: 'ask',
      waitsFor: 'Person N1-lead',
      toDo: 1,
    })
  })

  it('waits for Advice and Guidance while they are asked, and has their clock', () => {
    expect(seenBy('N1-1', [anAdviceRequest('DNA-1', {}, asked)])).toEqual({
      section: 'advice',
      waitsFor: 'Advice and Guidance',
      toDo: 0,
      clock: expect.stringMatching(/^advice due 27 Nov/),
    })
    const urgent = anAdviceRequest('DNA-1', {}, { ...asked, urgent: true, dueAt: '2026-11-21T10:00:00Z' })
    const { incidents } = readingsFor('N1-1', [aCaseGroup({ incidents: [sent], serviceRequests: [urgent] })])
    expect(incidents.map(({ clock }) => clockWorking(clock, NOW))).toEqual([
      'Advice and Guidance was asked and answers by today at 10:00.',
    ])
  })

  it('ADV-2 waits for whoever decides once they have answered', () => {
    const closed = anAdviceRequest('DNA-1', { status: 'Closed' }, { ...asked, answer })
    for (const who of ['N1-1', 'N1-lead'])
      expect(seenBy(who, [closed])).toEqual({
        section: 'advised',
        waitsFor: 'Person N1-1 or Person N1-lead',
        toDo: 1,
        clock: 'since 08:00',
      })
  })

  it('and where the request was closed without an answer', () => {
    const closed = anAdviceRequest('DNA-1', { status: 'Closed' }, asked)
    expect(seenBy('N1-lead', [closed])).toMatchObject({ section: 'advised', toDo: 1 })
  })

  it('waits to be asked anew when it was sent there again', () => {
    const earlier = anAdviceRequest('DNA-1', {}, { ...asked, askedAt: '2026-11-20T08:00:00.000Z', answer })
    expect(seenBy('N1-1', [earlier])).toMatchObject({ section: 'ask' })
  })
})

describe('INC-3, ADV-1 one that affects no case', () => {
  const own = anOwnIncident({ state: 'with-advice', history: sent.history })
  const request = aGeneralRequest()
  const question: AdviceRequest = { ...request, advice: { ...request.advice, ...asked, incident: own.id } }
  const sections = (who: string, advice: readonly AdviceRequest[]) =>
    readingsFor(who, [], anOrganisation(), undefined, { ownIncidents: [own], advice }).incidents.map(
      ({ section }) => section,
    )

  it('goes by what was asked without one', () => {
    expect(sections('N1-1', [])).toEqual(['ask'])
    expect(sections('N1-1', [question])).toEqual(['advice'])
    expect(sections('N1-lead', [{ ...question, advice: { ...question.advice, answer } }])).toEqual([
      'advised',
    ])
  })

  it('says nothing of that to who is not sent it', () => {
    expect(sections('N1-mgr', [])).toEqual(['advice'])
  })
})
