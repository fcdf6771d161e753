import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Desk } from '../../../renderer/desk/desk.ts'
import { openDesk } from '../../../renderer/desk/open-desk.ts'
import type { DeskHome, HubResponse, Identity } from '../../../renderer/home/home.ts'
import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import type { ClientId, SegmentName, StaffNumber, TeamId } from '../../../shared/domain/ids.ts'
import type { BucketId } from '../../../shared/sync/buckets.ts'
import type { PullReply } from '../../../shared/sync/pull.ts'
import { aCaseGroup, number } from '../../make/a-case-group.ts'
import { aReturn } from '../../make/a-command.ts'
import { staff } from '../../make/an-organisation.ts'
import { anOutboxHome } from '../support/a-home.ts'
import { aRecording, type Recording } from '../support/a-hub.ts'
import { aFirstReply, aPart, aReply, bytesOf, leader, put, remove } from '../support/a-page.ts'
import { anEnvironment } from '../support/an-environment.ts'
import { aKey, allRows } from '../support/databases.ts'

const group = aCaseGroup()
const returningOf = (one: CaseGroup) => {
  const { args, saw } = aReturn(one)
  return { name: 'return-to-segment', args, saw } as const
}
const returning = returningOf(group)

const opened: Desk[] = []
afterEach(async () => {
  for (const desk of opened.splice(0)) await desk.signOut()
  vi.restoreAllMocks()
})

async function open({
  dataKey,
  outbox = anOutboxHome(),
  first = aFirstReply(group),
  staffNumber = leader,
  ...leaving
}: {
  dataKey: CryptoKey | null
  outbox?: DeskHome['outbox']
  first?: PullReply
  staffNumber?: StaffNumber
} & Partial<Pick<DeskHome, 'lock' | 'beginLock' | 'signOut'>>) {
  const hub = aRecording()
  hub.answers(first)
  const home: DeskHome = {
    kind: 'browser',
    desktop: null,
    transport: hub,
    outbox,
    identity: () => Promise.reject(new Error('Not asked.')),
    signIn: () => Promise.reject(new Error('Not asked.')),
    signInWithProvider: () => Promise.reject(new Error('Not asked.')),
    giveUpSignIn() {},
    signOut: async () => {},
    lock: async () => {},
    onLocked: () => () => {},
    noteHand: () => {},
    beginLock() {},
    ...leaving,
  }
  const clientId = '00000000-0000-4000-8000-000000000001' as ClientId
  const person = { staffNumber, name: 'Aoife', demo: true, clientId }
  const identity: Identity = { ...person, dataKey, cacheKey: dataKey, idleSeconds: 900, until: Infinity }
  const environment = await anEnvironment()
  const desk = await openDesk(home, identity, environment)
  opened.push(desk)
  await vi.waitFor(() => expect(desk.sync().kind).toBe('connected'))
  return { desk, hub, environment }
}

