import { gunzipSync } from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'
import { cookieAhead } from '../../../renderer/sync/cookie-ahead.ts'
import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import type { StaffNumber, TeamId } from '../../../shared/domain/ids.ts'
import { PULL_BYTES } from '../../../shared/sync/protocol-version.ts'
import type { PullReply } from '../../../shared/sync/pull.ts'
import { aCaseGroup, aLetter, number } from '../../make/a-case-group.ts'
import { aClient } from '../support/a-client.ts'
import { aHub, type TestHub } from '../support/a-hub.ts'
import { withMember } from '../support/organisations.ts'

let hub: TestHub

afterEach(() => hub.close())

// About 9 KB each, so that a page holds some 230.
const letters = Array.from({ length: 60 }, (_, place) =>
  aLetter(`post-${place}`, { subject: 'x'.repeat(60) }),
)
const big = (n: number, more: Partial<CaseGroup> = {}) =>
  aCaseGroup({ id: number(String(20000000 + n)), post: letters, ...more })
const bigs = (from: number, count: number, more: Partial<CaseGroup> = {}) =>
  Array.from({ length: count }, (_, place) => big(from + place, more))

const N1_2 = { holder: 'N1-2' as StaffNumber }

describe('a pull of more than a page', () => {
  it('cuts pages at 2 MB, and only the last one carries digests, results and lastSeq', async () => {
    hub = await aHub(bigs(0, 600))
    const leader = await aClient(hub.app, 'N1-lead')
    const pages = []
    do pages.push(await leader.pullPage())
    while (pages.at(-1)?.caseload.more)
    expect(pages.length).toBe(3)
    const ids = pages.flatMap(({ caseload }) => caseload.patch.map(({ id }) => id))
    expect(new Set(ids).size).toBe(ids.length)
    for (const { caseload } of pages.slice(0, -1)) {
      const bytes = Buffer.byteLength(JSON.stringify(caseload.patch))
      expect(bytes).toBeGreaterThanOrEqual(PULL_BYTES)
      expect(bytes).toBeLessThan(PULL_BYTES + 20_000)
      expect(caseload.digests).toBe(null)
    }
    expect(leader.ids()).toHaveLength(601)
  })

  it('says the cookie of the next page where a desk looks for it before it has parsed the page', async () => {
    hub = await aHub(bigs(0, 600))
    const leader = await aClient(hub.app, 'N1-lead')
    const { text } = await leader.ask('POST', '/sync/pull', leader.request())
    const { caseload } = JSON.parse(text) as PullReply
    expect(caseload.more).toBe(true)
    expect(cookieAhead(text)).toBe(caseload.cookie)
  })

  it('comes gzipped to a client that takes it so, and is the same page', async () => {
    hub = await aHub(bigs(0, 600))
    const leader = await aClient(hub.app, 'N1-lead')
    const asked = (accept: string) => leader.ask('POST', '/sync/pull', leader.request(), { accept })
    const [plain, zipped] = [
      await asked('application/json'),
      await asked('application/json, application/gzip'),
    ]
    expect([plain, zipped].map(({ headers }) => headers['content-type'])).toEqual([
      'application/json; charset=utf-8',
      'application/gzip',
    ])
    expect(zipped.bytes.length * 4).toBeLessThan(plain.bytes.length)
    const withoutCookie = ({ caseload, ...rest }: PullReply) => ({
      ...rest,
      caseload: { ...caseload, cookie: '' },
    })
    const unzipped = JSON.parse(gunzipSync(zipped.bytes).toString()) as PullReply
    expect(withoutCookie(unzipped)).toEqual(withoutCookie(plain.json() as PullReply))
  })

  it('comes as it is where it is short, whatever the client takes', async () => {
    hub = await aHub(bigs(0, 20))
    const leader = await aClient(hub.app, 'N1-lead')
    const short = await leader.ask('POST', '/sync/pull', leader.request(), { accept: 'application/gzip' })
    expect(short.headers['content-type']).toBe('application/json; charset=utf-8')
    expect((short.json() as PullReply).caseload.patch).toHaveLength(21)
  })

  it('catches up with what changed, came and went between its pages', async () => {
    hub = await aHub(bigs(0, 600))
    const worker = await aClient(hub.app, 'N1-1')
    await worker.pullPage()
    await hub.write([
      big(0, { title: 'sent already, changed since' }),
      big(1, N1_2),
      big(599, N1_2),
      big(598, { title: 'not sent yet' }),
      big(700),
    ])
    await worker.pullPage()
    await hub.write([big(2, N1_2), big(1)])
    await worker.pull()
    expect(worker.ids()).toHaveLength(600)
    expect(worker.document('20000000')).toMatchObject({ title: 'sent already, changed since' })
    expect(worker.document('20000001')).toEqual(big(1))
    expect(worker.document('20000002')).toBe(undefined)
    expect(worker.document('20000599')).toBe(undefined)
    expect(worker.document('20000700')).toEqual(big(700))
  })

  it('sends again a page whose reply was lost', async () => {
    hub = await aHub(bigs(0, 300))
    const worker = await aClient(hub.app, 'N1-1')
    await worker.ask('POST', '/sync/pull', worker.request())
    const first = await worker.pullPage()
    await worker.ask('POST', '/sync/pull', worker.request())
    await worker.pull()
    expect(first.caseload.more).toBe(true)
    expect(worker.ids()).toHaveLength(301)
  })

  it('pages through changes of one version too', async () => {
    hub = await aHub(bigs(0, 600))
    const worker = await aClient(hub.app, 'N1-1')
    await worker.pull()
    await hub.write(bigs(0, 600, { title: 'all changed' }))
    const first = await worker.pullPage()
    expect([first.caseload.reset, first.caseload.more]).toEqual([false, true])
    await hub.write([big(5, { title: 'changed again' }), big(6, N1_2), big(590, N1_2)])
    await worker.pull()
    expect(worker.ids()).toHaveLength(599)
    expect(worker.document('20000005')).toMatchObject({ title: 'changed again' })
    expect(worker.document('20000400')).toMatchObject({ title: 'all changed' })
  })

  it('sends each change once', async () => {
    hub = await aHub(bigs(0, 600))
    const worker = await aClient(hub.app, 'N1-1')
    await worker.pull()
    await hub.write(bigs(0, 600, { title: 'all changed' }))
    const pages = []
    do pages.push(await worker.pullPage())
    while (pages.at(-1)?.caseload.more)
    expect(pages.flatMap(({ caseload }) => caseload.patch)).toHaveLength(600)
  })

  it('takes a bucket in that is granted between its pages, and lets one go that is not any more', async () => {
    hub = await aHub([
      ...bigs(0, 400),
      ...bigs(1000, 300, { team: 'N2' as TeamId, holder: 'N2-1' as StaffNumber }),
    ])
    const leader = await aClient(hub.app, 'N1-lead')
    await leader.pullPage()
    const moved = withMember('N1-lead', {
      team: 'N2' as TeamId,
      movedOn: '2026-11-21',
      previousTeam: 'N1' as TeamId,
    })
    await hub.write([moved], moved)
    await leader.pullPage()
    await hub.write(
      [big(1001, { team: 'N1' as TeamId }), big(3, { team: 'N2' as TeamId, holder: null })],
      moved,
    )
    const last = await leader.pull()
    expect(last.caseload.grants).toContain('team:N2')
    expect(leader.ids()).toHaveLength(301)
    expect(leader.document('20000003')).toMatchObject({ team: 'N2' })
    expect(leader.document('20001001')).toBe(undefined)
    expect(leader.document('20000000')).toBe(undefined)
  })

  it('lets go what left a bucket on its way, though another was granted meanwhile', async () => {
    hub = await aHub(bigs(0, 600))
    const worker = await aClient(hub.app, 'N1-1')
    await worker.pullPage()
    await hub.write([big(3, { team: 'N2' as TeamId, holder: 'N2-1' as StaffNumber })])
    const promoted = withMember('N1-1', { roles: ['caseworker', 'team-leader'] })
    await hub.write([promoted], promoted)
    await worker.pull()
    expect(worker.ids()).toHaveLength(600)
    expect(worker.document('20000003')).toBe(undefined)
  })

  it('tells results only with the page that completes what they led to', async () => {
    hub = await aHub(bigs(0, 300))
    const leader = await aClient(hub.app, 'N1-lead')
    await leader.push({
      id: '00000000-0000-7000-8000-00000000aaaa' as never,
      name: 'nothing',
      args: {},
      saw: {},
      issuedAt: '2026-11-21T09:30:00Z',
      reason: null,
      batch: null,
    })
    const first = await leader.pullPage()
    expect([first.caseload.more, first.lastSeq, first.results]).toEqual([true, 0, []])
    const last = await leader.pull()
    expect([last.lastSeq, last.results.length]).toEqual([1, 1])
  })

  it('costs at most 8 KB for one change, however much is held', async () => {
    hub = await aHub(Array.from({ length: 3000 }, (_, n) => aCaseGroup({ id: number(String(30000000 + n)) })))
    const manager = await aClient(hub.app, 'N1-mgr')
    await manager.pull()
    await hub.write([aCaseGroup({ id: number('30000007'), title: 'changed' })])
    const answer = await manager.ask('POST', '/sync/pull', manager.request())
    expect(JSON.parse(answer.text).caseload.patch).toHaveLength(1)
    expect(Buffer.byteLength(answer.text)).toBeLessThanOrEqual(8 * 1024)
  })
})
