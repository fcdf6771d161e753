import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import { aCaseGroup, aRequest, number } from '../../make/a-case-group.ts'
import { anEnvelope, aReturn } from '../../make/a-command.ts'
import { aClient, type TestClient } from '../support/a-client.ts'
import { aHub, type TestHub } from '../support/a-hub.ts'
import { withMember } from '../support/organisations.ts'

const group = aCaseGroup()
const allocation = (holder: string, from = 'N1-1', id = group.id) =>
  anEnvelope(
    'allocate-case-group',
    { masterCaseNumber: id, team: 'N1', holder },
    { team: 'N1', holder: from },
    null,
  )

let hub: TestHub
let leader: TestClient

beforeEach(async () => {
  hub = await aHub([group])
  leader = await aClient(hub.app, 'N1-lead')
  await leader.pull()
})

afterEach(() => hub.close())

async function versionOf(): Promise<number> {
  const { rows } = await sql<{ version: number }>`SELECT version FROM hub_version`.execute(hub.database.db)
  return rows[0]?.version ?? -1
}

const send = (client: TestClient, ...commands: readonly { seq: number; envelope: unknown }[]) =>
  client.ask('POST', '/sync/push', {
    protocol: 1,
    staffNumber: client.staffNumber,
    clientId: client.clientId,
    commands,
  })

const codeOf = (answer: { text: string }) => JSON.parse(answer.text).error?.code

