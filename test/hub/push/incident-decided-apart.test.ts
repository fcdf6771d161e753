import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import { aCaseGroup, number } from '../../make/a-case-group.ts'
import { aDeputyship, aRota } from '../../make/a-rota.ts'
import { anIncident, anOwnIncident, aStep, incidentNamed } from '../../make/an-incident.ts'
import { aClient, type TestClient } from '../support/a-client.ts'
import { aHub, type TestHub } from '../support/a-hub.ts'

// The leader and his deputy decide the same incident, neither having heard of the other.

const incident = anIncident({ state: 'referred' })
const group = aCaseGroup({ incidents: [incident] })
const own = anOwnIncident({ id: incidentNamed('9'), state: 'referred' })
const other = aCaseGroup({ id: number('10000002'), incidents: [anIncident({ state: 'consulting' })] })

const authorising = (of = incident, id: string | null = group.id) => aStep('authorise-incident', of, {}, id)
const sendingBack = (of = incident, id: string | null = group.id) =>
  aStep('send-back-incident', of, { words: 'Try the other browser first.' }, id)

const accepted = { kind: 'accepted' }
const changed = (state: string) => ({
  kind: 'refused',
  refusal: { kind: 'changed', reason: `Somebody else decided since you looked. It is now: ${state}.` },
})

const standingIn = aRota('N1', {
  deputyships: [aDeputyship('N1-lead', 'N2-lead', '2026-11-20', '2026-11-30')],
})

let hub: TestHub
let leader: TestClient
let deputy: TestClient

beforeEach(async () => {
  hub = await aHub([group, own, other, standingIn])
  leader = await aClient(hub.app, 'N1-lead')
  deputy = await aClient(hub.app, 'N2-lead')
  await leader.pull()
  await deputy.pull()
})
afterEach(() => hub.close())

const resultOf = async (client: TestClient) => (await client.pull()).results.map(({ result }) => result)

/** Both pull at the end: they see the same. */
async function incidentAt(client: TestClient, id: string = group.id) {
  await client.pull()
  return (client.document(id) as CaseGroup).incidents[0]
}

describe('INC-14 two who decide the same incident apart', () => {
  it('the approval reaches the hub first and stands; the other is told how it stands', async () => {
    await leader.push(authorising())
    await deputy.push(sendingBack())
    expect(await resultOf(leader)).toEqual([accepted])
    expect(await resultOf(deputy)).toEqual([changed('authorised, ready for AAC')])
    const stands = { state: 'authorised', turn: 1, authorised: { by: 'N1-lead' }, history: [{}] }
    expect(await incidentAt(leader)).toMatchObject(stands)
    expect(await incidentAt(deputy)).toEqual(await incidentAt(leader))
  })

  it('the other way round what was sent back stands, and nothing is authorised', async () => {
    await deputy.push(sendingBack())
    await leader.push(authorising())
    expect(await resultOf(leader)).toEqual([changed('sent back with local actions')])
    expect(await resultOf(deputy)).toEqual([accepted])
    expect(await incidentAt(leader)).toMatchObject({
      state: 'local-action',
      authorised: null,
      history: [{ actor: { staff: 'N2-lead' }, facts: { words: 'Try the other browser first.' } }],
    })
  })

  it('two approvals at once are one: whoever came second is told, and who gave it does not change', async () => {
    await Promise.all([leader.push(authorising()), deputy.push(authorising())])
    const results = [...(await resultOf(leader)), ...(await resultOf(deputy))]
    expect(results).toContainEqual(accepted)
    expect(results).toContainEqual(changed('authorised, ready for AAC'))
    expect((await incidentAt(leader))?.history).toHaveLength(1)
  })

  it('of no case, too', async () => {
    await leader.push(authorising(own.incident, null))
    await deputy.push(sendingBack(own.incident, null))
    expect(await resultOf(deputy)).toEqual([changed('authorised, ready for AAC')])
  })

  it('a whole offline row of steps falls with the first of them', async () => {
    const [first] = other.incidents
    if (!first) throw new Error('The group has no incident.')
    await deputy.push(aStep('direct-referral', first, {}, other.id))
    await leader.push(
      aStep('ask-for-information', first, {}, other.id),
      aStep('give-information', { ...first, turn: 1 }, {}, other.id),
    )
    expect((await resultOf(leader)).map(result => result.kind)).toEqual(['refused', 'refused'])
    expect(await incidentAt(leader, other.id)).toMatchObject({ state: 'to-refer', turn: 1 })
  })
})
