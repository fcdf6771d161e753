import { directs } from '../../shared/commands/authority.ts'
import type { MasterCaseNumber, StaffNumber } from '../../shared/domain/ids.ts'
import { londonDate } from '../../shared/domain/time.ts'
import { maySee } from '../../shared/sync/buckets.ts'
import { PROTOCOL } from '../../shared/sync/protocol-version.ts'
import type { Readers, ReadingPurpose } from '../../shared/sync/readings.ts'
import { Refusal } from '../http/refusal.ts'
import type { Hub } from '../hub.ts'
import { loadCaseGroups } from '../store/load-case-groups.ts'
import { loadOrganisation } from '../store/load-organisation.ts'
import { CLAIMED } from './record-readings.ts'

const MOST = 200

/**
 * Who opened a group, newest first, told to whoever directs it and may see it. To everybody else nobody did: the
 * answer of a number that does not exist (ACC-3, ACC-4).
 */
export function readersOf(hub: Hub, asking: StaffNumber, id: MasterCaseNumber) {
  const snapshot = hub.database.db.transaction().setIsolationLevel('repeatable read')
  return snapshot.execute(async tx => {
    const index = await loadOrganisation(tx, 'none')
    if (index?.staff.get(asking)?.access !== 'active') throw new Refusal('not-signed-in')
    const today = londonDate(hub.clock())
    const group = (await loadCaseGroups(tx, [id])).get(id)
    const isTold = group && maySee(asking, group, index, today) && directs(asking, group, index, today)
    if (!isTold) return { protocol: PROTOCOL, readers: [] }
    const rows = await tx
      .selectFrom('reading')
      .select(['at', 'staff_number', 'role', 'purpose', 'words'])
      .where('id', '=', id)
      .where('purpose', '<>', CLAIMED)
      .orderBy('at', 'desc')
      .limit(MOST)
      .execute()
    const readers: Readers = rows.map(({ at, staff_number, role, purpose, words }) => ({
      at,
      staffNumber: staff_number as StaffNumber,
      role,
      purpose: purpose === '' ? null : (purpose as ReadingPurpose),
      words,
    }))
    return { protocol: PROTOCOL, readers }
  })
}
