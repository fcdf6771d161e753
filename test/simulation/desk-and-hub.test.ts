import { afterEach, describe, expect, it, vi } from 'vitest'
import type { CommandRequest, Desk } from '../../renderer/desk/desk.ts'
import { openDesk } from '../../renderer/desk/open-desk.ts'
import { seenForReturn } from '../../shared/commands/return-to-segment.ts'
import type { CaseGroup } from '../../shared/domain/case-group.ts'
import type { StaffNumber, TeamId } from '../../shared/domain/ids.ts'
import { indexOrganisation } from '../../shared/domain/organisation-index.ts'
import { PUSH } from '../../shared/sync/paths.ts'
import type { PushRequest } from '../../shared/sync/push.ts'
import { aHub, NOW, type TestHub } from '../hub/support/a-hub.ts'
import { aCaseGroup, number } from '../make/a-case-group.ts'
import { anOrganisation, staff } from '../make/an-organisation.ts'
import { allRows } from '../renderer/support/databases.ts'
import { aDevice, type Device } from './device.ts'

const index = indexOrganisation(anOrganisation())
const mine = aCaseGroup({ id: number('10000001') })
const colleagues = aCaseGroup({ id: number('10000002'), holder: 'N1-2' as StaffNumber })

let hub: TestHub
const open: Desk[] = []

afterEach(async () => {
  for (const desk of open.splice(0)) await desk.signOut().catch(() => {})
  await hub.close()
})

const device = () =>
  aDevice(
    () => hub.app,
    () => Date.parse(NOW),
  )

async function sit(at: Device, who = 'N1-lead'): Promise<Desk> {
  const { home } = at
  const desk = await openDesk(home, await home.signIn(staff(who)), at.environment)
  open.push(desk)
  return desk
}

const until = (desk: Desk, done: () => boolean) =>
  new Promise<void>(resolve => {
    const look = () => done() && resolve()
    desk.subscribeSync(look)
    desk.replica.subscribe(look)
    look()
  })

const connected = (desk: Desk) => until(desk, () => desk.sync().kind === 'connected')

const returning = (group: CaseGroup): CommandRequest => ({
  name: 'return-to-segment',
  args: { masterCaseNumber: group.id, clearLock: false },
  saw: seenForReturn(group, index),
})

