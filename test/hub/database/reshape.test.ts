import { randomBytes } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import { Migrator } from 'kysely/migration'
import pg from 'pg'
import { afterEach, describe, expect, inject, it } from 'vitest'
import { openDatabase } from '../../../hub/database/database.ts'
import { migrate } from '../../../hub/database/migrate.ts'
import { migrations } from '../../../hub/database/migrations/migrations.ts'
import { emptyCalendar } from '../../../shared/domain/calendar.ts'
import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import type { SegmentName, StaffNumber } from '../../../shared/domain/ids.ts'
import { withHere } from '../../../shared/domain/request-here.ts'
import { publicCalendar } from '../../make/a-calendar.ts'
import { aCaseGroup, aLock, aRequest, number } from '../../make/a-case-group.ts'
import { anAbsence, aRota } from '../../make/a-rota.ts'
import { anIncident } from '../../make/an-incident.ts'
import { anOrganisation } from '../../make/an-organisation.ts'
import { aClient } from '../support/a-client.ts'
import { anotherHub, type TestHub } from '../support/a-hub.ts'

const group = aCaseGroup({
  id: number('10000001'),
  lock: aLock(),
  serviceRequests: [aRequest('1'), aRequest('2')],
})

/** As a document was before it had its differences, and its lock and requests what is done here. */
function asBefore({ differences, lock, ...rest }: CaseGroup): CaseGroup {
  const { by, since, sinceIsFirstSeen, reason } = lock ?? aLock()
  const serviceRequests = rest.serviceRequests.map(({ here, ...request }) => request)
  return { ...rest, lock: { by, since, sinceIsFirstSeen, reason }, serviceRequests } as never
}

/** A rota was its segment's leaders' only. */
async function asQueues({ database }: TestHub): Promise<void> {
  const queue = sql`replace(bucket, 'staff:', 'queue:')`
  await sql`UPDATE aggregate SET buckets = ARRAY(SELECT ${queue} FROM unnest(buckets) AS b (bucket))`.execute(
    database.db,
  )
  await sql`UPDATE bucket_member SET bucket = ${queue}`.execute(database.db)
  await sql`UPDATE bucket SET bucket = ${queue}`.execute(database.db)
}

async function withoutQueues({ database }: TestHub): Promise<void> {
  const other = sql`bucket NOT LIKE 'queue:%'`
  await sql`UPDATE case_group SET buckets = ARRAY(SELECT bucket FROM unnest(buckets) AS b (bucket) WHERE ${other})`.execute(
    database.db,
  )
  await sql`DELETE FROM bucket_member WHERE NOT (${other})`.execute(database.db)
  await sql`DELETE FROM bucket WHERE NOT (${other})`.execute(database.db)
}

let hub: TestHub | undefined
const name = `test_${randomBytes(6).toString('hex')}`

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('postgres') })
  await client.connect()
  await client.query(statement).finally(() => client.end())
}

async function anOldDatabase(until: keyof typeof migrations, known = migrations): Promise<string> {
  await onServer(`CREATE DATABASE ${name} TEMPLATE template0`)
  const url = inject('postgres').replace(/\/desk$/, `/${name}`)
  const database = openDatabase(url)
  const db = database.db as unknown as Kysely<unknown>
  // People sign in there too, by the hub of today.
  const there = Object.entries(known).filter(([each]) => each <= until || each === '017-hands')
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => Object.fromEntries(there) },
  })
  const { error } = await migrator.migrateToLatest()
  await database.close()
  if (error) throw error
  return url
}

/** One in which people sign in as they do today, whatever came with the migrations behind. */
function aDatabaseWithout(migration: keyof typeof migrations): Promise<string> {
  const known = Object.fromEntries(Object.entries(migrations).filter(([each]) => each !== migration))
  return anOldDatabase(Object.keys(known).at(-1) ?? '', known)
}

afterEach(async () => {
  await hub?.close()
  await onServer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
})

