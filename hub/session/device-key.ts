import { sql } from 'kysely'
import type { StaffNumber } from '../../shared/domain/ids.ts'
import type { Hub } from '../hub.ts'

/** The key that wraps a person's data key on one device: made at his first sign-in there, handed out at each. */
export async function deviceKeyOf(
  { database: { db }, random }: Hub,
  staffNumber: StaffNumber,
  device: string,
): Promise<Buffer> {
  // Updated to what it is, so that the row is returned whichever of two sign-ins made it.
  const { rows } = await sql<{ key: Buffer }>`
    INSERT INTO device_key AS d (staff_number, device, key) VALUES (${staffNumber}, ${device}, ${random(32)})
    ON CONFLICT (staff_number, device) DO UPDATE SET key = d.key RETURNING key`.execute(db)
  const [row] = rows
  if (!row) throw new Error('No key was returned.')
  return row.key
}
