import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CommandName } from '../../../shared/commands/commands.ts'
import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import { noteHoldings } from '../../../shared/domain/holdings.ts'
import { aCaseGroup, aRequest } from '../../make/a-case-group.ts'
import { anEnvelope, aReturn } from '../../make/a-command.ts'
import { segment, team } from '../../make/an-organisation.ts'
import { aClient, type TestClient } from '../support/a-client.ts'
import { aHub, NOW, type TestHub } from '../support/a-hub.ts'

const group = aCaseGroup({ serviceRequests: [aRequest('1')] })
const BEFORE = '2026-11-20T15:00:00.000Z'

const offline = (name: CommandName, more: object = {}, issuedAt = BEFORE, saw: object = {}) => ({
  ...anEnvelope(name, { masterCaseNumber: group.id, request: '1', ...more }, saw, null),
  issuedAt,
})
const completing = (issuedAt = BEFORE) => offline('complete-activity', { sequence: 2 }, issuedAt)

let hub: TestHub
let caseworker: TestClient

beforeEach(async () => {
  hub = await aHub([group])
  caseworker = await aClient(hub.app, 'N1-1')
  await caseworker.pull()
})
afterEach(() => hub.close())

async function atTheHub(): Promise<CaseGroup> {
  const { document } = await hub.database.db
    .selectFrom('case_group')
    .select('document')
    .executeTakeFirstOrThrow()
  return JSON.parse(document) as CaseGroup
}

async function auditOf(action: string) {
  const rows = await hub.database.db.selectFrom('audit').select('entry').execute()
  return rows.map(({ entry }) => JSON.parse(entry)).filter(entry => entry.action === action)
}

describe('RTS-8 taken from its caseworker while he worked offline', () => {
  const accepted = { kind: 'accepted' }
  const gone = { kind: 'refused', refusal: { kind: 'not-found', reason: 'There is no such case group.' } }

  it('returned: what he completed before is kept with his time, all else is refused', async () => {
    const leader = await aClient(hub.app, 'N1-lead')
    await leader.pull()
    await leader.push(aReturn(group))
    await caseworker.push(
      completing(),
      offline('reopen-activity', { sequence: 1 }),
      offline('close-service-request', { outcome: null }, BEFORE, { destination: null }),
    )
    await caseworker.pull()
    expect([...caseworker.results.values()]).toEqual([accepted, gone, gone])
    expect(caseworker.ids()).toEqual(['organisation'])
    expect(await atTheHub()).toMatchObject({
      holder: null,
      serviceRequests: [{ holder: null, activities: [{}, { status: 'Done', doneOn: '2026-11-20' }] }],
    })
    expect(await auditOf('complete-activity')).toMatchObject([
      { actor: { staff: 'N1-1' }, issuedAt: BEFORE, acceptedAt: NOW },
    ])
  })

  it('what he completed after that is refused too', async () => {
    const leader = await aClient(hub.app, 'N1-lead')
    await leader.pull()
    await leader.push(aReturn(group))
    await caseworker.push(completing('2026-11-21T10:00:00.000Z'))
    await caseworker.pull()
    expect([...caseworker.results.values()]).toEqual([gone])
  })

  it('made sensitive: what he did goes to SCR, and he sees nothing of it', async () => {
    const scr = { sensitive: true, segment: segment('FS_GB_CCLNT_SCR'), team: team('SCR'), holder: null }
    const serviceRequests = group.serviceRequests.map(request => ({ ...request, holder: null }))
    await hub.write([noteHoldings(group, { ...group, ...scr, serviceRequests }, NOW)])
    await caseworker.push(completing())
    await caseworker.pull()
    expect([...caseworker.results.values()]).toEqual([accepted])
    expect(caseworker.ids()).toEqual(['organisation'])
    expect(await atTheHub()).toMatchObject({
      sensitive: true,
      serviceRequests: [{ activities: [{}, { status: 'Done' }] }],
    })
  })
})
