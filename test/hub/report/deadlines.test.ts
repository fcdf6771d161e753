import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { publicCalendar } from '../../make/a-calendar.ts'
import { aCaseGroup, aLock, aRequest, number } from '../../make/a-case-group.ts'
import { aRecovery } from '../../make/a-recovery.ts'
import { aGeneralRequest, anAdviceRequest } from '../../make/an-advice-request.ts'
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

let hub: TestHub

beforeAll(async () => {
  hub = await aHub([publicCalendar, group, aGeneralRequest(), aRecovery()])
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
      ['general-advice', null, '2026-12-04', 'later'],
      ['recovery-chase', '10000001', '2026-11-24', 'today'],
    ])
    expect(rows[1]?.working).toContain('5 working days of Northern Ireland')
    const [later] = await reportOf(hub.url, 'deadlines', '2026-11-12T10:00:00Z')
    expect(later?.state).toBe('overdue')
  })
})
