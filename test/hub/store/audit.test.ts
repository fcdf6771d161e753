import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { auditHash } from '../../../hub/store/audit-chain.ts'
import { aCaseGroup, number } from '../../make/a-case-group.ts'
import { anEnvelope } from '../../make/a-command.ts'
import { anIncident, aStep } from '../../make/an-incident.ts'
import { aClient } from '../support/a-client.ts'
import { aHub, type TestHub } from '../support/a-hub.ts'

let hub: TestHub

beforeEach(async () => {
  hub = await aHub(Array.from({ length: 10 }, (_, n) => aCaseGroup({ id: number(String(10000000 + n)) })))
})

afterEach(() => hub.close())

const allocation = (n: number) =>
  anEnvelope(
    'allocate-case-group',
    { masterCaseNumber: String(10000000 + n), team: 'N1', holder: 'N1-2' },
    { team: 'N1', holder: 'N1-1' },
  )

describe('ACC-5: the audit trail', () => {
  it('is one unbroken chain, whoever pushes at once', async () => {
    const clients = await Promise.all(
      ['N1-lead', 'N1-mgr', 'N1-lead'].map(person => aClient(hub.app, person)),
    )
    await Promise.all(
      clients.map((client, n) => client.push(allocation(n), allocation(n + 3), allocation(n + 6))),
    )
    const links = await hub.database.db.selectFrom('audit').selectAll().orderBy('seq').execute()
    expect(links.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
    let previous: Buffer = Buffer.alloc(32)
    for (const link of links) {
      expect(link.previous).toEqual(previous)
      previous = auditHash(previous, link.seq, link.at, link.entry)
      expect(link.hash).toEqual(previous)
    }
    const head = await hub.database.db.selectFrom('hub_version').selectAll().executeTakeFirstOrThrow()
    expect([head.audit_seq, head.audit_hash]).toEqual([9, previous])
  })

  it('INC-13 has each step of an incident before and after, with its lock', async () => {
    const incident = anIncident({ state: 'authorised' })
    const id = number('20000000')
    await hub.write([aCaseGroup({ id, incidents: [incident] })])
    const raiser = await aClient(hub.app, 'N1-1')
    await raiser.push(aStep('raise-with-aac', incident, {}, id))
    const { entry } = await hub.database.db.selectFrom('audit').select('entry').executeTakeFirstOrThrow()
    expect(JSON.parse(entry)).toMatchObject({
      action: 'raise-with-aac',
      args: { outcome: { number: 'INC0042' } },
      changes: [
        {
          before: { incidents: { [incident.id]: { state: 'authorised', number: null } }, lock: null },
          after: {
            incidents: { [incident.id]: { state: 'with-aac', number: 'INC0042' } },
            lock: { category: 'incident-with-aac' },
          },
        },
      ],
    })
  })

  it('has nothing of a command that was refused', async () => {
    const stranger = await aClient(hub.app, 'S1-lead')
    await stranger.push(allocation(1))
    expect(await hub.database.db.selectFrom('audit').selectAll().execute()).toEqual([])
  })

  it.each([
    ['changed', "UPDATE audit SET entry = '{}'"],
    ['deleted', 'DELETE FROM audit'],
    ['emptied', 'TRUNCATE audit'],
  ])('cannot be %s', async (_, statement) => {
    const leader = await aClient(hub.app, 'N1-lead')
    await leader.push(allocation(1))
    await expect(sql.raw(statement).execute(hub.database.db)).rejects.toThrow('Nothing in the audit trail')
  })
})
