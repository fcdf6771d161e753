import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aCaseGroup, number } from '../../make/a-case-group.ts'
import { aLostRequest, aRecovery, organisationLeft } from '../../make/a-recovery.ts'
import { anAbsence, aRota } from '../../make/a-rota.ts'
import { anIncident, aRaising, aStep } from '../../make/an-incident.ts'
import { segment, staff, team } from '../../make/an-organisation.ts'
import { aClient } from '../support/a-client.ts'
import { aHub, type TestHub } from '../support/a-hub.ts'

const lost = aLostRequest('5-1')
const incident = anIncident({ serviceRequest: lost.number })
const withdrawn = aCaseGroup({ id: '10000002' as never, serviceRequests: [lost], incidents: [incident] })
const recovery = (id: string, incidentOpen: boolean) =>
  aRecovery({
    masterCaseNumber: id as never,
    serviceRequest: { number: lost.number, kind: 'functionally-unique' },
    incidentOpen,
    team: team('DNA'),
    segment: segment('FS_GB_CCLNT_DNA'),
    holder: lost.holder,
  })

let hub: TestHub

beforeEach(async () => {
  const documents = [aCaseGroup({ serviceRequests: [lost] }), withdrawn]
  const recoveries = [recovery('10000001', false), recovery('10000002', true)]
  hub = await aHub([...documents, ...recoveries], organisationLeft())
})
afterEach(() => hub.close())

describe('INC-6, INC-15 an incident that affects no case', () => {
  it('is taken by the hub, which has to be told that it makes a document', async () => {
    const raiser = await aClient(hub.app, 'N1-1')
    await raiser.pull()
    await raiser.push(
      aRaising({
        masterCaseNumber: null,
        checks: { ...anIncident().checks, colleagueAsked: 'Nobody there' },
      }),
    )
    expect((await raiser.pull()).results).toEqual([{ seq: 1, result: { kind: 'accepted' } }])
  })
})

describe('INC-18 the recovery request of a specialist’s request', () => {
  it('learns that an incident is open on it, and that it is not any more', async () => {
    const leader = await aClient(hub.app, 'N1-lead')
    const it = await aClient(hub.app, 'it')
    await leader.pull()
    await leader.push(
      aRaising({ serviceRequest: lost.number }),
      aStep('withdraw-incident', incident, {}, withdrawn.id),
    )
    expect((await leader.pull()).results.map(({ result }) => result.kind)).toEqual(['accepted', 'accepted'])
    await it.pull()
    const open = ['10000001', '10000002'].map(id => it.document(recovery(id, false).id))
    expect(open).toMatchObject([{ incidentOpen: true }, { incidentOpen: false }])
  })
})

describe('INC-16, TEAM-3 a leader’s own incident, with the manager away', () => {
  it('comes to another leader of the segment, who authorises it, and goes from his desk again', async () => {
    const own = anIncident({ state: 'referred', raisedBy: staff('N1-lead') })
    const group = aCaseGroup({ id: number('10000003'), incidents: [own] })
    const away = aRota('N1', { absences: [anAbsence('N1-mgr', '2026-11-20', '2026-11-30')] })
    await hub.write([away, group])
    const other = await aClient(hub.app, 'N2-lead')
    await other.pull()
    expect(other.document(group.id)).toMatchObject({ incidents: [{ state: 'referred' }] })
    await other.push(aStep('authorise-incident', own, { readConsultation: true }, group.id))
    expect((await other.pull()).results).toEqual([{ seq: 1, result: { kind: 'accepted' } }])
    expect(other.document(group.id)).toBeUndefined()
    const raiser = await aClient(hub.app, 'N1-lead')
    await raiser.pull()
    expect(raiser.document(group.id)).toMatchObject({
      incidents: [{ state: 'authorised', authorised: { by: 'N2-lead' } }],
    })
  })
})
