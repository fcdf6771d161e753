import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { loadOrganisation } from '../../../hub/store/load-organisation.ts'
import { openVersion } from '../../../hub/store/open-version.ts'
import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import { indexOrganisation } from '../../../shared/domain/organisation-index.ts'
import { aCaseGroup, number } from '../../make/a-case-group.ts'
import { anEnvelope } from '../../make/a-command.ts'
import { anOrganisation } from '../../make/an-organisation.ts'
import { aClient } from '../support/a-client.ts'
import { aHub, anotherHub, NOW, type TestHub } from '../support/a-hub.ts'

const index = indexOrganisation(anOrganisation())
const groups = Array.from({ length: 40 }, (_, n) => aCaseGroup({ id: number(String(10000000 + n)) }))

let one: TestHub
let two: TestHub

beforeEach(async () => {
  one = await aHub(groups)
  two = await anotherHub(one.url)
})

afterEach(async () => {
  await two.close()
  await one.close()
})

/** Writes a group and keeps its transaction open until it is let go, before or under the version lock. */
function slowWriter(hub: TestHub, group: CaseGroup, stall: 'before' | 'under') {
  const { promise: held, resolve: letGo } = Promise.withResolvers<void>()
  const done = hub.database.db.transaction().execute(async tx => {
    const version = openVersion(tx, index, NOW)
    await version.put([group])
    if (stall === 'before') await held
    const made = await version.finish()
    if (stall === 'under') await held
    return made
  })
  return { letGo, done }
}

const changed = (n: number, title: string) => aCaseGroup({ id: number(String(10000000 + n)), title })

describe('versions', () => {
  it('are in the order of commits: a slow writer gets its number when it is ready', async () => {
    const slow = slowWriter(one, changed(1, 'slow'), 'before')
    const fast = await two.write([changed(2, 'fast')])
    slow.letGo()
    expect(await slow.done).toBe((fast ?? 0) + 1)
  })

  it('never let a pull pass a change by that commits late', async () => {
    const manager = await aClient(two.app, 'N1-mgr')
    await manager.pull()
    const slow = slowWriter(one, changed(1, 'slow'), 'under')
    await sleep(50)
    const waiting = two.write([changed(2, 'after it')])
    await sleep(50)
    await manager.pull()
    expect(manager.document('10000001')).toMatchObject({ title: groups[1]?.title })
    slow.letGo()
    const [first, second] = [await slow.done, await waiting]
    expect(second).toBe((first ?? 0) + 1)
    await manager.pull()
    expect(manager.document('10000001')).toMatchObject({ title: 'slow' })
    expect(manager.document('10000002')).toMatchObject({ title: 'after it' })
  })

  it('lose nothing while two hubs are pushed to, pulled from and rolled back at once', async () => {
    const pushers = await Promise.all(
      ['N1-lead', 'N1-mgr'].flatMap(person => [one, two].map(hub => aClient(hub.app, person))),
    )
    const watchers = [await aClient(one.app, 'N1-mgr'), await aClient(two.app, 'N1-lead')]
    const work = pushers.map(async (client, offset) => {
      for (let n = offset; n < groups.length; n += pushers.length) {
        await client.push(allocation(n))
        if (n % 3 === 0) await rolledBack(offset % 2 ? one : two, n)
      }
    })
    let working = true
    const watching = watchers.map(async client => {
      while (working) await client.pull()
      await client.pull()
    })
    await Promise.all(work)
    working = false
    await Promise.all(watching)
    for (const client of watchers) {
      const holders = groups.map(({ id }) => (client.document(id) as CaseGroup).holder)
      expect(holders).toEqual(groups.map(() => 'N1-2'))
    }
  })

  it('have an import and a push wait for each other, neither half-way through the other', async () => {
    const leader = await aClient(two.app, 'N1-lead')
    const { promise: held, resolve: letGo } = Promise.withResolvers<void>()
    const importing = one.database.db.transaction().execute(async tx => {
      await loadOrganisation(tx, 'alone')
      await held
      const version = openVersion(tx, index, NOW)
      await version.put([aCaseGroup({ id: number('10000039'), title: 'imported' })])
      return version.finish()
    })
    await sleep(50)
    const pushing = leader.push(allocation(39))
    await sleep(50)
    letGo()
    await importing
    expect((await pushing).status).toBe(200)
    await leader.pull()
    expect(leader.document('10000039')).toMatchObject({ title: 'imported', holder: 'N1-2' })
  })

  it('are pulled while any number of pushes wait for an import', async () => {
    const [leader, worker] = [await aClient(two.app, 'N1-lead'), await aClient(two.app, 'N1-1')]
    const pushers = await Promise.all(
      Array.from({ length: 20 }, (_, n) => aClient(two.app, n % 2 ? 'N1-lead' : 'N1-mgr')),
    )
    const { promise: held, resolve: letGo } = Promise.withResolvers<void>()
    const importing = one.database.db.transaction().execute(async tx => {
      await loadOrganisation(tx, 'alone')
      await held
    })
    await sleep(50)
    const pushing = pushers.map((client, n) => client.push(allocation(n)))
    await sleep(50)
    await leader.pull()
    await worker.pull()
    expect(leader.document('10000001')).toMatchObject({ holder: 'N1-1' })
    letGo()
    await importing
    expect((await Promise.all(pushing)).map(({ status }) => status)).toEqual(pushers.map(() => 200))
  })
})

const allocation = (n: number) =>
  anEnvelope(
    'allocate-case-group',
    { masterCaseNumber: String(10000000 + n), team: 'N1', holder: 'N1-2' },
    { team: 'N1', holder: 'N1-1' },
  )

async function rolledBack(hub: TestHub, n: number): Promise<void> {
  const failing = hub.database.db.transaction().execute(async tx => {
    await sql`SET LOCAL lock_timeout = '2s'`.execute(tx)
    const version = openVersion(tx, index, NOW)
    await version.put([aCaseGroup({ id: number(String(90000000 + n)) })])
    await version.finish()
    throw new Error('given up')
  })
  await expect(failing).rejects.toThrow('given up')
}
