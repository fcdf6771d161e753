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

/** In the place of a purpose: it is told to nobody who asks who read what, for anybody may claim anything. */
export const CLAIMED = 'claimed'

/** So many in an hour are recorded of one person: what a manager reads in a day without network, and no flood. */
const CLAIMS = 200
const HOUR = 3_600_000

/**
 * Puts into the trail who read what (ACC-5): once a day for a person, a group and what it was opened for. What was not
 * in his sight when the hub heard is recorded as his claim: he may have read it without network before it left. So is
 * a number that does not exist: neither the answer nor the time that it takes tells what is there (ACC-4).
 */
export function recordReadings(hub: Hub, session: Session, { readings }: ReadingsRequest) {
  return hub.database.db.transaction().execute(async tx => {
    const index = await loadOrganisation(tx, 'shared')
    if (index?.staff.get(session.staffNumber)?.access !== 'active') throw new Refusal('not-signed-in')
    const ids = readings.map(({ masterCaseNumber }) => masterCaseNumber)
    const groups = await loadCaseGroups(tx, ids)
    const now = hub.clock()
    const entries: AuditEntry[] = []
    for (const reading of readings) {
      const entry = entryOf(reading, groups.get(reading.masterCaseNumber), session, index, now)
      if (await isNew(tx, reading, entry, session)) entries.push(entry)
    }
    if (entries.some(isClaim)) await refuseFlood(tx, session, now)
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
  group: CaseGroup | undefined,
  { staffNumber, device }: Session,
  index: OrganisationIndex,
  now: Instant,
): AuditEntry {
  const today = londonDate(now)
  const seen = group && maySee(staffNumber, group, index, today) ? group : null
  return {
    ...unspoken,
    actor: { kind: 'person', staff: staffNumber },
    role: seen ? roleIn(seen, staffNumber, index, today) : (index.staff.get(staffNumber)?.roles[0] ?? null),
    action: 'read-case-group',
    args: { masterCaseNumber, purpose },
    issuedAt: at,
    acceptedAt: now,
    changes: [],
    reason: words,
    device,
    details: seen ? null : { claimed: 'not in sight when the hub heard' },
  }
}

const isClaim = ({ details }: AuditEntry) => details !== null

async function isNew(
  tx: HubTransaction,
  { masterCaseNumber, purpose, words }: Reading,
  entry: AuditEntry,
  { staffNumber }: Session,
): Promise<boolean> {
  const { role, acceptedAt } = entry
  const day = londonDate(acceptedAt)
  const kept = isClaim(entry) ? CLAIMED : (purpose ?? '')
  const row = { id: masterCaseNumber, day, staff_number: staffNumber, purpose: kept }
  const written = await tx
    .insertInto('reading')
    .values({ ...row, at: acceptedAt, role, words })
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirst()
  return written.numInsertedOrUpdatedRows === 1n
}

async function refuseFlood(tx: HubTransaction, { staffNumber }: Session, now: Instant): Promise<void> {
  const hourAgo = new Date(Date.parse(now) - HOUR).toISOString()
  const { claims } = await tx
    .selectFrom('reading')
    .select(eb => eb.fn.countAll<number>().as('claims'))
    .where('purpose', '=', CLAIMED)
    .where('staff_number', '=', staffNumber)
    .where('at', '>', hourAgo)
    .executeTakeFirstOrThrow()
  if (claims > CLAIMS) throw new Refusal('too-many-requests')
}
