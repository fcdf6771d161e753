import { afterEach, describe, expect, it } from 'vitest'
import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import type { SegmentName, StaffNumber, TeamId } from '../../../shared/domain/ids.ts'
import { aCaseGroup, aLetter, number } from '../../make/a-case-group.ts'
import { anEnvelope } from '../../make/a-command.ts'
import { aMember, anOrganisation } from '../../make/an-organisation.ts'
import { aClient, type TestClient } from '../support/a-client.ts'
import { aHub, type TestHub } from '../support/a-hub.ts'
import { withMember } from '../support/organisations.ts'

const plain = [aCaseGroup(), aCaseGroup({ id: number('10000002'), holder: 'N1-2' as StaffNumber })]

const sensitive = (id: string, more: Partial<CaseGroup> = {}) =>
  aCaseGroup({
    id: number(id),
    sensitive: true,
    segment: 'FS_GB_CCLNT_SCR' as SegmentName,
    team: 'SCR' as TeamId,
    holder: 'SCR-1' as StaffNumber,
    ...more,
  })

// In SCR somebody who is not nominated, too; nominated also a manager elsewhere, whose buckets have twins.
const organisation = (() => {
  const made = withMember('N1-mgr', { scrNominated: true })
  const newcomer = aMember('SCR-new', 'SCR', { roles: ['team-leader', 'segment-manager'] })
  return { ...made, staff: [...made.staff, newcomer] }
})()

const people = ['N1-1', 'N1-lead', 'SCR-new', 'it']

/** Everything that the hub answers to people who are not nominated, cookies of one length left out. */
async function bodies(clients: readonly TestClient[]): Promise<readonly string[]> {
  const found = []
  for (const client of clients) {
    const answer = await client.ask('POST', '/sync/pull', client.request())
    client.caseload.cookie = JSON.parse(answer.text).caseload.cookie
    found.push(answer.text.replace(/"cookie":"([^"]*)"/g, (_, cookie) => `"cookie":${cookie.length}`))
  }
  return found
}

const clientsOf = (hub: TestHub) => Promise.all(people.map(person => aClient(hub.app, person)))

const hubs: TestHub[] = []

afterEach(async () => {
  for (const hub of hubs.splice(0)) await hub.close()
})

async function opened(groups: readonly CaseGroup[]): Promise<TestHub> {
  const hub = await aHub(groups, organisation)
  hubs.push(hub)
  return hub
}

describe('ACC-3: a nationally sensitive group', () => {
  it('does not come gzipped, beside what others write: the length would tell what stands in it', async () => {
    const post = Array.from({ length: 4_000 }, (_, at) => aLetter(`post-${at}`, { subject: 'x'.repeat(60) }))
    const hub = await opened([aCaseGroup({ post }), sensitive('10000050', { post })])
    for (const [person, type] of [
      ['SCR-lead', 'application/json; charset=utf-8'],
      ['N1-lead', 'application/gzip'],
    ] as const) {
      const client = await aClient(hub.app, person)
      const answer = await client.ask('POST', '/sync/pull', client.request(), { accept: 'application/gzip' })
      expect([answer.status, answer.headers['content-type']]).toEqual([200, type])
    }
  })

  it('changes no byte of what the hub tells those who are not nominated, nor does work on it', async () => {
    const without = await opened(plain)
    const having = await opened([
      ...plain,
      sensitive('10000050'),
      sensitive('10000051', { holder: 'N1-1' as StaffNumber }),
    ])
    const [innocent, beside] = [await clientsOf(without), await clientsOf(having)]
    expect(await bodies(beside)).toEqual(await bodies(innocent))

    const nominated = await aClient(having.app, 'SCR-lead')
    const allocation = anEnvelope(
      'allocate-case-group',
      { masterCaseNumber: '10000050', team: 'SCR', holder: 'SCR-2' },
      { team: 'SCR', holder: 'SCR-1' },
    )
    await nominated.push(allocation)
    expect((await nominated.pull()).results).toEqual([{ seq: 1, result: { kind: 'accepted' } }])
    await having.write([sensitive('10000052')], organisation)
    expect(await bodies(beside)).toEqual(await bodies(innocent))

    for (const hub of [without, having]) await hub.write([aCaseGroup({ title: 'changed' })], organisation)
    expect(await bodies(beside)).toEqual(await bodies(innocent))
  })

  it('is answered for as a number that does not exist', async () => {
    const hub = await opened([...plain, sensitive('10000050')])
    for (const person of people) {
      const client = await aClient(hub.app, person)
      const take = (id: string) =>
        anEnvelope(
          'allocate-case-group',
          { masterCaseNumber: id, team: 'SCR', holder: 'SCR-2' },
          { team: 'SCR', holder: 'SCR-1' },
        )
      await client.push(take('10000050'), take('99999999'))
      const [hidden, missing] = (await client.pull()).results
      expect(hidden?.result).toEqual(missing?.result)
      expect(hidden?.result).toMatchObject({ kind: 'refused', refusal: { kind: 'not-found' } })
    }
  })

  it('comes to the nominated in a part of its own', async () => {
    const hub = await opened([...plain, sensitive('10000050')])
    const nominated = await aClient(hub.app, 'SCR-lead')
    const reply = await nominated.pull()
    expect(reply.caseload.patch.map(({ id }) => id)).toEqual(['organisation'])
    expect(reply.sensitive?.patch.map(({ id }) => id)).toEqual(['10000050'])
    expect(reply.sensitive?.grants.every(bucket => bucket.startsWith('scr/'))).toBe(true)
  })

  it('is not widened by nomination: one elsewhere does not see it', async () => {
    const hub = await opened([...plain, sensitive('10000050')])
    const elsewhere = await aClient(hub.app, 'N1-mgr')
    await elsewhere.pull()
    expect(elsewhere.ids()).not.toContain('10000050')
  })

  it('leaves every other device at the next pull when it is marked, and only its number is told', async () => {
    const hub = await opened(plain)
    const [worker, manager] = [await aClient(hub.app, 'N1-1'), await aClient(hub.app, 'N1-mgr')]
    await worker.pull()
    await manager.pull()
    await hub.write([aCaseGroup({ sensitive: true, title: 'Secret' })], organisation)
    const reply = await worker.pull()
    expect(reply.caseload.patch).toEqual([{ op: 'remove', kind: 'case-group', id: '10000001' }])
    expect(worker.ids()).toEqual(['organisation'])
    const seen = await manager.pull()
    expect(seen.caseload.patch).toEqual([{ op: 'remove', kind: 'case-group', id: '10000001' }])
    expect(seen.sensitive?.patch.map(({ op, id }) => [op, id])).toEqual([['put', '10000001']])
  })

  it('is gone from one who is nominated no longer', async () => {
    const hub = await opened([...plain, sensitive('10000050')])
    const nominated = await aClient(hub.app, 'SCR-lead')
    await nominated.pull()
    expect(nominated.ids()).toContain('10000050')
    const after = {
      ...anOrganisation(),
      staff: organisation.staff.map(m => (m.number === 'SCR-lead' ? { ...m, scrNominated: false } : m)),
    }
    await hub.write([after], after)
    expect((await nominated.pull()).sensitive).toBe(null)
    expect(nominated.ids()).toEqual(['organisation'])
  })
})
