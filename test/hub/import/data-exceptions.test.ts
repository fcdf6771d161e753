import { afterAll, describe, expect, it } from 'vitest'
import type { DataException } from '../../../shared/domain/data-exception.ts'
import { anEnvelope } from '../../make/a-command.ts'
import { aClient } from '../support/a-client.ts'
import { anotherHub, type TestHub } from '../support/a-hub.ts'
import { anEmptyHub } from './support/a-hub.ts'
import {
  add,
  change,
  type Extract,
  later,
  person,
  type Row,
  small,
  without,
} from './support/small-extract.ts'

const hubs: TestHub[] = []
afterAll(async () => {
  for (const hub of hubs) await hub.close()
})

const staffed = (staff_number: string, team_id: string, roles: string, scr_nominated = 'N'): Row => ({
  staff_number,
  name: `Person ${staff_number}`,
  email: `${staff_number}@example.gov.uk`,
  roles,
  team_id,
  access: 'active',
  scr_nominated,
})

const managed = add(
  small,
  'users',
  staffed('m-mgr', 'M1', 'segment-manager'),
  staffed('m-scr', 'M1', 'segment-manager', 'Y'),
  staffed('m-lead', 'M1', 'team-leader'),
  staffed('e-mgr', 'E1', 'segment-manager'),
  staffed('n-mgr', 'N1', 'segment-manager'),
  staffed('s-mgr', 'S1', 'segment-manager', 'Y'),
  staffed('s-plain', 'S1', 'segment-manager'),
  staffed('desk', '', 'service-management'),
)

async function hubAfter(...extracts: readonly Extract[]) {
  const hub = await anEmptyHub()
  for (const [day, extract] of extracts.entries()) await hub.import(later(extract, day))
  const served = await anotherHub(hub.url)
  hubs.push(served)
  return { hub, served }
}

/** What a person is sent of the data exceptions: `people.csv P1 nino`. */
async function sentTo(served: TestHub, number: string): Promise<readonly string[]> {
  const client = await aClient(served.app, number)
  await client.pull()
  return client
    .ids()
    .map(id => client.document(id) as { kind: string })
    .filter(({ kind }) => kind === 'data-exception')
    .map(document => document as DataException)
    .map(({ file, key, column }) => `${file} ${key} ${column}`)
    .sort()
}

const faulty = change(managed, 'people', 'P1', { nino: 'DD123456A' })

describe('IMP-1 a data exception is a document', () => {
  it('ACC-2: of the manager of the segment of its group, and of nobody else’s', async () => {
    const { served } = await hubAfter(faulty)
    expect(await sentTo(served, 'm-mgr')).toEqual(['people.csv P1 nino'])
    for (const other of ['n-mgr', 's-mgr', 'm-lead', 'm1', 'desk'])
      expect(await sentTo(served, other)).toEqual([])
  })

  it('of a row that concerns no group that is in, service management’s', async () => {
    const stray = add(managed, 'people', person('P9', { nino: 'DD123456A' }))
    const { served } = await hubAfter(change(stray, 'users', 'm2', { name: '' }))
    expect(await sentTo(served, 'desk')).toEqual(['people.csv P9 nino', 'users.csv m2 name'])
    expect(await sentTo(served, 'm-mgr')).toEqual([])
  })

  it('that keeps its name on whatever line, and is put away with the extract that has it no more', async () => {
    const moved = { ...faulty, people: [...faulty.people].reverse() }
    const { hub, served } = await hubAfter(faulty, moved)
    const ids = async () =>
      (await hub.client.query(`SELECT id FROM aggregate WHERE kind = 'data-exception'`)).rows.map(
        ({ id }) => id,
      )
    expect(await ids()).toHaveLength(1)
    const desk = await aClient(served.app, 'm-mgr')
    await desk.pull()
    const [id] = await ids()
    expect(desk.document(id)).toMatchObject({ line: 7, value: 'DD123456A', caseGroups: ['G1'] })
    await hub.import(later(managed, 2))
    const { caseload } = await desk.pull()
    expect(caseload.patch).toContainEqual({ op: 'remove', kind: 'data-exception', id })
    const { rows } = await hub.client.query(`SELECT document FROM aggregate WHERE kind = 'data-exception'`)
    expect(rows[0]?.document).not.toContain('DD123456A')
    await hub.import(later(managed, 3))
    expect(await ids()).toEqual([])
  })

  it('and follows its group to another segment', async () => {
    const { hub, served } = await hubAfter(faulty)
    expect(await sentTo(served, 'n-mgr')).toEqual([])
    const group = await hub.group('G1')
    const there = { ...group, segment: 'FS_NI_MAINT_OOO_MSR', team: 'N1', holder: 'n1' }
    await hub.client.query(`UPDATE case_group SET segment = $1, document = $2 WHERE id = 'G1'`, [
      there.segment,
      JSON.stringify(there),
    ])
    await hub.import(later(faulty))
    expect(await sentTo(served, 'n-mgr')).toEqual(['people.csv P1 nino'])
    expect(await sentTo(served, 'm-mgr')).toEqual([])
  })
})

