import { hkdfSync } from 'node:crypto'
import { sql } from 'kysely'
import type { StaffNumber } from '../../shared/domain/ids.ts'
import type { Instant } from '../../shared/domain/time.ts'
import { LEASE_DAYS } from '../../shared/sync/lease.ts'
import { Refusal } from '../http/refusal.ts'
import type { Hub } from '../hub.ts'

/** What seals a person's data on one device. */
export interface DeviceKeys {
  /** Of what waits to be sent: the same for ever. */
  readonly key: Buffer
  /** Of the caseload that is kept: another one after too long without contact, so that nothing kept before opens. */
  readonly cacheKey: Buffer
}

/** What a device kept whose last contact was before this is never read again. */
function leasedSince(now: Instant): Instant {
  return new Date(Date.parse(now) - LEASE_DAYS * 86_400_000).toISOString() as Instant
}

/** The key of what a known device kept: a fresh one where its last contact is too long ago. */
export const leasedKey = (now: Instant, fresh: Buffer) =>
  sql<Buffer>`CASE WHEN device_key.last_seen < ${leasedSince(now)}::timestamptz THEN ${fresh}::bytea ELSE device_key.cache_key END`

// Not random: a hub that was restored from before somebody's first sign-in gives him the key that sealed what waits.
function waitingKey(secret: Buffer, staffNumber: StaffNumber, device: string): Buffer {
  const info = JSON.stringify(['device-key', staffNumber, device.toLowerCase()])
  return Buffer.from(hkdfSync('sha256', secret, '', info, 32))
}

/** Made at a person's first sign-in on a device, handed out at each; to one that was wiped, nothing is. */
export async function deviceKeysOf(
  { database: { db }, random, clock }: Hub,
  staffNumber: StaffNumber,
  device: string,
): Promise<DeviceKeys> {
  const now = clock()
  const secret = await db.selectFrom('hub_version').select('cookie_secret').executeTakeFirstOrThrow()
  const key = waitingKey(secret.cookie_secret, staffNumber, device)
  const fresh = random(32)
  const { rows } = await sql<DeviceKeys>`
    INSERT INTO device_key (staff_number, device, key, cache_key, first_seen, last_seen)
      SELECT ${staffNumber}, ${device}::uuid, ${key}::bytea, ${fresh}::bytea, ${now}::timestamptz, ${now}::timestamptz
      WHERE NOT EXISTS (SELECT 1 FROM device_key AS d WHERE d.device = ${device} AND d.wiped_at IS NOT NULL)
    ON CONFLICT (staff_number, device) DO UPDATE SET last_seen = EXCLUDED.last_seen,
      cache_key = ${leasedKey(now, fresh)}
    RETURNING key, cache_key AS "cacheKey"`.execute(db)
  const [row] = rows
  if (!row) throw new Refusal('wiped')
  return row
}
