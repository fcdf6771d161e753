import { afterEach, describe, expect, it } from 'vitest'
import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import { aCaseGroup, aLock } from '../../make/a-case-group.ts'
import { anEnvelope } from '../../make/a-command.ts'
import { segment, staff, team } from '../../make/an-organisation.ts'
import { aClient } from '../support/a-client.ts'
import { aHub, type TestHub } from '../support/a-hub.ts'

const ENFORCEMENT = segment('FS_GB_ENFMT_NO_ELC')
const locked = aCaseGroup({ compliant: false, lock: aLock() })

let hub: TestHub
afterEach(() => hub.close())

async function clearedBy(actor: string, group: CaseGroup, destination = ENFORCEMENT): Promise<void> {
  hub = await aHub([group])
  const client = await aClient(hub.app, actor)
  const saw = { since: aLock().since, destination }
  await client.push(anEnvelope('clear-lock', { masterCaseNumber: group.id }, saw))
  await client.pull()
  expect([...client.results.values()]).toEqual([{ kind: 'accepted' }])
}

/** What the person is sent of it. */
async function toldTo(person: string): Promise<readonly unknown[]> {
  const client = await aClient(hub.app, person)
  await client.pull()
  return client
    .ids()
    .map(id => client.document(id) as { readonly kind: string })
    .filter(({ kind }) => kind === 'lock-notice')
}

describe('LOCK-11 whoever set a lock is told, though clearing it took the group from him', () => {
  it('and nothing of the group; nobody else is', async () => {
    await clearedBy('N1-lead', locked)
    expect(await toldTo('N1-1')).toEqual([
      {
        kind: 'lock-notice',
        id: expect.stringMatching(/^[0-9a-f-]{36}$/),
        to: 'N1-1',
        since: aLock().since,
        became: 'cleared',
        at: expect.any(String),
        actor: { kind: 'person', staff: 'N1-lead' },
      },
    ])
    for (const other of ['N1-lead', 'N1-2', 'N1-mgr', 'E1-lead', 'it']) {
      expect(await toldTo(other)).toEqual([])
    }
  })

  it('not where he is sent the group still, whose history tells him, nor of what he did himself', async () => {
    const stays = aCaseGroup({ lock: aLock() })
    await clearedBy('N1-lead', stays, stays.segment)
    expect(await toldTo('N1-1')).toEqual([])
    await hub.close()
    await clearedBy('N1-1', locked)
    expect(await toldTo('N1-1')).toEqual([])
  })

  it('ACC-3: of a nationally sensitive group nobody is told anything', async () => {
    const home = segment('FS_GB_CCLNT_SCR')
    const place = { segment: home, team: team('SCR'), holder: staff('SCR-1') }
    const sensitive = aCaseGroup({ ...place, sensitive: true, lock: aLock() })
    await clearedBy('SCR-lead', sensitive, home)
    expect(await toldTo('N1-1')).toEqual([])
  })
})