describe('a database of the hub of before', () => {
  it('is brought up to the documents of today, with what differs from the source (IMP-6)', async () => {
    const url = await anOldDatabase('005-source-status')
    hub = await anotherHub(url)
    await hub.write([anOrganisation(), asBefore(group)])
    // Incidents decide its buckets today; in the hub of before no document had them.
    await sql`UPDATE case_group SET document = (document::jsonb - 'incidents')::text`.execute(hub.database.db)
    await sql`
      INSERT INTO source_case_groups (master_case_number, title, paying_parent_scin, segment_name, assigned_to, status,
        stage, compliant, complex, lock_on, first_seen_at, holder_changed_at, holder_drifts)
      VALUES ('10000001', 'x', 'pp', 'FS_GB_MAINT_SO_MSR', 'N1-2', 'Active', 'maintenance', 'Y', 'N', 'Y',
        '2026-11-18T18:00:00Z', '2026-11-20T18:00:00Z', true)`.execute(hub.database.db)
    await migrate(url)
    const leader = await aClient(hub.app, 'N1-lead')
    // It compares what it holds with what the hub counts.
    await leader.pull()
    const { differences, ...rest } = leader.document('10000001') as CaseGroup
    const { differences: _, ...expected } = group
    expect(rest).toEqual(expected)
    expect(differences).toEqual([
      {
        field: 'segment',
        source: 'FS_GB_MAINT_SO_MSR' as SegmentName,
        drifts: false,
        sourceSince: '2026-11-18T18:00:00Z',
        sourceLock: null,
      },
      {
        field: 'holder',
        source: 'N1-2',
        drifts: true,
        sourceSince: '2026-11-20T18:00:00Z',
        sourceLock: null,
      },
    ])
  })

  it('gets advice asked for with a service request (ADV-1), and names of bank holidays (ADV-5)', async () => {
    const url = await anOldDatabase('007-status-before')
    hub = await anotherHub(url)
    const worked = withHere(aRequest('1'), { startedOn: '2026-11-20' })
    const today = { ...group, serviceRequests: [worked, aRequest('2')] }
    const { advice: _, ...here } = worked.here ?? {}
    const { names: __, ...calendar } = publicCalendar
    const before = { ...today, serviceRequests: [{ ...worked, here }, aRequest('2')] }
    await hub.write([anOrganisation(), before as never, calendar as never])
    await migrate(url)
    const leader = await aClient(hub.app, 'N1-lead')
    await leader.pull()
    expect(leader.document('10000001')).toMatchObject({ serviceRequests: today.serviceRequests })
    expect(leader.document('calendar')).toEqual({ ...publicCalendar, names: emptyCalendar.names })
  })

  it('sends the rotas that it has to all who work in their segments (INC-18)', async () => {
    const url = await aDatabaseWithout('015-rotas')
    hub = await anotherHub(url)
    const rota = aRota('N1', { absences: [anAbsence('N1-1', '2026-11-20', '2026-11-27')] })
    await hub.write([anOrganisation(), rota])
    await asQueues(hub)
    const [leader, worker] = [await aClient(hub.app, 'N1-lead'), await aClient(hub.app, 'N1-1')]
    for (const client of [leader, worker]) await client.pull()
    expect([leader.ids().includes('N1'), worker.ids().includes('N1')]).toEqual([true, false])
    await migrate(url)
    for (const client of [leader, worker]) {
      await client.pull()
      expect(client.document('N1')).toEqual(rota)
    }
  })

  it('sends what waits to the leaders who may authorise it now (INC-16)', async () => {
    const url = await aDatabaseWithout('016-referred')
    hub = await anotherHub(url)
    const referred = aCaseGroup({
      id: number('10000002'),
      incidents: [anIncident({ state: 'referred', raisedBy: 'N1-mgr' as StaffNumber })],
    })
    await hub.write([anOrganisation(), referred])
    // In the hub of before only its own team's leader and the manager had it.
    await withoutQueues(hub)
    const other = await aClient(hub.app, 'N2-lead')
    await other.pull()
    expect(other.ids()).not.toContain(referred.id)
    await migrate(url)
    await other.pull()
    expect(other.document(referred.id)).toEqual(referred)
  })

  it('sends what an orphaned specialist’s request is on to those who can give it to somebody (ORPH-2)', async () => {
    const url = await aDatabaseWithout('018-left-specialists')
    hub = await anotherHub(url)
    const lost = aRequest('1-9', {
      kind: 'functionally-unique',
      type: 'Parentage dispute',
      holder: 'vanished' as StaffNumber,
    })
    const orphaned = aCaseGroup({ id: number('10000003'), serviceRequests: [lost] })
    await hub.write([anOrganisation(), orphaned])
    // In the hub of before it was with nobody who could.
    await withoutQueues(hub)
    const specialists = await aClient(hub.app, 'DNA-lead')
    await specialists.pull()
    expect(specialists.ids()).not.toContain(orphaned.id)
    await migrate(url)
    await specialists.pull()
    expect(specialists.document(orphaned.id)).toEqual(orphaned)
  })

  it('is given the migration too that landed later than one behind it', async () => {
    const { '012-readings': _, ...known } = migrations
    const url = await anOldDatabase('013-audit-grants', known)
    await expect(migrate(url)).resolves.toBeUndefined()
  })
})
