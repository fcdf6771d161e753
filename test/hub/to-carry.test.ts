import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { importExtract } from '../../hub/import/import-extract.ts'
import { seenForReturn } from '../../shared/commands/return-to-segment.ts'
import type { CaseGroup } from '../../shared/domain/case-group.ts'
import type { Organisation } from '../../shared/domain/organisation.ts'
import { indexOrganisation } from '../../shared/domain/organisation-index.ts'
import type { TestDatabase } from '../database-copy.ts'
import { anEnvelope } from '../make/a-command.ts'
import { createTestDatabase } from '../postgres.ts'
import { expectedRows, fixtures, reportedRows } from './import/expected.ts'
import { aClient } from './support/a-client.ts'
import { anotherHub, type TestHub } from './support/a-hub.ts'

let database: TestDatabase
let hub: TestHub

const importFixture = (folder: string) =>
  importExtract({
    folder: join(fixtures, folder),
    databaseUrl: database.url,
    now: '2026-11-22T06:00:00.000Z',
    progress: () => {},
  })

beforeAll(async () => {
  database = await createTestDatabase()
  hub = await anotherHub(database.url)
  await importFixture('extract')
})

afterAll(async () => {
  await hub.close()
  await database.drop()
})

/** Groups of a leader’s team that the next extract leaves as they are, locked ones first. */
function untouched(
  groups: readonly CaseGroup[],
  team: string,
  drifting: readonly string[],
): readonly CaseGroup[] {
  return groups
    .filter(group => group.team === team && group.holder !== null && group.status === 'Active')
    .filter(({ id }) => !drifting.some(row => row.startsWith(id)))
    .sort((one, other) => Number(other.lock !== null) - Number(one.lock !== null))
}

describe('IMP-6 what was changed in the desk is to be carried into CMS2012', () => {
  it('after a force return or a new lock the next extract lists it to carry, not as drift', async () => {
    const { desk, documents } = await leaderOf('T131')
    const drifting = await expectedRows('extract-next-expected', 'drift')
    const found = untouched(documents, 'T131', drifting)
    const returned = found.slice(0, 5)
    const [locked] = found.slice(5).filter(({ lock }) => lock === null)
    if (!locked) throw new Error('Nothing to lock.')
    expect(returned.length).toBe(5)
    expect(returned[0]?.lock).not.toBeNull()

    const index = indexOrganisation(desk.document('organisation') as Organisation)
    const answer = await desk.push(
      ...returned.map(group =>
        anEnvelope(
          'return-to-segment',
          { masterCaseNumber: group.id, clearLock: group.lock !== null },
          seenForReturn(group, index),
        ),
      ),
      anEnvelope(
        'set-lock',
        { masterCaseNumber: locked.id, category: 'enforcement-action', reviewOn: '2026-12-01' },
        { segment: locked.segment },
        'The order for sale is heard on 30 November.',
      ),
    )
    expect(answer.status).toBe(200)
    await desk.pull()
    expect([...desk.results.values()]).toEqual([...returned, locked].map(() => ({ kind: 'accepted' })))

    await importFixture('extract-next')
    const drift = await reportedRows(database.url, 'drift')
    for (const group of returned) {
      const rows = drift.filter(row => row.startsWith(group.id))
      expect(rows).toContain(`${group.id} | holder | null | ${group.holder} | to carry`)
      if (group.lock) expect(rows).toContain(`${group.id} | lock | off | on | to carry`)
      expect(rows.every(row => row.endsWith('to carry'))).toBe(true)
    }
    // A lock set here survives, with its terms, until it ends here (IMP-6).
    expect(drift).toContain(`${locked.id} | lock | on | off | to carry`)
    await desk.pull()
    expect(desk.document(locked.id)).toMatchObject({
      lock: {
        category: 'enforcement-action',
        reason: 'The order for sale is heard on 30 November.',
        reviewOn: '2026-12-01',
        reviews: [],
      },
    })
  })
})

async function leaderOf(team: string) {
  const found = await hub.database.db.selectFrom('organisation').select('document').executeTakeFirstOrThrow()
  const { staff } = JSON.parse(found.document) as Organisation
  const leader = staff.find(member => member.team === team && member.roles.includes('team-leader'))
  if (!leader) throw new Error(`Nobody leads ${team}.`)
  const desk = await aClient(hub.app, leader.number)
  await desk.pull()
  const documents = desk
    .ids()
    .map(id => desk.document(id) as CaseGroup | Organisation)
    .filter(document => document.kind === 'case-group')
  return { desk, documents }
}
