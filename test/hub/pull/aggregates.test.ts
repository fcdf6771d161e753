import { afterEach, describe, expect, it } from 'vitest'
import { computedCalendar } from '../../../hub/calendar/computed-calendar.ts'
import { loadOrganisation } from '../../../hub/store/load-organisation.ts'
import type { StaffNumber, TeamId } from '../../../shared/domain/ids.ts'
import type { Rota } from '../../../shared/domain/rota.ts'
import { aCaseGroup, number } from '../../make/a-case-group.ts'
import { withAac } from '../../make/an-incident.ts'
import { anOrganisation } from '../../make/an-organisation.ts'
import { aClient } from '../support/a-client.ts'
import { aHub, type TestHub } from '../support/a-hub.ts'

let hub: TestHub

afterEach(() => hub.close())

const group = aCaseGroup({ id: number('10000001') })
const rota: Rota = {
  kind: 'rota',
  id: 'N1' as TeamId,
  absences: [{ staff: 'N1-1' as StaffNumber, from: '2026-11-23', to: '2026-11-27' }],
  deputyships: [],
}
const calendar = computedCalendar(2026, 2026)

describe('documents beside the case groups', () => {
  it('ACC-2 come to whom they concern: a rota to all of its segment, the calendar to everybody', async () => {
    hub = await aHub([group, rota, calendar])
    const [leader, worker] = [await aClient(hub.app, 'N1-lead'), await aClient(hub.app, 'N1-1')]
    await leader.pull()
    await worker.pull()
    expect(leader.ids()).toEqual(['10000001', 'N1', 'calendar', 'organisation'])
    expect(leader.document('N1')).toEqual(rota)
    expect(worker.document('N1')).toEqual(rota)
    const elsewhere = await aClient(hub.app, 'S1-lead')
    await elsewhere.pull()
    expect(elsewhere.ids()).toEqual(['calendar', 'organisation'])
  })

  it('INC-18: the rota of a specialist comes to those who answer AAC in his place', async () => {
    const specialists: Rota = {
      ...rota,
      id: 'DNA' as TeamId,
      absences: [{ staff: 'DNA-1' as StaffNumber, from: '2026-11-20', to: '2026-11-27' }],
    }
    const raised = withAac({ raisedBy: 'DNA-1' as StaffNumber })
    hub = await aHub([{ ...group, incidents: [raised] }, specialists])
    for (const [person, isSent] of [
      ['N1-lead', true],
      ['DNA-2', true],
      ['N1-1', false],
    ] as const) {
      const client = await aClient(hub.app, person)
      await client.pull()
      expect([person, client.ids().includes('DNA')]).toEqual([person, isSent])
    }
  })

  it('are sent again when they change, and go when they are nobody’s any more', async () => {
    hub = await aHub([group, rota])
    const leader = await aClient(hub.app, 'N1-lead')
    await leader.pull()
    await hub.write([{ ...rota, absences: [] }])
    const { caseload } = await leader.pull()
    expect(caseload.patch.map(({ op, kind, id }) => [op, kind, id])).toEqual([['put', 'rota', 'N1']])
    const without = { ...anOrganisation(), teams: anOrganisation().teams.filter(({ id }) => id !== 'N1') }
    await hub.write([without, rota], without)
    await leader.pull()
    expect(leader.ids()).not.toContain('N1')
  })

  it('are part of the organisation that commands read', async () => {
    hub = await aHub([rota, calendar])
    const load = () => hub.database.db.transaction().execute(tx => loadOrganisation(tx, 'shared'))
    const index = await load()
    expect([index?.rotas.get(rota.id), index?.calendar]).toEqual([rota, calendar])
    expect(await load()).toBe(index)
    await hub.write([{ ...rota, absences: [] }])
    expect((await load())?.rotas.get(rota.id)?.absences).toEqual([])
  })
})
