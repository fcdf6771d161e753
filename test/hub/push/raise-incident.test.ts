import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aCaseGroup } from '../../make/a-case-group.ts'
import { aLostRequest, aRecovery, organisationLeft } from '../../make/a-recovery.ts'
import { anIncident, aRaising, aStep } from '../../make/an-incident.ts'
import { segment, team } from '../../make/an-organisation.ts'
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
