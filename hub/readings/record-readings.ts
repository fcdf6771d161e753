import type { CaseGroup } from '../../shared/domain/case-group.ts'
import type { OrganisationIndex } from '../../shared/domain/organisation-index.ts'
import { type Instant, londonDate } from '../../shared/domain/time.ts'
import { maySee } from '../../shared/sync/buckets.ts'
import { PROTOCOL } from '../../shared/sync/protocol-version.ts'
import type { Reading, ReadingsRequest } from '../../shared/sync/readings.ts'
import type { HubTransaction } from '../database/database.ts'
import { Refusal } from '../http/refusal.ts'
import type { Hub } from '../hub.ts'
import { unspoken } from '../import/audit-entries.ts'
import { roleIn } from '../push/audit-entries.ts'
import type { Session } from '../session/session.ts'
import type { AuditEntry } from '../store/audit-entry.ts'
import { loadCaseGroups } from '../store/load-case-groups.ts'
import { loadOrganisation } from '../store/load-organisation.ts'
import { openVersion } from '../store/open-version.ts'

/**
 * Puts into the trail who read what (ACC-5): once a day for a person, a group and what it was opened for. What he may
 * not see he cannot have read here: it is passed over.
 */
export function recordReadings(hub: Hub, session: Session, { readings }: ReadingsRequest) {
  return hub.database.db.transaction().execute(async tx => {
    const index = await loadOrganisation(tx, 'shared')
    if (index?.staff.get(session.staffNumber)?.access !== 'active') throw new Refusal('not-signed-in')
    const ids = readings.map(({ masterCaseNumber }) => masterCaseNumber)
    const groups = await loadCaseGroups(tx, ids, { lock: false })
    const now = hub.clock()
    const entries: AuditEntry[] = []
    for (const reading of readings) {
      const group = groups.get(reading.masterCaseNumber)
      if (!group || !maySee(session.staffNumber, group, index, londonDate(now))) continue
      const entry = entryOf(reading, group, session, index, now)
      if (await isNew(tx, reading, entry, session)) entries.push(entry)
    }
    if (entries.length > 0) {
      const version = openVersion(tx, index, now)
      await version.audit(entries)
      await version.finish()
    }
    return { protocol: PROTOCOL }
  })
}

function entryOf(
  { masterCaseNumber, at, purpose, words }: Reading,
  group: CaseGroup,
  { staffNumber, device }: Session,
  index: OrganisationIndex,
  now: Instant,
): AuditEntry {
  return {
    ...unspoken,
    actor: { kind: 'person', staff: staffNumber },
    role: roleIn(group, staffNumber, index, londonDate(now)),
    action: 'read-case-group',
    args: { masterCaseNumber, purpose },
    issuedAt: at,
    acceptedAt: now,
    changes: [],
    reason: words,
    device,
    details: null,
  }
}

async function isNew(
  tx: HubTransaction,
  { masterCaseNumber, purpose, words }: Reading,
  { role, acceptedAt }: AuditEntry,
  { staffNumber }: Session,
): Promise<boolean> {
  const day = londonDate(acceptedAt)
  const row = { id: masterCaseNumber, day, staff_number: staffNumber, purpose: purpose ?? '' }
  const written = await tx
    .insertInto('reading')
    .values({ ...row, at: acceptedAt, role, words })
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirst()
  return written.numInsertedOrUpdatedRows === 1n
}
