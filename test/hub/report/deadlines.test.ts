import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { IncidentEntry } from '../../../shared/domain/incident.ts'
import { publicCalendar } from '../../make/a-calendar.ts'
import { aCaseGroup, aLock, aRequest, number } from '../../make/a-case-group.ts'
import { aRecovery } from '../../make/a-recovery.ts'
import { aGeneralRequest, anAdviceRequest } from '../../make/an-advice-request.ts'
import { anEntry, anIncident, incidentNamed } from '../../make/an-incident.ts'
import { staff } from '../../make/an-organisation.ts'
import { reportOf } from '../import/expected.ts'
import { aHub, type TestHub } from '../support/a-hub.ts'

const answer = { by: staff('DNA-1'), at: '2026-11-24T09:00:00Z', words: 'Secret words.', unanswerable: true }
const group = aCaseGroup({
  id: number('10000001'),
  lock: aLock({ reviewOn: '2026-11-24' }),
  serviceRequests: [
    aRequest('late', { dueOn: '2026-11-10' }),
    anAdviceRequest('DNA-1', { number: 'asked' as never }),
    anAdviceRequest('DNA-1', { number: 'answered' as never, status: 'Closed' }, { answer }),
  ],
})

const wasClosed: IncidentEntry = { ...anEntry('close-incident', '2026-11-22T09:00:00Z'), to: 'closed' }
const withIncidents = aCaseGroup({
  id: number('10000002'),
  lock: aLock({ category: 'incident-with-aac' }),
  incidents: [
    anIncident({ state: 'closed', history: [wasClosed] }),
    anIncident({
      id: incidentNamed('2'),
      state: 'check-back',
      checkBackOn: '2026-11-27',
      history: [anEntry('resolve-incident', '2026-11-21T10:00:00Z')],
    }),
  ],
})
const email = { receivedAt: '2026-11-23T09:00:00Z', replyTo: 'answers@aac.example', text: 'Secret words.' }
const answering = aCaseGroup({
  id: number('10000003'),
  incidents: [anIncident({ id: incidentNamed('3'), state: 'email-to-answer', email })],
})
const calledBack = aCaseGroup({
  id: number('10000004'),
  incidents: [
    anIncident({
      id: incidentNamed('4'),
      state: 'call-back',
      callBackAt: '2026-11-24T14:00:00Z',
      history: [anEntry('arrange-call-back', '2026-11-23T11:00:00Z')],
    }),
  ],
})

let hub: TestHub

beforeAll(async () => {
  hub = await aHub([
    publicCalendar,
    group,
    withIncidents,
    answering,
    calledBack,
    aGeneralRequest(),
    aRecovery(),
  ])
})

afterAll(() => hub.close())

describe('report advice', () => {
  it('ADV-1 says what was asked by whom, by when, and how it stands at a time, without a word of it', async () => {
    const rows = await reportOf(hub.url, 'advice', '2026-11-28T10:00:00Z')
    expect(rows.map(({ request, state, answeredBy }) => [request, state, answeredBy])).toEqual([
      ['asked', 'overdue', null],
      ['answered', 'unanswerable', 'DNA-1'],
      [aGeneralRequest().id, 'this-week', null],
    ])
    expect(JSON.stringify(rows)).not.toContain('Secret words')
  })

  it('has nothing of what was asked later, and no answer before it was given', async () => {
    expect(await reportOf(hub.url, 'advice', '2026-11-20T09:59:59Z')).toEqual([])
    const rows = await reportOf(hub.url, 'advice', '2026-11-24T08:59:59Z')
    expect(rows.map(({ state, answeredAt }) => [state, answeredAt])).toEqual([
      ['this-week', null],
      ['this-week', null],
      ['later', null],
    ])
  })
})

describe('report deadlines', () => {
  it('has every clock with how it is reckoned, and where it stands at a time', async () => {
    const rows = await reportOf(hub.url, 'deadlines', '2026-11-24T10:00:00Z')
    expect(
      rows.map(({ kind, masterCaseNumber, dueOn, state }) => [kind, masterCaseNumber, dueOn, state]),
    ).toEqual([
      ['service-request', '10000001', '2026-11-10', 'critical'],
      ['advice', '10000001', '2026-11-27', 'this-week'],
      ['lock-review', '10000001', '2026-11-24', 'today'],
      ['check-back', '10000002', '2026-11-27', 'this-week'],
      ['lock-after-incident', '10000002', '2026-11-22', 'overdue'],
      ['email-to-answer', '10000003', '2026-11-24', 'overdue'],
      ['call-back', '10000004', '2026-11-24', 'today'],
      ['general-advice', null, '2026-12-04', 'later'],
      ['recovery-chase', '10000001', '2026-11-24', 'today'],
    ])
    expect(rows[1]?.working).toContain('5 working days of Northern Ireland')
    const [later] = await reportOf(hub.url, 'deadlines', '2026-11-12T10:00:00Z')
    expect(later?.state).toBe('overdue')
  })

  it.each([
    ['LOCK-12', 'lock-review', '2026-09-03T10:00:00Z'],
    ['ADV-1', 'advice', '2026-11-20T10:00:00Z'],
    ['ADV-1', 'general-advice', '2026-11-20T10:00:00Z'],
    ['ORPH-4', 'recovery-chase', '2026-11-20T10:00:00Z'],
    ['INC-3', 'check-back', '2026-11-21T10:00:00Z'],
    ['INC-12', 'lock-after-incident', '2026-11-22T09:00:00Z'],
    ['INC-9', 'call-back', '2026-11-23T11:00:00Z'],
    ['INC-10', 'email-to-answer', '2026-11-23T09:00:00Z'],
  ])('%s has no %s as of a time before %s, when it began', async (_, kind, began) => {
    const kinds = async (at: string) => (await reportOf(hub.url, 'deadlines', at)).map(row => row.kind)
    expect(await kinds(began)).toContain(kind)
    expect(await kinds(new Date(Date.parse(began) - 1).toISOString())).not.toContain(kind)
  })

  it('SR-3 has a service request from the day it was created', async () => {
    expect(await reportOf(hub.url, 'deadlines', '2026-09-30T22:30:00Z')).toMatchObject([
      { kind: 'lock-review' },
    ])
    expect(await reportOf(hub.url, 'deadlines', '2026-09-30T23:30:00Z')).toMatchObject([
      { kind: 'service-request' },
      { kind: 'lock-review' },
    ])
  })
})
