import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { asked, fitsBeside } from '../../../hub/push/push.ts'
import type { Envelope } from '../../../shared/commands/envelope.ts'
import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import type { StaffNumber } from '../../../shared/domain/ids.ts'
import { aCaseGroup, aRequest, number } from '../../make/a-case-group.ts'
import { anEnvelope } from '../../make/a-command.ts'
import { aClient, type TestClient } from '../support/a-client.ts'
import { aHub, type TestHub } from '../support/a-hub.ts'

const crew = [
  'N1-1',
  'N1-2',
  'N2-1',
  'N2-2',
  'S1-1',
  'S1-2',
  'E1-1',
  'E1-2',
  'DNA-1',
  'DNA-2',
] as StaffNumber[]

/** A group in everybody's hands, with work to do in it. */
const groups = crew.map((holder, at): CaseGroup => {
  const team = holder.split('-')[0] as CaseGroup['team']
  return aCaseGroup({
    id: number(String(10_000_001 + at)),
    team,
    holder,
    serviceRequests: [aRequest('1', { holder })],
  })
})

const completion = (at: number) =>
  anEnvelope('complete-activity', { masterCaseNumber: groups[at]?.id, request: '1', sequence: 2 }, {}, null)

let hub: TestHub
let clients: readonly TestClient[]

beforeEach(async () => {
  hub = await aHub(groups)
  clients = await Promise.all(crew.map(person => aClient(hub.app, person)))
})

afterEach(() => hub.close())

async function versions(): Promise<number> {
  const { version } = await hub.database.db
    .selectFrom('hub_version')
    .select('version')
    .executeTakeFirstOrThrow()
  return version
}

const resultsOf = async (client: TestClient) =>
  (await client.pull()).results.map(({ result }) =>
    result.kind === 'refused' ? result.refusal.kind : result.kind,
  )

const actors = async () => {
  const rows = await hub.database.db.selectFrom('audit').select('entry').orderBy('seq').execute()
  return rows.map(({ entry }) => JSON.parse(entry)).flatMap(({ actor }) => actor.staff ?? [])
}

describe('what is taken together', () => {
  const some = (
    staffNumber: string,
    count = 1,
    envelope: Envelope = completion(0),
    clientId: string = randomUUID(),
  ) =>
    asked({} as never, {
      protocol: 1,
      staffNumber: staffNumber as never,
      clientId: clientId as never,
      commands: Array.from({ length: count }, (_, at) => ({ seq: at + 1, envelope })),
    })
  const absence = { team: 'N1', staff: 'N1-2', from: '2026-12-01', to: '2026-12-04', replaces: null }
  const rota = some('N1-lead', 1, anEnvelope('mark-absent', absence, { until: null }, null))

  it('is a hundred commands at the most', () => {
    expect(fitsBeside(some('N1-1', 40), [some('N1-2', 60)])).toBe(true)
    expect(fitsBeside(some('N1-1', 41), [some('N1-2', 60)])).toBe(false)
  })

  it('is of one person, and from one client, no more than one', () => {
    const { clientId } = some('N1-1').request
    expect(fitsBeside(some('N1-1'), [some('N1-2'), some('N1-1')])).toBe(false)
    expect(
      fitsBeside(some('N1-1', 1, completion(0), clientId), [some('N1-2', 1, completion(1), clientId)]),
    ).toBe(false)
  })

  it('is nothing beside what changes who may do what, whichever came first (TEAM-3)', () => {
    expect(fitsBeside(rota, [some('N1-1')])).toBe(false)
    expect(fitsBeside(some('N1-1'), [rota])).toBe(false)
  })
})

describe('pushes that come together', () => {
  it('are each done and told to whoever sent it, in fewer versions than they are (ACC-5)', async () => {
    const before = await versions()
    const answers = await Promise.all(clients.map((client, at) => client.push(completion(at))))
    expect(answers.map(answer => answer.json())).toEqual(crew.map(() => ({ protocol: 1, lastSeq: 1 })))
    for (const client of clients) expect(await resultsOf(client)).toEqual(['accepted'])
    expect((await versions()) - before).toBeLessThan(crew.length)
    expect((await actors()).sort()).toEqual([...crew].sort())
  })

  it('do not answer for each other: what cannot be taken of one is refused to him alone', async () => {
    const [first, second] = clients as [TestClient, TestClient]
    const send = (client: TestClient, seq: number, at: number, clientId = client.clientId) => {
      const commands = [{ seq, envelope: completion(at) }]
      return client.ask('POST', '/sync/push', {
        protocol: 1,
        staffNumber: client.staffNumber,
        clientId,
        commands,
      })
    }
    await first.push(completion(0))
    const rest = clients.slice(4)
    const [foreign, gap, ...others] = await Promise.all([
      send(second, 2, 1, first.clientId),
      send(clients[2] as TestClient, 2, 2),
      ...rest.map((client, at) => client.push(completion(at + 4))),
      // Of another person's group: taken, and refused.
      clients[3]?.push(completion(0)),
    ])
    expect([foreign?.status, gap?.status]).toEqual([403, 409])
    expect(others.map(answer => answer?.status)).toEqual([...rest, null].map(() => 200))
    for (const client of rest) expect(await resultsOf(client)).toEqual(['accepted'])
    expect(await resultsOf(clients[3] as TestClient)).toEqual(['not-found'])
    expect((await clients[2]?.pull())?.lastSeq).toBe(0)
  })

  it('each decide on what those before it left: of two who race for one group one wins (TEAM-1)', async () => {
    const overseers = ['N1-lead', 'N1-mgr']
    const devices = await Promise.all(overseers.map(person => aClient(hub.app, person)))
    const contested = groups[0] as CaseGroup
    const take = anEnvelope(
      'allocate-case-group',
      { masterCaseNumber: contested.id, team: 'N1', holder: 'N1-2' },
      { team: 'N1', holder: 'N1-1' },
      null,
    )
    // Behind others, who take all the room there is: so they are worked on together.
    const raced = await Promise.all([
      ...clients.slice(1).map((client, at) => client.push(completion(at + 1))),
      ...devices.map(device => device.push({ ...take, id: randomUUID() as never })),
    ])
    expect(raced.map(({ status }) => status)).toEqual(raced.map(() => 200))
    const told = (await Promise.all(devices.map(resultsOf))).flat()
    expect(told.sort()).toEqual(['accepted', 'changed'])
  })

  it('of one person are done once, whichever of his devices brings them first', async () => {
    const again = await Promise.all(crew.map(person => aClient(hub.app, person)))
    const envelopes = crew.map((_, at) => completion(at))
    await Promise.all(
      [clients, again].flatMap(all => all.map((client, at) => client.push(envelopes[at] as never))),
    )
    for (const client of [...clients, ...again]) expect(await resultsOf(client)).toEqual(['accepted'])
    expect((await actors()).length).toBe(crew.length)
  })
})
