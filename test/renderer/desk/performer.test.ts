import { beforeEach, describe, expect, it } from 'vitest'
import type { CommandRequest, SyncState } from '../../../renderer/desk/desk.ts'
import { performer } from '../../../renderer/desk/performer.ts'
import { type Outbox, openOutbox } from '../../../renderer/outbox/outbox.ts'
import { type LiveReplica, openReplica } from '../../../renderer/replica/replica.ts'
import { seenForReturn } from '../../../shared/commands/return-to-segment.ts'
import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import type { CommandId, StaffNumber } from '../../../shared/domain/ids.ts'
import { indexOrganisation } from '../../../shared/domain/organisation-index.ts'
import { aCaseGroup, aLock, number } from '../../make/a-case-group.ts'
import { anOrganisation } from '../../make/an-organisation.ts'
import { anOutboxHome, type TestOutboxHome } from '../support/a-home.ts'
import { aFirstReply, aPart, aReply, leader, put } from '../support/a-page.ts'
import { anEnvironment, type TestEnvironment } from '../support/an-environment.ts'
import { aKey } from '../support/databases.ts'

const group = aCaseGroup()
const other = aCaseGroup({ id: number('10000002'), holder: 'N1-2' as StaffNumber })
const locked = aCaseGroup({ id: number('10000003'), lock: aLock() })
const secret = aCaseGroup({ id: number('10000004'), sensitive: true })
const index = indexOrganisation(anOrganisation())

const returning = (one: CaseGroup): CommandRequest => ({
  name: 'return-to-segment',
  args: { masterCaseNumber: one.id, clearLock: false },
  saw: seenForReturn(one, index),
})

let environment: TestEnvironment
let home: TestOutboxHome
let outbox: Outbox
let replica: LiveReplica
let state: SyncState
let woken: number

beforeEach(async () => {
  environment = await anEnvironment()
  home = anOutboxHome()
  outbox = await openOutbox(home, leader, await aKey(), 0)
  replica = openReplica(leader)
  state = { kind: 'connected' }
  woken = 0
})

function sit({ keeps = true, groups = [group, other, locked] as readonly CaseGroup[] } = {}) {
  if (groups.length > 0) replica.update([aFirstReply(...groups)], [])
  return performer({
    replica,
    outbox,
    environment,
    loop: { state: () => state, wake: () => (woken += 1) },
    keeps,
  })
}

describe('performing', () => {
  it('is on the screen at once, saved when it says so, and then on its way', async () => {
    const performed = sit().perform([returning(group)], null)
    expect([replica.caseGroup(group.id)?.holder, home.records.size, woken]).toEqual([null, 0, 0])
    const { stored } = await performed
    expect([stored, home.records.size, woken]).toEqual([[outbox.entries()[0]?.envelope.id], 1, 1])
    expect(outbox.entries()[0]?.envelope).toMatchObject({ issuedAt: '2026-11-21T09:30:00.000Z', batch: null })
  })

  it('keeps many in one write, with one batch, and gives those back that are refused (RTS-5)', async () => {
    const { batch, stored, refused } = await sit().perform([group, locked, other].map(returning), 'Because.')
    expect(stored).toHaveLength(2)
    expect(refused).toMatchObject([{ ok: false, refusal: { kind: 'not-possible' } }])
    expect(home.writes).toHaveLength(1)
    expect(outbox.entries().map(({ envelope }) => [envelope.batch, envelope.reason])).toEqual([
      [batch, 'Because.'],
      [batch, 'Because.'],
    ])
  })

  it('decides each on what those before it left', async () => {
    const { stored, refused } = await sit().perform([returning(group), returning(group)], null)
    expect([stored.length, refused.length]).toEqual([1, 1])
  })

  it('takes it off the screen again and says so when it cannot be kept', async () => {
    const desk = sit()
    home.failing = true
    await expect(desk.perform([returning(group)], null)).rejects.toThrow(
      'This could not be saved on this device, so it was not done. Its disk may be full.',
    )
    expect([replica.caseGroup(group.id), replica.outbox(), woken]).toEqual([group, [], 0])
  })

  it('refuses a reason that the hub could not read', async () => {
    const decision = sit().preview(returning(group), 'one\u0000two')
    expect(decision).toMatchObject({ ok: false, refusal: { kind: 'not-understood' } })
  })

  it('refuses before anything has come from the hub', async () => {
    expect(sit({ groups: [] }).preview(returning(group), null)).toMatchObject({ ok: false })
  })
})

describe('a preview', () => {
  it('says what performing would, and changes nothing', () => {
    const desk = sit()
    expect(desk.preview(returning(group), null)).toMatchObject({
      ok: true,
      puts: [{ id: group.id, holder: null }],
    })
    expect(desk.preview(returning(locked), null)).toMatchObject({ ok: false })
    expect([replica.caseGroup(group.id), outbox.entries()]).toEqual([group, []])
  })
})

describe('without the hub', () => {
  beforeEach(() => {
    state = { kind: 'offline', since: '2026-11-21T09:00:00Z' }
  })

  it('work goes on', async () => {
    expect((await sit().perform([returning(group)], null)).stored).toHaveLength(1)
  })

  it('a nationally sensitive group is left alone (ACC-3)', () => {
    const desk = sit()
    const sensitive = aPart([put(secret, ['scr/team:N1' as never])], { grants: ['scr/team:N1' as never] })
    replica.update([{ ...aReply([]), sensitive }], [])
    expect(desk.preview(returning(secret), null)).toMatchObject({
      ok: false,
      refusal: { reason: expect.stringContaining('needs the hub') },
    })
  })

  it('nothing is performed where nothing can be kept', () => {
    expect(sit({ keeps: false }).preview(returning(group), null)).toMatchObject({ ok: false })
  })
})

describe('taking back', () => {
  it('undoes what has not been sent, on the screen and on the disk', async () => {
    const desk = sit()
    const { stored } = await desk.perform([returning(group), returning(other)], null)
    const [first] = stored
    expect(await desk.takeBack(stored.slice(0, 1))).toEqual([first])
    expect([replica.caseGroup(group.id), replica.caseGroup(other.id)?.holder]).toEqual([group, null])
    expect(home.records.size).toBe(1)
  })

  it('leaves what was handed to a push, and what is not there', async () => {
    const desk = sit()
    const { stored } = await desk.perform([returning(group)], null)
    await outbox.replace(outbox.entries().map(entry => ({ ...entry, handed: true })))
    expect(await desk.takeBack([...stored, 'nobody’s' as CommandId])).toEqual([])
    expect(outbox.entries()).toHaveLength(1)
  })
})

describe('settling', () => {
  it('removes a refused one, and only a refused one', async () => {
    const desk = sit()
    const { stored } = await desk.perform([returning(group), returning(other)], null)
    const [refused, waiting] = stored as [CommandId, CommandId]
    const result = { kind: 'refused', refusal: { kind: 'changed', reason: 'No.' } } as const
    const [entry] = outbox.entries()
    if (entry) await outbox.replace([{ ...entry, refused: { result, at: '2026-11-21T10:00:00Z' } }])
    await desk.settle(waiting)
    await desk.settle(refused)
    expect(replica.outbox().map(({ envelope }) => envelope.id)).toEqual([waiting])
  })
})
