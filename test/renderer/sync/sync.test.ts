// Longer than most: every case needs the same hub that answers as it is told.
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { type Outbox, openOutbox } from '../../../renderer/outbox/outbox.ts'
import { newEntry } from '../../../renderer/outbox/stored-entry.ts'
import { type LiveReplica, openReplica } from '../../../renderer/replica/replica.ts'
import { noCache } from '../../../renderer/storage/cache.ts'
import { memorySentLog, type SentLog } from '../../../renderer/storage/sent-log.ts'
import { openSync, type Sync } from '../../../renderer/sync/sync.ts'
import type { ClientId } from '../../../shared/domain/ids.ts'
import type { BucketId } from '../../../shared/sync/buckets.ts'
import type { CommandResult } from '../../../shared/sync/push.ts'
import { aCaseGroup, number } from '../../make/a-case-group.ts'
import { aReturn, NOW } from '../../make/a-command.ts'
import { anOutboxHome } from '../support/a-home.ts'
import { aRecording, type Recording } from '../support/a-hub.ts'
import { aFirstReply, aPart, aReply, leader, put } from '../support/a-page.ts'
import { aKey } from '../support/databases.ts'

const group = aCaseGroup()
const returned = { ...group, holder: null, title: 'As the hub has it' }
const accepted = (...seqs: readonly number[]) =>
  seqs.map(seq => ({ seq, result: { kind: 'accepted' } as CommandResult }))

let hub: Recording
let outbox: Outbox
let replica: LiveReplica
let sentLog: SentLog
let sync: Sync
let clients: number

beforeEach(async () => {
  hub = aRecording()
  outbox = await openOutbox(anOutboxHome(), leader, await aKey(), 0)
  replica = openReplica(leader)
  clients = 0
  const newClientId = () => `00000000-0000-4000-8000-00000000000${++clients}` as ClientId
  sentLog = memorySentLog(newClientId())
  sync = openSync(
    {
      staffNumber: leader,
      transport: hub,
      outbox,
      sentLog,
      replica,
      cache: noCache,
      now: () => NOW,
      newClientId,
    },
    null,
  )
  hub.answers(aFirstReply(group))
  await sync.pullOnce()
})

async function perform(): Promise<void> {
  const command = aReturn(replica.caseGroup(group.id) ?? group)
  const entry = newEntry(outbox.nextSeq(0), command)
  replica.append(entry, [])
  await outbox.add([entry])
}

const pushed = (at: number) => hub.pushes[at]?.commands.map(({ seq }) => seq)

describe('a push', () => {
  it('is numbered from one, and the next goes on', async () => {
    await perform()
    hub.answers({ protocol: 1, lastSeq: 1 })
    await sync.pushOnce()
    await perform()
    hub.answers({ protocol: 1, lastSeq: 2 })
    await sync.pushOnce()
    expect([pushed(0), pushed(1)]).toEqual([[1], [2]])
    expect(sync.hasUnsent()).toBe(false)
  })

  it('has its numbers on the disk before it goes out', async () => {
    await perform()
    const replace = vi.spyOn(outbox, 'replace').mockRejectedValueOnce(new Error('The disk is full.'))
    await expect(sync.pushOnce()).rejects.toThrow('full')
    expect(hub.pushes).toEqual([])
    replace.mockRestore()
  })

  it.each([
    ['no answer', new Error('No network.')],
    ['an answer that is no answer', { status: 200, body: new TextEncoder().encode('<html>') }],
    ['the page of a proxy whose hub is gone', { status: 502, body: new TextEncoder().encode('<html>') }],
    ['a busy hub', { status: 503, retryAfter: 3 }],
    ['a hub that missed something', { error: 'out-of-order' }],
  ])(
    'is fenced after %s: nothing later goes out until a pull has told how far the hub has counted',
    async (_, answer) => {
      await perform()
      hub.answers(answer)
      await sync.pushOnce()
      await perform()
      expect([sync.hasUnsent(), sync.mustPull()]).toEqual([false, true])
      await sync.pushOnce()
      expect(hub.pushes).toHaveLength(1)
      hub.answers(aReply([]))
      await sync.pullOnce()
      hub.answers({ protocol: 1, lastSeq: 2 })
      await sync.pushOnce()
      expect([pushed(1), hub.pushes[1]?.commands[0]?.envelope.id]).toEqual([
        [1, 2],
        hub.pushes[0]?.commands[0]?.envelope.id,
      ])
    },
  )

  it('is not repeated where the reply was lost and the pull says that it was taken', async () => {
    await perform()
    hub.answers(new Error('The reply was lost.'))
    await sync.pushOnce()
    hub.answers(aReply([put(returned)], { lastSeq: 1, results: accepted(1) }))
    await sync.pullOnce()
    expect([outbox.entries(), sync.hasUnsent(), replica.caseGroup(group.id)]).toEqual([[], false, returned])
  })
})

