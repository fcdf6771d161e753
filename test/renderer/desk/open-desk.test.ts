import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Desk } from '../../../renderer/desk/desk.ts'
import { openDesk } from '../../../renderer/desk/open-desk.ts'
import type { DeskHome, Identity } from '../../../renderer/home/home.ts'
import type { ClientId } from '../../../shared/domain/ids.ts'
import { aCaseGroup } from '../../make/a-case-group.ts'
import { aReturn } from '../../make/a-command.ts'
import { anOutboxHome } from '../support/a-home.ts'
import { aRecording } from '../support/a-hub.ts'
import { aFirstReply, leader } from '../support/a-page.ts'
import { anEnvironment } from '../support/an-environment.ts'
import { aKey } from '../support/databases.ts'

const group = aCaseGroup()
const { name, args, saw } = aReturn(group)
const returning = { name: name as 'return-to-segment', args, saw }

const opened: Desk[] = []
afterEach(async () => {
  for (const desk of opened.splice(0)) await desk.signOut()
  vi.restoreAllMocks()
})

async function open({
  dataKey,
  outbox = anOutboxHome(),
}: {
  dataKey: CryptoKey | null
  outbox?: DeskHome['outbox']
}) {
  const hub = aRecording()
  hub.answers(aFirstReply(group))
  const home: DeskHome = {
    kind: 'browser',
    desktop: null,
    transport: hub,
    outbox,
    identity: () => Promise.reject(new Error('Not asked.')),
    signIn: () => Promise.reject(new Error('Not asked.')),
    signInWithProvider: () => Promise.reject(new Error('Not asked.')),
    signOut: async () => {},
    lock: async () => {},
    onLocked: () => () => {},
    noteHand: () => {},
    beginLock() {},
  }
  const clientId = '00000000-0000-4000-8000-000000000001' as ClientId
  const person = { staffNumber: leader, name: 'Aoife', demo: true, clientId }
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
      expect(await desk[leaving]()).toEqual({ waiting: 0, lost: made })
      // What became of the push is asked first.
      expect(hub.pulls).toHaveLength(2)
    },
  )
})