describe('a desk and its hub', () => {
  it('has the caseload after the first pull', async () => {
    hub = await aHub([mine, colleagues])
    const desk = await sit(device())
    await connected(desk)
    expect([...desk.replica.caseGroups().values()]).toEqual([mine, colleagues])
    expect(desk.replica.organisation()?.organisation).toEqual(anOrganisation())
    expect(desk.asOf()).toBe(NOW)
  })

  it('shows a command at once, and has it done by the hub', async () => {
    hub = await aHub([mine, colleagues])
    const desk = await sit(device())
    await connected(desk)
    const performed = desk.perform([returning(mine)], null)
    expect(desk.replica.caseGroup(mine.id)?.holder).toBeNull()
    expect(desk.replica.confirmed(mine.id)).toEqual(mine)
    expect(desk.replica.pendingOn(mine.id)).toHaveLength(1)
    const { stored, refused } = await performed
    expect([stored.length, refused]).toEqual([1, []])
    await until(desk, () => desk.replica.outbox().length === 0)
    expect(desk.replica.confirmed(mine.id)?.holder).toBeNull()
    expect(desk.replica.pendingOn(mine.id)).toEqual([])
  })

  it('opens with what it had, without the hub', async () => {
    hub = await aHub([mine, colleagues])
    const at = device()
    const first = await sit(at)
    await connected(first)
    const { identity } = first
    await first.signOut()
    at.transport.faults.push(...Array.from({ length: 50 }, () => 'request-lost' as const))
    const again = await openDesk(at.home, identity, at.environment)
    open.push(again)
    expect([...again.replica.caseGroups().values()]).toEqual([mine, colleagues])
    await until(again, () => again.sync().kind === 'offline')
    await again.perform([returning(colleagues)], null)
    await again.signOut().catch(() => {})
    const third = await openDesk(at.home, identity, at.environment)
    open.push(third)
    expect(third.replica.outbox().map(({ state }) => state.kind)).toEqual(['waiting'])
    expect(third.replica.caseGroup(colleagues.id)?.holder).toBeNull()
  })

  it('keeps what waits for whoever signs out, and has it done when he is back', async () => {
    hub = await aHub([mine, colleagues])
    const at = device()
    const first = await sit(at)
    await connected(first)
    at.transport.faults.push('request-lost')
    await first.perform([returning(mine)], null)
    await until(first, () => first.sync().kind === 'offline')
    await first.signOut()
    const other = await sit(at, 'N1-1')
    await connected(other)
    expect(other.replica.outbox()).toEqual([])
    expect(other.replica.caseGroup(mine.id)?.holder).toBe('N1-1')
    await other.signOut()
    const back = await sit(at)
    await until(back, () => back.sync().kind === 'connected' && back.replica.outbox().length === 0)
    expect(back.replica.confirmed(mine.id)?.holder).toBeNull()
  })

  it('sends and takes nothing once somebody else has signed in in this browser (ACC-4, ACC-5)', async () => {
    hub = await aHub([mine, colleagues])
    const at = device()
    const desk = await sit(at)
    await connected(desk)
    const answered: string[] = []
    at.transport.delivered = (path, _, status) => void answered.push(`${path} ${status}`)
    await at.home.signIn(staff('N1-2'))
    answered.length = 0
    await desk.perform([returning(mine)], null)
    await until(desk, () => desk.sync().kind === 'stopped')
    desk.refresh()
    await until(desk, () => desk.replica.caseGroups().size === 0)
    expect(new Set(answered)).toEqual(new Set(['/sync/push 401', '/sync/pull 401']))
    expect(desk.sync()).toMatchObject({ code: 'not-signed-in' })
    expect(await at.home.outbox.count(desk.identity.staffNumber)).toBe(1)
    await at.home.signIn(desk.identity.staffNumber)
    desk.refresh()
    await until(desk, () => desk.sync().kind === 'connected' && desk.replica.outbox().length === 0)
    expect(desk.replica.confirmed(mine.id)?.holder).toBeNull()
  })

  it('writes nothing of a command on a nationally sensitive group (ACC-3)', async () => {
    const place = { team: 'SCR' as TeamId, holder: 'SCR-1' as StaffNumber }
    const secret = aCaseGroup({ id: number('10000003'), sensitive: true, ...place })
    hub = await aHub([mine, secret])
    const at = device()
    const desk = await sit(at, 'SCR-lead')
    await connected(desk)
    expect(desk.replica.caseGroups().size).toBe(1)
    const written = async () =>
      [...(await allRows(at.environment))]
        .filter(([table]) => /^desk-(outbox|sent)/.test(table) && !table.endsWith('/position'))
        .flatMap(([, rows]) => rows)
    at.transport.faults.push('request-lost')
    const { stored } = await desk.perform([returning(secret)], null)
    expect([stored.length, await written()]).toEqual([1, []])
    await until(desk, () => desk.sync().kind === 'offline')
    desk.refresh()
    await until(desk, () => desk.sync().kind === 'connected' && desk.replica.outbox().length === 0)
    expect(desk.replica.confirmed(secret.id)?.holder).toBeNull()
    expect(await written()).toEqual([])
  })

  it.each(['came', 'did not come', 'comes late'] as const)(
    'has done once, and under the same number, what it sent when it was locked and whose push %s',
    async fate => {
      hub = await aHub([mine, colleagues])
      const at = device()
      const desk = await sit(at)
      await connected(desk)
      const { request } = at.transport
      const pushed: unknown[] = []
      const numbers: unknown[] = []
      at.transport.request = async (method, path, body) => {
        if (path !== PUSH) return request(method, path, body)
        pushed.push(body)
        numbers.push((body as PushRequest).commands.map(({ seq, envelope }) => [seq, envelope.id]))
        if (pushed.length > 1) return request(method, path, body)
        if (fate === 'came') await request(method, path, body)
        return new Promise(() => {})
      }
      const { stored } = await desk.perform([returning(mine)], null)
      await vi.waitFor(() => expect(pushed).toHaveLength(1))
      expect(await desk.lock()).toEqual({ waiting: 1, lost: [] })
      at.reload()
      const back = await sit(at)
      if (fate === 'comes late') await request('POST', PUSH, pushed[0])
      await until(back, () => back.sync().kind === 'connected' && back.replica.outbox().length === 0)
      expect(back.replica.confirmed(mine.id)?.holder).toBeNull()
      expect(new Set(numbers.map(each => JSON.stringify(each)))).toEqual(
        new Set([JSON.stringify([[1, stored[0]]])]),
      )
      const audit = await hub.database.db.selectFrom('audit').select('entry').execute()
      expect(audit.filter(({ entry }) => entry.includes('"return-to-segment"'))).toHaveLength(1)
    },
  )

  it('goes on as it was when its person cannot be signed out', async () => {
    hub = await aHub([mine])
    const at = device()
    const desk = await sit(at)
    await connected(desk)
    at.transport.faults.push('request-lost')
    await expect(desk.signOut()).rejects.toThrow('lost')
    await desk.perform([returning(mine)], null)
    await until(desk, () => desk.replica.outbox().length === 0)
    expect(desk.replica.confirmed(mine.id)?.holder).toBeNull()
  })
})