describe('what is done without network', () => {
  it('goes nowhere before somebody answers, so that it can be taken back for as long', async () => {
    hub.answers(new Error('No network.'))
    await sync.pullOnce()
    await perform()
    expect([sync.hasUnsent(), sync.mustPull()]).toEqual([false, true])
    await sync.pushOnce()
    expect([hub.pushes, outbox.entries()[0]?.sent]).toEqual([[], null])
    hub.answers(aReply([]))
    await sync.pullOnce()
    hub.answers({ protocol: 1, lastSeq: 1 })
    await sync.pushOnce()
    expect(pushed(0)).toEqual([1])
  })
})

describe('a command on a nationally sensitive group', () => {
  const performed = async () => {
    const entry = newEntry(outbox.nextSeq(0), aReturn(group), true)
    replica.append(entry, [])
    await outbox.add([entry])
  }

  it('is not in the log of what was sent (ACC-3)', async () => {
    await performed()
    hub.answers({ protocol: 1, lastSeq: 1 })
    await sync.pushOnce()
    hub.answers(aReply([put(returned)], { lastSeq: 1, results: accepted(1) }))
    await sync.pullOnce()
    expect([outbox.entries(), await sentLog.kept()]).toEqual([[], []])
    expect(sentLog.position).toEqual({ clientId: hub.pushes[0]?.clientId, lastSeq: 1 })
  })

  it('leaves its number to nobody else: while it is on its way, a next start has another client (ACC-3)', async () => {
    await performed()
    hub.answers(new Error('No network.'))
    await sync.pushOnce()
    expect(sentLog.position).toMatchObject({ lastSeq: 0 })
    expect(sentLog.position.clientId).not.toBe(hub.pushes[0]?.clientId)
    hub.answers(aReply([]))
    await sync.pullOnce()
    expect(sentLog.position.clientId).not.toBe(hub.pushes[0]?.clientId)
    hub.answers({ protocol: 1, lastSeq: 1 })
    await sync.pushOnce()
    expect(hub.pushes[1]?.clientId).toBe(hub.pushes[0]?.clientId)
  })
})

describe('a command', () => {
  it('leaves with the pull that brings its effect, not with the push that was taken', async () => {
    await perform()
    hub.answers({ protocol: 1, lastSeq: 1 })
    await sync.pushOnce()
    expect(replica.pendingOn(group.id)).toHaveLength(1)
    hub.answers(aReply([put(returned)], { lastSeq: 1, results: accepted(1) }))
    await sync.pullOnce()
    expect(replica.pendingOn(group.id)).toHaveLength(0)
    expect(hub.pulls.map(({ resultsAfter }) => resultsAfter)).toEqual([0, 0])
  })

  it('is kept when it was refused, with what the hub said, and is not sent again', async () => {
    await perform()
    const refused: CommandResult = { kind: 'refused', refusal: { kind: 'changed', reason: 'Too late.' } }
    hub.answers(
      { protocol: 1, lastSeq: 1 },
      aReply([], { lastSeq: 1, results: [{ seq: 1, result: refused }] }),
    )
    await sync.pushOnce()
    await sync.pullOnce()
    expect(replica.outbox().map(({ state }) => state)).toEqual([
      { kind: 'refused', result: refused, at: NOW, kept: true },
    ])
    expect([sync.hasUnsent(), replica.caseGroup(group.id)]).toEqual([false, group])
  })
})

describe('a pull', () => {
  const page = (cookie: string, more: boolean, title: string, id: string) =>
    aReply([], { caseload: aPart([put(aCaseGroup({ id: number(id), title }))], { cookie, more }) })

  it('is shown whole or not at all once there is something to be torn', async () => {
    const shown: number[] = []
    replica.subscribe(() => shown.push(replica.caseGroups().size))
    hub.answers(page('one', true, 'A', '21'), page('two', true, 'B', '22'), page('three', false, 'C', '23'))
    await sync.pullOnce()
    expect(shown).toEqual([4])
    expect(hub.pulls.map(({ caseload }) => caseload)).toEqual([null, 'a cookie', 'one', 'two'])
  })

  it('goes on from its last page when it was cut off', async () => {
    hub.answers(page('one', true, 'A', '21'), new Error('No network.'))
    expect((await sync.pullOnce()).kind).toBe('no-answer')
    expect(replica.caseGroups().size).toBe(1)
    hub.answers(page('two', false, 'B', '22'))
    await sync.pullOnce()
    expect([replica.caseGroups().size, hub.pulls.at(-1)?.caseload]).toEqual([3, 'one'])
  })

  it('fetches a part from nothing, once, when its counts are not what the hub says', async () => {
    const complaints = vi.spyOn(console, 'error').mockImplementation(() => {})
    const wrong = () =>
      aReply([], { caseload: aPart([], { digests: { ['team:N1' as BucketId]: [7, '00000000000000ff'] } }) })
    hub.answers(wrong(), wrong(), wrong())
    await sync.pullOnce()
    expect(sync.mustPull()).toBe(true)
    await sync.pullOnce()
    expect(sync.mustPull()).toBe(false)
    await sync.pullOnce()
    expect(hub.pulls.map(({ caseload }) => caseload)).toEqual([null, 'a cookie', null, 'a cookie'])
    expect(complaints).toHaveBeenCalledTimes(3)
    complaints.mockRestore()
  })
})