describe('a desk', () => {
  it('opens, fetches, and performs', async () => {
    const { desk } = await open({ dataKey: await aKey() })
    expect((await desk.perform([returning], null)).stored).toHaveLength(1)
    expect(desk.replica.caseGroup(group.id)?.holder).toBeNull()
  })

  it.each(['not-signed-in', 'wiped'])(
    'keeps what was begun in a form when the hub says %s: the page goes, not what was typed',
    async error => {
      const { desk, hub, environment } = await open({ dataKey: await aKey() })
      const draft = { place: 'raise', group: group.id, fields: { description: 'Typed for an hour' } }
      desk.drafts.keep({ ...draft, at: new Date(environment.clock()).toISOString() }, 'held')
      hub.answers({ error })
      desk.refresh()
      await vi.waitFor(() => expect(desk.sync().kind).toBe('stopped'))
      expect([desk.replica.caseGroups().size, desk.drafts.all()]).toMatchObject([0, [draft]])
    },
  )

  it('locks where the device writes nothing any more', async () => {
    const lock = vi.fn(async () => {})
    const outbox = anOutboxHome()
    const { desk, hub, environment } = await open({ dataKey: await aKey(), outbox, lock })
    hub.request = () => new Promise(() => {})
    outbox.put = () => new Promise(() => {})
    void desk.perform([returning], null)
    // It would wait for the device to leave once more.
    opened.pop()
    const left = vi.fn()
    void desk.lock().then(left)
    await vi.waitFor(() => {
      if (environment.timers.length > 0) environment.elapse()
      expect(left).toHaveBeenCalled()
    })
    expect(left).toHaveBeenCalledWith({ waiting: 0, lost: [{ made: expect.any(String), refused: false }] })
    expect(lock).toHaveBeenCalled()
  })

  it('opens without a key, keeps nothing, and needs the hub for work', async () => {
    const outbox = anOutboxHome()
    const { desk, environment } = await open({ dataKey: null, outbox })
    expect(desk.preview(returning, null).ok).toBe(true)
    desk.refresh()
    await vi.waitFor(() => expect(desk.sync().kind).toBe('offline'))
    expect(desk.preview(returning, null)).toMatchObject({
      ok: false,
      refusal: { reason: expect.stringContaining('needs the hub') },
    })
    expect([outbox.writes, await environment.indexedDB.databases()]).toEqual([[], []])
  })

  it('opens where the outbox does not, and leaves that alone', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {})
    const outbox = anOutboxHome()
    outbox.load = () => Promise.reject(new DOMException('Internal error', 'UnknownError'))
    const { desk, hub } = await open({ dataKey: await aKey(), outbox })
    expect(desk.replica.caseGroups().size).toBe(1)
    hub.answers({ protocol: 1, lastSeq: 1 })
    await desk.perform([returning], null)
    expect(outbox.writes).toEqual([])
    // Not under the number of what waits there: the results would be taken for theirs.
    await vi.waitFor(() => expect(hub.pushes).toHaveLength(1))
    expect(hub.pushes[0]?.clientId).not.toBe(desk.identity.clientId)
  })

  it('says at sign-out how many changes stay sealed here', async () => {
    const { desk } = await open({ dataKey: await aKey() })
    await desk.perform([returning], null)
    expect(await desk.signOut()).toEqual({ waiting: 1, lost: [] })
  })

  it.each(['signOut', 'lock'] as const)(
    'tells at %s what could only be held in memory, after it tried to send it (ACC-3)',
    async leaving => {
      const { desk, hub } = await open({ dataKey: null })
      const { stored } = await desk.perform([returning], null)
      const made = desk.replica.outbox().map(({ envelope }) => envelope.issuedAt)
      expect(desk.replica.outbox()).toMatchObject([{ state: { kind: 'waiting', kept: false } }])
      expect(stored).toHaveLength(1)
      await vi.waitFor(() => expect(hub.pushes).toHaveLength(1))
      expect(await desk[leaving]()).toEqual({
        waiting: 0,
        lost: made.map(made => ({ made, refused: false })),
      })
      // What became of the push is asked first.
      expect(hub.pulls).toHaveLength(2)
    },
  )

  const secret = aCaseGroup({
    segment: 'FS_GB_CCLNT_SCR' as SegmentName,
    team: 'SCR' as TeamId,
    holder: staff('SCR-1'),
    sensitive: true,
  })
  const scrTeam = 'scr/team:SCR' as BucketId
  const sensitive = aPart([put(secret, [scrTeam])], { grants: [scrTeam] })

  it.each(['signOut', 'lock'] as const)(
    'tells at %s what the hub refused at the last moment of what was in memory only (ACC-3)',
    async leaving => {
      const first = { ...aFirstReply(), sensitive }
      const { desk, hub } = await open({ dataKey: await aKey(), first, staffNumber: staff('SCR-lead') })
      await desk.perform([returningOf(secret)], null)
      const [entry] = desk.replica.outbox()
      expect(entry).toMatchObject({ state: { kind: 'waiting', kept: false } })
      await vi.waitFor(() => expect(desk.sync().kind).toBe('offline'))
      const refused = { kind: 'refused', refusal: { kind: 'changed', reason: 'Too late.' } } as const
      hub.answers(
        aReply([]),
        { protocol: 1, lastSeq: 1 },
        aReply([], { lastSeq: 1, results: [{ seq: 1, result: refused }] }),
      )
      const lost = [{ made: entry?.envelope.issuedAt, refused: true }]
      expect(await desk[leaving]()).toEqual({ waiting: 0, lost })
      expect(hub.pushes).toHaveLength(2)
    },
  )

  it('locks after a few seconds where the hub keeps it waiting, and then tells what is lost', async () => {
    const beginLock = vi.fn()
    const { desk, hub, environment } = await open({ dataKey: null, beginLock })
    const asked = Promise.withResolvers<never>()
    hub.request = () => asked.promise
    await desk.perform([returning], null)
    const timers = environment.timers.length
    const locking = desk.lock()
    expect(environment.timers).toHaveLength(timers + 1)
    await new Promise(setImmediate)
    expect(beginLock).not.toHaveBeenCalled()
    environment.elapse()
    await vi.waitFor(() => expect(beginLock).toHaveBeenCalled())
    asked.reject(new Error('Silence.'))
    expect((await locking).lost).toMatchObject([{ refused: false }])
  })

  /** Has the next request wait for its answer. */
  async function onItsWay(hub: Recording, ask: () => unknown) {
    const late = Promise.withResolvers<HubResponse>()
    const request = vi.fn(() => late.promise)
    hub.request = request
    await ask()
    await vi.waitFor(() => expect(request).toHaveBeenCalled())
    return late
  }

  it('keeps nothing of what was on its way when it was locked, and waits for none of it', async () => {
    const other = aCaseGroup({ id: number('10000002') })
    const { desk, hub, environment } = await open({ dataKey: await aKey() })
    const late = await onItsWay(hub, desk.refresh)
    await desk.lock()
    const kept = await allRows(environment)
    late.resolve({ status: 200, body: bytesOf(aReply([put(other)])), retryAfter: null })
    await new Promise(setImmediate)
    expect(desk.replica.caseGroup(other.id)).toBeUndefined()
    expect(await allRows(environment)).toEqual(kept)
  })

  it('keeps a change whose push was on its way when it was locked: it waits', async () => {
    const outbox = anOutboxHome()
    const { desk, hub } = await open({ dataKey: await aKey(), outbox })
    await onItsWay(hub, () => desk.perform([returning], null))
    expect(await desk.lock()).toEqual({ waiting: 1, lost: [] })
  })

  it('waits at sign-out for what is on its way, but a few seconds only; not signed out, it goes on', async () => {
    const signOut = vi.fn(async () => {})
    signOut.mockRejectedValueOnce(new Error('Try again.'))
    const { desk, hub, environment } = await open({ dataKey: await aKey(), signOut })
    const { request } = hub
    await onItsWay(hub, desk.refresh)
    const leaving = desk.signOut()
    await new Promise(setImmediate)
    expect(signOut).not.toHaveBeenCalled()
    hub.request = request
    hub.answers(aReply([remove(group.id)]))
    environment.elapse()
    await expect(leaving).rejects.toThrow('Try again.')
    await vi.waitFor(() => expect(desk.replica.caseGroup(group.id)).toBeUndefined())
  })

  it('tells what is lost where the lock itself fails too', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {})
    const fails = () => Promise.reject(new Error('No disk.'))
    const { desk } = await open({ dataKey: null, lock: fails, beginLock: () => void fails().catch(() => {}) })
    await desk.perform([returning], null)
    expect((await desk.lock()).lost).toMatchObject([{ refused: false }])
  })
})
