import { afterEach, describe, expect, it } from 'vitest'
import { type RecoveryRequest, recoveryIdOf } from '../../../shared/domain/recovery-request.ts'
import { number } from '../../make/a-case-group.ts'
import { anAsking, onRecovery } from '../../make/a-recovery.ts'
import { aClient, type TestClient } from '../support/a-client.ts'
import { anotherHub, type TestHub } from '../support/a-hub.ts'
import { anEmptyHub } from './support/a-hub.ts'
import { change, type Extract, later, type Row, small } from './support/small-extract.ts'

const member = (staff_number: string, roles: string, more: Row = {}): Row => ({
  staff_number,
  name: `Worker ${staff_number}`,
  email: `${staff_number}@example.gov.uk`,
  roles,
  access: 'active',
  scr_nominated: 'N',
  ...more,
})

/** G1 and G2 were left behind by m1. */
const orphaned: Extract = {
  ...change(small, 'users', 'm1', { access: 'removed', access_ended_on: '2026-10-01' }),
  users: [
    ...change(small, 'users', 'm1', { access: 'removed', access_ended_on: '2026-10-01' }).users,
    member('lead', 'team-leader', { team_id: 'M1' }),
    member('mgr', 'segment-manager', { team_id: 'M1' }),
    member('it', 'local-it'),
    member('it-scr', 'local-it', { scr_nominated: 'Y' }),
    member('scr', 'segment-manager', { team_id: 'S1', scr_nominated: 'Y' }),
  ],
}

const ids = { G1: recoveryIdOf(number('G1'), null), G2: recoveryIdOf(number('G2'), null) }
const open: TestHub[] = []

afterEach(async () => {
  for (const hub of open.splice(0)) await hub.close()
})

/** The leader asked for both; all have seen it. */
async function asked() {
  const data = await anEmptyHub()
  await data.import(orphaned)
  const hub = await anotherHub(data.url)
  open.push(hub)
  const [lead, mgr, it, nominated, scr] = (await Promise.all(
    ['lead', 'mgr', 'it', 'it-scr', 'scr'].map(person => aClient(hub.app, person)),
  )) as [TestClient, TestClient, TestClient, TestClient, TestClient]
  await lead.push(anAsking(number('G1'), null, 'm1'), anAsking(number('G2'), null, 'm1'))
  for (const client of [lead, mgr, it, nominated, scr]) await client.pull()
  return { data, lead, mgr, it, nominated, scr }
}

const sensitive = later(change(orphaned, 'people', 'P1', { nationally_sensitive: 'Y' }))

describe('ORPH-7 a group that was asked for becomes nationally sensitive', () => {
  it('goes to Special Client Records with its request, in one version; only its number is told the others', async () => {
    const { data, lead, mgr, it, nominated, scr } = await asked()
    expect(it.ids()).toEqual([ids.G1, ids.G2, 'calendar', 'organisation'].sort())
    await data.import(sensitive)
    for (const client of [lead, mgr, it]) {
      const { caseload } = await client.pull()
      const removed = caseload.patch.filter(({ op }) => op === 'remove').map(({ id }) => id)
      expect(removed).toContain(ids.G1)
      expect(client.ids()).not.toContain(ids.G1)
      expect(client.ids()).toContain(ids.G2)
      expect(JSON.stringify([...client.caseload.documents.values()])).not.toContain('"G1"')
      expect(client.sensitive.documents.size).toBe(0)
    }
    await nominated.pull()
    await scr.pull()
    for (const client of [nominated, scr]) {
      expect(client.document(ids.G1)).toMatchObject({
        sensitive: true,
        segment: 'FS_GB_CCLNT_OOO_SCR',
        team: 'S1',
        holder: null,
        end: null,
      })
    }
    expect([...nominated.sensitive.documents.keys()]).toEqual([ids.G1])
  })

  it('what is asked of it there afterwards is as if it did not exist; who is nominated goes on', async () => {
    const { data, lead, it, nominated } = await asked()
    const seen = it.document(ids.G1) as RecoveryRequest
    await data.import(sensitive)
    await it.push(onRecovery('acknowledge-recovery', seen, { reference: 'INC1' }))
    await lead.push(onRecovery('withdraw-recovery', seen))
    for (const client of [it, lead]) {
      const { results } = await client.pull()
      expect(results.at(-1)?.result).toMatchObject({ refusal: { kind: 'not-found' } })
    }
    await nominated.push(onRecovery('acknowledge-recovery', seen, { reference: 'INC2' }))
    await nominated.pull()
    expect(nominated.document(ids.G1)).toMatchObject({ acknowledged: { reference: 'INC2' } })
  })

  it('one that has ended goes out of sight too', async () => {
    const { data, lead, it } = await asked()
    await lead.push(onRecovery('withdraw-recovery', lead.document(ids.G1) as RecoveryRequest))
    await data.import(sensitive)
    await it.pull()
    expect(it.ids()).not.toContain(ids.G1)
  })
})

describe('ORPH-5 an extract that ends the orphanhood', () => {
  it('ends the request: its holder has access again', async () => {
    const { data, it } = await asked()
    await data.import(later(change(orphaned, 'users', 'm1', { access: 'active', access_ended_on: '' })))
    await it.pull()
    expect(it.document(ids.G1)).toMatchObject({ end: { kind: 'assigned', by: null } })
  })

  it('ends the request: the group is closed', async () => {
    const { data, it } = await asked()
    await data.import(later(change(orphaned, 'case_groups', 'G2', { status: 'Closed' })))
    await it.pull()
    expect(it.document(ids.G2)).toMatchObject({ end: { kind: 'closed' } })
    expect(it.document(ids.G1)).toMatchObject({ end: null })
  })
})