describe('ACC-3 and IMP-1 a data exception follows its group when a command moves it', () => {
  // P1 is the paying parent of G1 and the receiving parent of G2, so that one fault concerns both.
  const shared = change(faulty, 'cases', 'C2', { receiving_parent_scin: 'P1' })

  async function movedByCommand(extract: Extract) {
    const { hub, served } = await hubAfter(extract, change(extract, 'case_groups', 'G1', { compliant: 'N' }))
    const manager = await aClient(served.app, 'm-mgr')
    await manager.pull()
    const destination = 'FS_GB_ENFMT_OOO_ELC'
    const saw = { segment: 'FS_GB_MAINT_OOO_MSR', destination }
    await manager.push(anEnvelope('apply-allocation-drift', { masterCaseNumber: 'G1' }, saw, null))
    const { caseload } = await manager.pull()
    expect(await hub.group('G1')).toMatchObject({ segment: destination })
    return { hub, served, manager, caseload }
  }

  it('at once, with the same version: its new manager’s, and no more the old one’s', async () => {
    const { served, caseload } = await movedByCommand(faulty)
    expect(caseload.patch).toContainEqual(expect.objectContaining({ op: 'remove', kind: 'data-exception' }))
    expect(await sentTo(served, 'e-mgr')).toEqual(['people.csv P1 nino'])
    expect(await sentTo(served, 'm-mgr')).toEqual([])
  })

  it('and stays with the manager of another group that it concerns too', async () => {
    const { served } = await movedByCommand(shared)
    expect(await sentTo(served, 'e-mgr')).toEqual(['people.csv P1 nino'])
    expect(await sentTo(served, 'm-mgr')).toEqual(['people.csv P1 nino'])
  })
})

describe('ACC-3 a data exception is shown as its group would be', () => {
  const marked = change(faulty, 'people', 'P1', { nationally_sensitive: 'Y' })

  it('of a sensitive group: to the nominated manager of the segment it went to, with the same import', async () => {
    const { served } = await hubAfter(marked)
    expect(await sentTo(served, 's-mgr')).toEqual(['people.csv P1 nino'])
    for (const other of ['m-mgr', 'm-scr', 'n-mgr', 's-plain', 'desk'])
      expect(await sentTo(served, other)).toEqual([])
  })

  it('without a group that is in, not even to service management that is not nominated', async () => {
    const stray = person('P9', { nino: 'DD123456A', nationally_sensitive: 'Y' })
    const { served } = await hubAfter(add(managed, 'people', stray))
    expect(await sentTo(served, 'desk')).toEqual([])
  })

  it('nobody else’s pull is otherwise for it, to the last byte', async () => {
    // The same rows on the same lines; only whether the sensitive one has a fault differs.
    const stray = person('P9', { nino: 'DD123456A', nationally_sensitive: 'Y' })
    const sealed = change(add(marked, 'people', stray), 'people', 'P2', { nino: 'DD123456A' })
    const sound = ['P1', 'P9'].reduce(
      (extract, scin) => change(extract, 'people', scin, { nino: 'AB123456A' }),
      sealed,
    )
    const pulls = await Promise.all(
      [sealed, sound].map(async extract => {
        const { served } = await hubAfter(extract)
        return Promise.all(['m-mgr', 'desk', 'n-mgr', 's-plain', 'm1'].map(number => patchOf(served, number)))
      }),
    )
    expect(pulls[0]).toEqual(pulls[1])
  })
})

/** Everything of a pull but its cookie and what is random in it. */
async function patchOf(served: TestHub, number: string): Promise<string> {
  const client = await aClient(served.app, number)
  const { caseload, sensitive } = await client.pull()
  const { cookie, ...part } = caseload
  expect(sensitive).toBeNull()
  return JSON.stringify({ ...part, cookie: cookie.length })
}

describe('IMP-6 the exceptions are those of the last import', () => {
  it('for a hub that had many of one kind, alike ones too', async () => {
    const keyless = add(managed, 'people', person('', { first_name: 'A' }), person('', { first_name: 'B' }))
    const { hub, served } = await hubAfter(keyless)
    expect(await sentTo(served, 'desk')).toEqual(['people.csv  scin', 'people.csv  scin'])
    await hub.import(later(without(keyless, 'people', ''), 1))
    expect(await sentTo(served, 'desk')).toEqual([])
    await hub.import(later(keyless, 2))
    expect(await sentTo(served, 'desk')).toHaveLength(2)
  })
})
