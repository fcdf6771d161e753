import { afterEach, describe, expect, it } from 'vitest'
import { seenForReturn } from '../../shared/commands/return-to-segment.ts'
import type { CaseGroup } from '../../shared/domain/case-group.ts'
import type { StaffNumber, TeamId } from '../../shared/domain/ids.ts'
import { indexOrganisation } from '../../shared/domain/organisation-index.ts'
import type { Rota } from '../../shared/domain/rota.ts'
import { aCaseGroup, aRequest, number } from '../make/a-case-group.ts'
import { anEnvelope } from '../make/a-command.ts'
import { aDeputyship, anAbsence, aRota } from '../make/a-rota.ts'
import { anOrganisation } from '../make/an-organisation.ts'
import { aClient, type TestClient } from './support/a-client.ts'
import { aHub, type TestHub } from './support/a-hub.ts'

const specialist = aRequest('3-1', {
  kind: 'functionally-unique',
  type: 'Parentage dispute',
  holder: 'DNA-1' as StaffNumber,
})
const records: Readonly<Record<string, CaseGroup>> = {
  'of N1': aCaseGroup({ id: number('1') }),
  'orphaned by N1': aCaseGroup({ id: number('2'), holder: 'N1-gone' as StaffNumber }),
  'with a specialist': aCaseGroup({ id: number('3'), serviceRequests: [specialist] }),
  'in the segment’s queue': aCaseGroup({ id: number('4'), team: null, holder: null }),
  'of N2': aCaseGroup({ id: number('5'), team: 'N2' as TeamId, holder: 'N2-1' as StaffNumber }),
}

const names = Object.keys(records)
const own = ['in the segment’s queue', 'of N2']

let hub: TestHub

afterEach(() => hub.close())

/** A return that is never done, so that only what is asked of the person's rights is answered. */
const asked = (group: CaseGroup) =>
  anEnvelope(
    'return-to-segment',
    { masterCaseNumber: group.id, clearLock: false },
    { ...seenForReturn(group, indexOrganisation(anOrganisation())), holder: 'nobody' },
  )

async function outcomes(client: TestClient): Promise<readonly string[]> {
  await client.push(...Object.values(records).map(asked))
  const { results } = await client.pull()
  return results.map(({ result }) => (result.kind === 'refused' ? result.refusal.kind : 'done'))
}

const deputyship = (from: string, to: string) => aDeputyship('N1-lead', 'N2-lead', from, to)

describe('TEAM-3 the deputy of N1’s leader, today being 21 November', () => {
  it.each([
    ['before his dates', '2026-11-22', '2026-11-30', false],
    ['on the first of them', '2026-11-21', '2026-11-30', true],
    ['on the last of them', '2026-11-16', '2026-11-21', true],
    ['after them', '2026-11-16', '2026-11-20', false],
  ])('%s', async (_, from, to, leads) => {
    hub = await aHub([...Object.values(records), aRota('N1', { deputyships: [deputyship(from, to)] })])
    const deputy = await aClient(hub.app, 'N2-lead')
    await deputy.pull()
    const sent = names.filter(name => deputy.document(records[name]?.id ?? '') !== undefined)
    expect(sent).toEqual(leads ? names : own)
    expect(await outcomes(deputy)).toEqual(
      names.map(name => {
        if (name === 'in the segment’s queue') return 'not-allowed'
        return leads || name === 'of N2' ? 'changed' : 'not-found'
      }),
    )
    for (const other of ['N2-1', 'S1-lead', 'DNA-lead']) {
      const client = await aClient(hub.app, other)
      await client.pull()
      expect(client.document('1')).toBeUndefined()
    }
  })

  it('is sent the team when he is named, and loses it when that ends', async () => {
    hub = await aHub(Object.values(records))
    const [manager, deputy] = [await aClient(hub.app, 'N1-mgr'), await aClient(hub.app, 'N2-lead')]
    const args = { team: 'N1', leader: 'N1-lead', from: '2026-11-21' }
    const naming = { ...args, deputy: 'N2-lead', to: '2026-11-27' }
    await manager.push(anEnvelope('name-deputy', naming, {}, null))
    await deputy.pull()
    expect(deputy.document('1')).toEqual(records['of N1'])
    expect(deputy.document('N1')).toMatchObject({ deputyships: [{ deputy: 'N2-lead' }] })
    await manager.push(anEnvelope('end-deputyship', args, { deputy: 'N2-lead' }, null))
    await deputy.pull()
    expect(deputy.document('1')).toBeUndefined()
  })
})

