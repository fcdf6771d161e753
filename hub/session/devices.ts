import { sql } from 'kysely'
import type { StaffNumber } from '../../shared/domain/ids.ts'
import type { Instant } from '../../shared/domain/time.ts'
import type { Database } from '../database/database.ts'
import { unspoken } from '../import/audit-entries.ts'
import { loadOrganisation } from '../store/load-organisation.ts'
import { openVersion } from '../store/open-version.ts'

/** Somebody on a device. */
export interface DeviceSeen {
  readonly device: string
  readonly staffNumber: StaffNumber
  readonly firstSeen: Instant
  readonly lastSeen: Instant
  readonly wipedAt: Instant | null
}

export async function devicesSeen({ db }: Database): Promise<readonly DeviceSeen[]> {
  const { rows } = await sql<DeviceSeen>`
    SELECT device, staff_number AS "staffNumber", first_seen AS "firstSeen", last_seen AS "lastSeen",
      wiped_at AS "wipedAt" FROM device_key ORDER BY last_seen DESC, device, staff_number`.execute(db)
  return rows
}

/**
 * Has a device wiped at its next contact, or used again; says how many people worked on it. The keys of what it keeps
 * are gone at once, those of what waits there are only withheld: nothing unsent is lost.
 */
export function markDevice(
  { db }: Database,
  device: string,
  verb: 'wipe' | 'allow',
  now: Instant,
): Promise<number> {
  return db.transaction().execute(async tx => {
    const index = await loadOrganisation(tx, 'shared')
    const { rows } = await sql<{ staffNumber: StaffNumber }>`
      UPDATE device_key SET wiped_at = ${verb === 'wipe' ? now : null},
        cache_key = uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())
      WHERE device = ${device} RETURNING staff_number AS "staffNumber"`.execute(tx)
    // Nobody signs in at a hub without an organisation.
    if (!index || rows.length === 0) return 0
    // One signs in anew on a device that was lost; while it is to be wiped, its sessions are told so.
    if (verb === 'allow') await tx.deleteFrom('session').where('device', '=', device).execute()
    const version = openVersion(tx, index, now)
    await version.audit([
      {
        ...unspoken,
        actor: { kind: 'system', system: 'hub command line' },
        action: `device-${verb}`,
        acceptedAt: now,
        device,
        changes: [],
        aggregates: [],
        details: { people: rows.length },
      },
    ])
    await version.finish()
    return rows.length
  })
}
