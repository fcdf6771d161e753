import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aCaseGroup, aLock, number } from '../../make/a-case-group.ts'
import { anIncident, anOwnIncident, incidentNamed, withAac } from '../../make/an-incident.ts'
import { reportOf } from '../import/expected.ts'
import { aHub, type TestHub } from '../support/a-hub.ts'

const email = {
  receivedAt: '2026-11-20T09:00:00.000Z',
  replyTo: 'answers@aac.example',
  text: 'Secret words.',
}
const group = aCaseGroup({
  id: number('10000001'),
  lock: aLock(),
  incidents: [
    withAac({ state: 'email-to-answer', email }),
    anIncident({ id: incidentNamed('2'), state: 'check-back', checkBackOn: '2026-11-21' }),
  ],
})

const closed = aCaseGroup({
  id: number('10000002'),
  status: 'Closed',
  incidents: [withAac({ id: incidentNamed('4') }), anIncident({ id: incidentNamed('5'), state: 'closed' })],
})

let hub: TestHub

beforeAll(async () => {
  hub = await aHub([group, closed, anOwnIncident({ id: incidentNamed('3'), state: 'referred' })])
})

afterAll(() => hub.close())

describe('report incidents', () => {
  it('INC-10 has every incident, whose turn it is and what is late at a time, without a word of it', async () => {
    const rows = await reportOf(hub.url, 'incidents', '2026-11-21T09:00:00.001Z')
    expect(
      rows.map(({ masterCaseNumber, state, turn, clock, due, late, locked }) => [
        masterCaseNumber,
        state,
        turn,
        clock,
        due,
        late,
        locked,
      ]),
    ).toEqual([
      ['10000001', 'email-to-answer', 'either', 'answer', '2026-11-21T09:00:00.000Z', true, true],
      ['10000001', 'check-back', 'either', 'check-back', '2026-11-21', false, true],
      ['10000002', 'with-aac', 'aac', 'since', null, false, false],
      [null, 'referred', 'leader', 'since', null, false, null],
    ])
    expect(JSON.stringify(rows)).not.toMatch(/Secret words|SBL-DAT/)
  })

  it('is as of the time that is asked', async () => {
    const [answer, check] = await reportOf(hub.url, 'incidents', '2026-11-20T10:00:00.000Z')
    expect([answer?.late, check?.turn]).toEqual([false, 'nobody'])
  })

  it('INC-13 has nothing of what was raised later', async () => {
    expect(await reportOf(hub.url, 'incidents', '2026-11-20T09:59:59.999Z')).toEqual([])
  })

  it('of now has everything, though the clock of who asks is behind', async () => {
    expect(await reportOf(hub.url, 'incidents', null)).toHaveLength(4)
  })
})