describe('ACC-5 what is done in a leader’s place', () => {
  const [group] = Object.values(records) as [CaseGroup]
  const allocation = anEnvelope(
    'allocate-case-group',
    { masterCaseNumber: group.id, team: 'N1', holder: 'N1-2' },
    { team: 'N1', holder: 'N1-1' },
    null,
  )

  async function recorded(actor: string, rota: Rota) {
    hub = await aHub([...Object.values(records), rota])
    const client = await aClient(hub.app, actor)
    await client.push(allocation)
    await client.pull()
    const { rows } = await hub.database.pool.query<{ entry: string }>('SELECT entry FROM audit')
    const entries = rows.map(({ entry }) => JSON.parse(entry))
    const { history } = client.document(group.id) as CaseGroup
    return { entry: entries.find(({ action }) => action === 'allocate-case-group'), history }
  }

  it('is recorded for him by the deputy, in the trail and in the group’s history', async () => {
    const rota = aRota('N1', { deputyships: [deputyship('2026-11-21', '2026-11-21')] })
    const { entry, history } = await recorded('N2-lead', rota)
    expect(entry).toMatchObject({
      actor: { kind: 'person', staff: 'N2-lead' },
      onBehalfOf: 'N1-lead',
      role: 'team-leader',
    })
    expect(history[0]?.actor).toEqual({ kind: 'person', staff: 'N2-lead', onBehalfOf: 'N1-lead' })
  })

  it('is recorded for him by the segment manager, where he is away without a deputy', async () => {
    const rota = aRota('N1', { absences: [anAbsence('N1-lead', '2026-11-16', '2026-11-27')] })
    const { entry, history } = await recorded('N1-mgr', rota)
    expect(entry).toMatchObject({ onBehalfOf: 'N1-lead', role: 'segment-manager' })
    expect(history[0]?.actor).toEqual({ kind: 'person', staff: 'N1-mgr', onBehalfOf: 'N1-lead' })
  })

  it('is the manager’s own where the leader is there', async () => {
    const { entry, history } = await recorded('N1-mgr', aRota('N1'))
    expect(entry).toMatchObject({ onBehalfOf: null, role: 'segment-manager' })
    expect(history[0]?.actor).toEqual({ kind: 'person', staff: 'N1-mgr' })
  })
})

describe('TEAM-2 an absence at the hub', () => {
  const marking = { team: 'N1', staff: 'N1-2', from: '2026-11-21', to: '2026-11-27', replaces: null }

  it('is kept whole in the trail, and holds for the next command of the same push', async () => {
    hub = await aHub(Object.values(records))
    const leader = await aClient(hub.app, 'N1-lead')
    await leader.push(
      anEnvelope('mark-absent', marking, { until: null }, null),
      anEnvelope(
        'allocate-case-group',
        { masterCaseNumber: '1', team: 'N1', holder: 'N1-2' },
        { team: 'N1', holder: 'N1-1' },
        null,
      ),
    )
    const { results } = await leader.pull()
    expect(results.map(({ result }) => result)).toEqual([
      { kind: 'accepted' },
      {
        kind: 'refused',
        refusal: {
          kind: 'not-possible',
          reason: 'Person N1-2 is away until 27 November 2026 and gets nothing new until then.',
        },
      },
    ])
    const { rows } = await hub.database.pool.query<{ entry: string }>('SELECT entry FROM audit')
    expect(JSON.parse(rows[0]?.entry ?? '')).toMatchObject({
      action: 'mark-absent',
      aggregates: [{ kind: 'rota', id: 'N1', before: null, after: { absences: [{ staff: 'N1-2' }] } }],
      reason: null,
    })
  })

  it('of one day by two desks: the first at the hub stands, the second is told', async () => {
    hub = await aHub(Object.values(records))
    const [leader, manager] = [await aClient(hub.app, 'N1-lead'), await aClient(hub.app, 'N1-mgr')]
    await leader.push(anEnvelope('mark-absent', marking, { until: null }, null))
    await manager.push(anEnvelope('mark-absent', { ...marking, to: '2026-12-04' }, { until: null }, null))
    const { results } = await manager.pull()
    expect(results.map(({ result }) => result)).toMatchObject([
      { kind: 'refused', refusal: { kind: 'changed' } },
    ])
    expect(manager.document('N1')).toMatchObject({ absences: [{ to: '2026-11-27' }] })
  })
})
