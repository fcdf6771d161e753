import { afterEach, describe, expect, it } from 'vitest'
import type { StaffNumber, TeamId } from '../../../shared/domain/ids.ts'
import { aCaseGroup, number } from '../../make/a-case-group.ts'
import { anOrganisation } from '../../make/an-organisation.ts'
import { aClient } from '../support/a-client.ts'
import { aHub, type TestHub } from '../support/a-hub.ts'
import { withMember } from '../support/organisations.ts'

let hub: TestHub

afterEach(() => hub.close())

const mine = aCaseGroup({ id: number('10000001') })
const colleagues = aCaseGroup({ id: number('10000002'), holder: 'N1-2' as StaffNumber })
const elsewhere = aCaseGroup({ id: number('10000003'), team: 'N2' as TeamId, holder: 'N2-1' as StaffNumber })

describe('a pull', () => {
  it('brings a caseworker his own groups and a team leader his team’s (ACC-2)', async () => {
    hub = await aHub([mine, colleagues, elsewhere])
    const worker = await aClient(hub.app, 'N1-1')
    const leader = await aClient(hub.app, 'N1-lead')
    await worker.pull()
    await leader.pull()
    expect(worker.ids()).toEqual(['10000001', 'organisation'])
    expect(worker.document('10000001')).toEqual(mine)
    expect(leader.ids()).toEqual(['10000001', '10000002', 'organisation'])
  })

  it('tells what changed since, and what has gone', async () => {
    hub = await aHub([mine, colleagues])
    const worker = await aClient(hub.app, 'N1-1')
    await worker.pull()
    await hub.write([
      { ...mine, holder: 'N1-2' as StaffNumber },
      { ...colleagues, holder: 'N1-1' as StaffNumber },
    ])
    const reply = await worker.pull()
    expect(reply.caseload.patch.map(({ op, id }) => [op, id])).toEqual([
      ['remove', '10000001'],
      ['put', '10000002'],
    ])
    expect(worker.ids()).toEqual(['10000002', 'organisation'])
    expect((await worker.pull()).caseload.patch).toEqual([])
  })

  it('sends a bucket whole when it is granted, and says so when it is not any more', async () => {
    hub = await aHub([mine, colleagues])
    const worker = await aClient(hub.app, 'N1-1')
    await worker.pull()
    const withRole = withMember('N1-1', { roles: ['caseworker', 'team-leader'] })
    await hub.write([withRole], withRole)
    await worker.pull()
    expect(worker.ids()).toEqual(['10000001', '10000002', 'organisation'])
    await hub.write([anOrganisation()])
    const reply = await worker.pull()
    expect(reply.caseload.grants).toEqual(['person:N1-1', 'reference', 'staff:FS_GB_MAINT_NO_MSR'])
    expect(worker.ids()).toEqual(['10000001', 'organisation'])
  })

  it('is refused to whoever has no access any more', async () => {
    hub = await aHub([mine])
    const worker = await aClient(hub.app, 'N1-1')
    await worker.pull()
    const without = withMember('N1-1', { access: 'removed' })
    await hub.write([without], without)
    const { status, text } = await worker.ask('POST', '/sync/pull', worker.request())
    expect([status, JSON.parse(text).error.code]).toEqual([401, 'not-signed-in'])
  })
})