describe('a push', () => {
  it('does what it says, and the pull that follows brings effect and result together', async () => {
    expect((await leader.push(allocation('N1-2'))).json()).toEqual({ protocol: 1, lastSeq: 1 })
    const reply = await leader.pull()
    expect([reply.lastSeq, reply.results]).toEqual([1, [{ seq: 1, result: { kind: 'accepted' } }]])
    expect(leader.document(group.id)).toMatchObject({ holder: 'N1-2', assignedOn: '2026-11-21' })
  })

  it('is one version, its commands each deciding on what those before it left', async () => {
    const before = await versionOf()
    await leader.push(allocation('N1-2'), allocation('N1-1', 'N1-2'), allocation('N1-2', 'N1-2'))
    expect(await versionOf()).toBe(before + 1)
    const { results } = await leader.pull()
    expect(results.map(({ result }) => result.kind)).toEqual(['accepted', 'accepted', 'refused'])
  })

  it('is not done twice when it comes twice, whole or in part', async () => {
    const first = allocation('N1-2')
    await send(leader, { seq: 1, envelope: first })
    const version = await versionOf()
    expect((await send(leader, { seq: 1, envelope: first })).json()).toEqual({ protocol: 1, lastSeq: 1 })
    expect(await versionOf()).toBe(version)
    const both = [
      { seq: 1, envelope: first },
      { seq: 2, envelope: allocation('N1-1', 'N1-2') },
    ]
    expect((await send(leader, ...both)).json()).toEqual({ protocol: 1, lastSeq: 2 })
    const { results } = await leader.pull()
    expect(results.map(({ result }) => result.kind)).toEqual(['accepted', 'accepted'])
  })

  it('is not done twice when the same person brings it through another client', async () => {
    const envelope = allocation('N1-2')
    await send(leader, { seq: 1, envelope })
    const version = await versionOf()
    const reinstalled = await aClient(hub.app, 'N1-lead')
    await send(reinstalled, { seq: 1, envelope })
    expect(await versionOf()).toBe(version)
    expect((await reinstalled.pull()).results).toEqual([{ seq: 1, result: { kind: 'accepted' } }])
  })

  it('is of the same client, and its command the same, in whichever letters their ids are written', async () => {
    const envelope = allocation('N1-2')
    const id = envelope.id.toUpperCase() as never
    await send(leader, { seq: 1, envelope })
    const version = await versionOf()
    const loud = await aClient(hub.app, 'N1-lead', randomUUID().toUpperCase())
    const answer = await send(loud, { seq: 1, envelope: { ...envelope, id } })
    expect(answer.json()).toEqual({ protocol: 1, lastSeq: 1 })
    expect((await loud.pull()).results).toEqual([{ seq: 1, result: { kind: 'accepted' } }])
    expect(await versionOf()).toBe(version)
  })

  it.each([
    ['a gap before it', [2]],
    ['a gap within', [1, 3]],
    ['another order', [2, 1]],
  ])('is refused whole for %s', async (_, seqs) => {
    const version = await versionOf()
    const answer = await send(leader, ...seqs.map(seq => ({ seq, envelope: allocation('N1-2') })))
    expect([answer.status, codeOf(answer)]).toEqual([409, 'out-of-order'])
    expect(await versionOf()).toBe(version)
    expect((await leader.pull()).lastSeq).toBe(0)
  })

  it('is refused from a client of somebody else, and so is his pull', async () => {
    await leader.push(allocation('N1-2'))
    const other = await aClient(hub.app, 'N2-lead', leader.clientId)
    expect(codeOf(await other.push(allocation('N1-2')))).toBe('foreign-client')
    expect(codeOf(await other.ask('POST', '/sync/pull', other.request()))).toBe('foreign-client')
  })

  it('is refused from the desk of another person than the session is of, and so is a pull (ACC-4, ACC-5)', async () => {
    const version = await versionOf()
    const { clientId } = leader
    const commands = [{ seq: 1, envelope: allocation('N1-2') }]
    const foreign = { protocol: 1, staffNumber: 'N2-lead', clientId }
    const answers = [
      await leader.ask('POST', '/sync/push', { ...foreign, commands }),
      await leader.ask('POST', '/sync/pull', { ...leader.request(), ...foreign }),
      await leader.ask('POST', '/sync/pull', { ...leader.request(), ...foreign, schema: 0 }),
    ]
    for (const answer of answers) expect([answer.status, codeOf(answer)]).toEqual([401, 'not-signed-in'])
    expect(await versionOf()).toBe(version)
  })

  it('goes on after a command that nobody understands', async () => {
    const unknown = { ...allocation('N1-2'), name: 'grant-a-wish' }
    const misshapen = { ...allocation('N1-2'), args: { masterCaseNumber: 7 } }
    const withNul = {
      ...allocation('N1-2'),
      args: { masterCaseNumber: 'x\u0000', team: 'N1', holder: 'N1-2' },
    }
    const poisoned = { ...allocation('N1-2'), args: { ...(allocation('N1-2').args as object), more: true } }
    const answer = await leader.push(unknown, misshapen, withNul, poisoned, allocation('N1-2'))
    expect(answer.json()).toEqual({ protocol: 1, lastSeq: 5 })
    const { results } = await leader.pull()
    expect(
      results.map(({ result }) => (result.kind === 'refused' ? result.refusal.kind : result.kind)),
    ).toEqual(['not-understood', 'not-understood', 'not-understood', 'not-understood', 'accepted'])
  })

  it.each([
    ['an unknown field', { ...allocation('N1-2'), actor: 'N1-mgr' }],
    ['an id that is none', { ...allocation('N1-2'), id: 'one' }],
    ['a reason with NUL', { ...allocation('N1-2'), reason: 'because\u0000' }],
    ['half a character in its reason', { ...allocation('N1-2'), reason: 'because \ud800' }],
    ['a reason that is a number', { ...allocation('N1-2'), reason: 5 }],
    ['a time that is none', { ...allocation('N1-2'), issuedAt: 'yesterday' }],
  ])('is a bad request with %s', async (_, envelope) => {
    const answer = await send(leader, { seq: 1, envelope })
    expect([answer.status, codeOf(answer)]).toEqual([400, 'bad-request'])
  })

  it('takes at most 100 commands and 256 KB', async () => {
    const many = Array.from({ length: 101 }, (_, place) => ({ seq: place + 1, envelope: allocation('N1-2') }))
    expect(codeOf(await send(leader, ...many))).toBe('bad-request')
    const heavy = { ...allocation('N1-2'), args: 'x'.repeat(256 * 1024) }
    expect(codeOf(await send(leader, { seq: 1, envelope: heavy }))).toBe('too-large')
    expect((await send(leader, ...many.slice(0, 100))).json()).toEqual({ protocol: 1, lastSeq: 100 })
  })

  it('answers for a group that one may not see as for a number that does not exist (ACC-4)', async () => {
    const stranger = await aClient(hub.app, 'S1-lead')
    const missing = number('99999999')
    await stranger.push(allocation('N1-2'), allocation('N1-2', 'N1-1', missing))
    const [hidden, none] = (await stranger.pull()).results
    expect(hidden?.result).toEqual(none?.result)
    expect(hidden?.result).toMatchObject({ kind: 'refused', refusal: { kind: 'not-found' } })
  })

  it('decides between two that race for one group: the first wins, the second learns that it changed (TEAM-1)', async () => {
    const manager = await aClient(hub.app, 'N1-mgr')
    await Promise.all([leader.push(allocation('N1-2')), manager.push(allocation('N1-2'))])
    const outcomes = [...(await leader.pull()).results, ...(await manager.pull()).results]
    const kinds = outcomes.map(({ result }) => (result.kind === 'refused' ? result.refusal.kind : 'accepted'))
    expect(kinds.sort()).toEqual(['accepted', 'changed'])
  })

  it('never does the same command twice for devices that race with it', async () => {
    const envelope = allocation('N1-2')
    const devices = await Promise.all(Array.from({ length: 8 }, () => aClient(hub.app, 'N1-lead')))
    const version = await versionOf()
    await Promise.all(devices.map(device => device.push(envelope)))
    expect(await versionOf()).toBe(version + 1)
    for (const device of devices)
      expect((await device.pull()).results).toEqual([{ seq: 1, result: { kind: 'accepted' } }])
  })

  it('is refused once the person’s access is removed, and nothing of it is kept (ACC-4)', async () => {
    const version = await versionOf()
    const without = withMember('N1-lead', { access: 'removed' })
    await hub.write([without], without)
    const answer = await leader.push(allocation('N1-2'))
    expect([answer.status, codeOf(answer)]).toEqual([401, 'not-signed-in'])
    expect(await versionOf()).toBe(version + 1)
  })

  it('says to the audit trail who did what, with what was before and is after (ACC-5)', async () => {
    const misplaced: CaseGroup = { ...group, compliant: false, serviceRequests: [aRequest('1')] }
    await hub.write([misplaced])
    const batch = randomUUID()
    await leader.push({ ...aReturn(misplaced, false, 'He moved to Leeds.'), batch: batch as never })
    const rows = await hub.database.db.selectFrom('audit').select('entry').orderBy('seq').execute()
    const [person, rule, ...more] = rows.map(({ entry }) => JSON.parse(entry))
    expect(more).toEqual([])
    const { complex, complaint, appeal, stage, incomeSource } = misplaced
    const factors = { compliant: false, complex, complaint, appeal, stage, incomeSource }
    const change = {
      group: '10000001',
      before: {
        segment: 'FS_GB_MAINT_NO_MSR',
        team: 'N1',
        holder: 'N1-1',
        assignedOn: '2026-01-05',
        requests: { 1: { holder: 'N1-1', status: 'Started', openActivities: [2] } },
        lock: null,
        factors,
        openPost: [],
        incidents: {},
        sensitive: false,
      },
      after: {
        segment: 'FS_GB_ENFMT_NO_ELC',
        team: 'E1',
        holder: null,
        assignedOn: null,
        requests: { 1: { holder: null, status: 'Started', openActivities: [2] } },
        lock: null,
        factors,
        openPost: [],
        incidents: {},
        sensitive: false,
      },
    }
    expect(person).toMatchObject({
      actor: { kind: 'person', staff: 'N1-lead' },
      role: 'team-leader',
      action: 'return-to-segment',
      args: { masterCaseNumber: '10000001', clearLock: false },
      reason: 'He moved to Leeds.',
      batch,
      client: leader.clientId,
      changes: [change],
    })
    expect(rule).toMatchObject({
      actor: { kind: 'rule', rule: 'ALLOC-4' },
      action: 'moved',
      changes: [change],
    })
  })

  it('says to the trail what a command left that moved nothing, and in which role (ACC-5)', async () => {
    const busy: CaseGroup = { ...group, serviceRequests: [aRequest('1')] }
    await hub.write([busy])
    const args = { masterCaseNumber: busy.id, request: '1', sequence: 2 }
    await leader.push(anEnvelope('complete-activity', args, {}, null))
    const absence = { team: 'N1', staff: 'N1-2', from: '2026-12-01', to: '2026-12-04', replaces: null }
    await leader.push(anEnvelope('mark-absent', absence, { until: null }, null))
    const rows = await hub.database.db.selectFrom('audit').select('entry').orderBy('seq').execute()
    const [work, away] = rows.map(({ entry }) => JSON.parse(entry))
    expect(work.args).toEqual(args)
    const [change] = work.changes
    expect(change.before.requests[1].openActivities).toEqual([2])
    expect(change.after.requests[1].openActivities).toEqual([])
    expect([away.action, away.role]).toEqual(['mark-absent', 'team-leader'])
    expect(away.aggregates[0].after.absences).toHaveLength(1)
  })
})
