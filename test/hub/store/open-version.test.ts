import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Database, openDatabase } from '../../../hub/database/database.ts'
import { openVersion } from '../../../hub/store/open-version.ts'
import type { Document } from '../../../shared/commands/command.ts'
import type { StaffNumber } from '../../../shared/domain/ids.ts'
import type { Organisation } from '../../../shared/domain/organisation.ts'
import { indexOrganisation } from '../../../shared/domain/organisation-index.ts'
import type { TestDatabase } from '../../database-copy.ts'
import { aCaseGroup, number } from '../../make/a-case-group.ts'
import { anOrganisation } from '../../make/an-organisation.ts'
import { createTestDatabase } from '../../postgres.ts'
import { withMember } from '../support/organisations.ts'

let test: TestDatabase
let database: Database

beforeEach(async () => {
  test = await createTestDatabase()
  database = openDatabase(test.url)
})

afterEach(async () => {
  await database.close()
  await test.drop()
})

const organisation = anOrganisation()
const now = '2026-11-21T09:30:00.000Z'

const write = (...documents: readonly Document[]) => writeAs(organisation, ...documents)

function writeAs(as: Organisation, ...documents: readonly Document[]): Promise<number | null> {
  return database.db.transaction().execute(async tx => {
    const version = openVersion(tx, indexOrganisation(as), now)
    await version.put(documents)
    return version.finish()
  })
}

async function members(bucket: string) {
  const { rows } = await sql<{ id: string; version: number; present: boolean }>`
    SELECT id, version, present FROM bucket_member WHERE bucket = ${bucket} ORDER BY id`.execute(database.db)
  return rows
}

describe('a version of the hub', () => {
  it('puts a group into its buckets and takes it out of those it left', async () => {
    expect(await write(organisation, aCaseGroup())).toBe(1)
    expect(await members('person:N1-1')).toEqual([{ id: '10000001', version: 1, present: true }])
    expect(await write(aCaseGroup({ holder: 'N1-2' as StaffNumber }))).toBe(2)
    expect(await members('person:N1-1')).toEqual([{ id: '10000001', version: 2, present: false }])
    expect(await members('person:N1-2')).toEqual([{ id: '10000001', version: 2, present: true }])
    expect(await members('team:N1')).toEqual([{ id: '10000001', version: 2, present: true }])
  })

  it('keeps count and digest of each bucket', async () => {
    await write(aCaseGroup(), aCaseGroup({ id: number('10000002') }))
    await write(aCaseGroup({ holder: 'N1-2' as StaffNumber }))
    const { rows } = await sql`
      SELECT b.bucket FROM bucket b LEFT JOIN LATERAL (
        SELECT count(*) AS count, coalesce(bit_xor(c.stamp), 0) AS digest
        FROM case_group c WHERE b.bucket = ANY (c.buckets)
      ) found ON true WHERE found.count <> b.count OR found.digest <> b.digest`.execute(database.db)
    expect(rows).toEqual([])
  })

  it('moves a group that is as it was, when the organisation is not: its holder’s access ended (ORPH-1)', async () => {
    await write(organisation, aCaseGroup())
    const without = withMember('N1-1', { access: 'removed' })
    await writeAs(without, without, aCaseGroup())
    expect(await members('person:N1-1')).toEqual([{ id: '10000001', version: 2, present: false }])
    expect(await members('team:N1')).toEqual([{ id: '10000001', version: 2, present: true }])
  })

  it('does not write what is as it was', async () => {
    await write(organisation, aCaseGroup())
    await write(organisation, aCaseGroup())
    expect(await members('person:N1-1')).toEqual([{ id: '10000001', version: 1, present: true }])
    expect(await members('reference')).toEqual([{ id: 'organisation', version: 1, present: true }])
  })

  it('is none where nothing was put', async () => {
    expect(await write()).toBe(null)
  })

  it('holds any number of groups', async () => {
    const many = Array.from({ length: 5001 }, (_, n) => aCaseGroup({ id: number(String(20000000 + n)) }))
    expect(await write(...many)).toBe(1)
    expect(await members('team:N1')).toHaveLength(5001)
  })
})