describe('a hub that went back in time', () => {
  async function taken(seq: number): Promise<void> {
    await perform()
    hub.answers({ protocol: 1, lastSeq: seq }, aReply([], { lastSeq: seq, results: accepted(seq) }))
    await sync.pushOnce()
    await sync.pullOnce()
  }

  it('gets everything again that it took, in its order, under a new client', async () => {
    await taken(1)
    await taken(2)
    await perform()
    hub.answers(aReply([put(group)], { lastSeq: 1 }))
    await sync.pullOnce()
    expect(replica.outbox().map(({ seq }) => seq)).toEqual([1, 2, 3])
    hub.answers({ protocol: 1, lastSeq: 3 })
    await sync.pushOnce()
    const [first, second, third] = hub.pushes
    expect(third?.commands.map(({ seq }) => seq)).toEqual([1, 2, 3])
    expect(third?.commands.slice(0, 2).map(({ envelope }) => envelope)).toEqual([
      first?.commands[0]?.envelope,
      second?.commands[0]?.envelope,
    ])
    expect(third?.clientId).not.toBe(first?.clientId)
    expect(await sentLog.kept()).toEqual([])
  })

  it('is not suspected where it counts as before', async () => {
    await taken(1)
    hub.answers(aReply([], { lastSeq: 1 }))
    await sync.pullOnce()
    expect([outbox.entries(), sentLog.position.lastSeq, (await sentLog.kept()).length]).toEqual([[], 1, 1])
  })
})

describe('a client that the hub gave to somebody else', () => {
  it('is given up for a new one', async () => {
    await perform()
    hub.answers({ error: 'foreign-client' }, aReply([]), { protocol: 1, lastSeq: 1 })
    await sync.pushOnce()
    await sync.pullOnce()
    await sync.pushOnce()
    const [first, second] = hub.pushes
    expect(second?.commands).toEqual(first?.commands)
    expect(second?.clientId).not.toBe(first?.clientId)
  })
})

describe('ACC-2 somebody whom the hub does not let in any more', () => {
  it('has nothing here but what he has not sent, and begins from nothing when he is let in again', async () => {
    await perform()
    hub.answers({ error: 'not-signed-in' })
    expect(await sync.pullOnce()).toMatchObject({ kind: 'refusal', code: 'not-signed-in' })
    expect([replica.caseGroups().size, replica.organisation(), sync.isComplete()]).toEqual([
      0,
      undefined,
      false,
    ])
    expect(replica.outbox()).toHaveLength(1)
    hub.answers(aFirstReply(group))
    await sync.pullOnce()
    expect([hub.pulls.at(-1)?.caseload, replica.caseGroups().size]).toEqual([null, 1])
  })

  it('sees nothing that goes by the whole caseload before the whole of it is there again', async () => {
    hub.answers(aFirstReply(group))
    await sync.pullOnce()
    expect(sync.asOf()).toBeDefined()
    hub.answers({ error: 'not-signed-in' })
    await sync.pullOnce()
    expect(sync.asOf()).toBeUndefined()
    hub.answers(aFirstReply(group))
    await sync.pullOnce()
    expect(sync.asOf()).toBeDefined()
  })
})

describe('an answer of 500 and above', () => {
  it('is the hub’s own word where it is one, and none where somebody between says it', async () => {
    const { body } = { body: new TextEncoder().encode('<html>502 Bad Gateway') }
    hub.answers({ status: 502, body, retryAfter: null })
    expect(await sync.pullOnce()).toEqual({ kind: 'no-answer' })
    const busy = { error: { code: 'busy', message: 'Come again.' } }
    hub.answers({ status: 503, body: new TextEncoder().encode(JSON.stringify(busy)), retryAfter: 4 })
    expect(await sync.pullOnce()).toEqual({ kind: 'later', seconds: 4 })
  })
})

describe('what waiting does not mend', () => {
  it('is told in the hub’s words', async () => {
    hub.answers({ error: 'other-protocol' })
    expect(await sync.pullOnce()).toEqual({
      kind: 'refusal',
      code: 'other-protocol',
      message: 'No: other-protocol.',
    })
  })
})
