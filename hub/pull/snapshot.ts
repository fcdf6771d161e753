import { sql } from 'kysely'
import type { StaffNumber } from '../../shared/domain/ids.ts'
import { type Question, question } from '../database/ask.ts'
import type { HubTransaction } from '../database/database.ts'

/** The hub as one pull sees it. */
export interface Snapshot {
  readonly tx: HubTransaction
  readonly person: StaffNumber
  readonly version: number
  /** The version's own random stamp, in hexadecimal. */
  readonly stamp: string
  readonly lineage: string
  readonly secret: Buffer
  readonly random: (bytes: number) => Buffer
}

export const versionNow = question(
  sql<Pick<Snapshot, 'version' | 'stamp' | 'lineage' | 'secret'>>`
    SELECT h.version, encode(l.stamp, 'hex') AS stamp, h.lineage, h.cookie_secret AS secret
    FROM hub_version h JOIN version_log l ON l.version = h.version`,
  ([row]) => {
    if (!row) throw new Error('The hub has no version: its database was not made by it.')
    return row
  },
)

/** Whether the hub's history still has that version with that stamp: a restored backup has not. */
export function hasVersion(version: number, stamp: string): Question<boolean> {
  const query = sql`SELECT FROM version_log WHERE version = ${version} AND stamp = ${Buffer.from(stamp, 'hex')}`
  return question(query, rows => rows.length > 0)
}
