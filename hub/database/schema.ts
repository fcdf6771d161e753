import type { ColumnType } from 'kysely'
import type { Instant, PlainDate } from '../../shared/domain/time.ts'

/** One row: what stands for the whole hub, and the lock under which versions follow each other. */
interface HubVersionTable {
  readonly one: boolean
  version: number
  readonly lineage: string
  readonly cookie_secret: Buffer
  audit_seq: number
  audit_hash: Buffer
}

interface VersionLogTable {
  version: number
  stamp: Buffer
  at: ColumnType<Instant, Instant, never>
}

interface CaseGroupTable {
  id: string
  document: string
  /** Never read as a number: 64 bits leave the database as hexadecimal digits. */
  stamp: string
  segment: string
  team: string | null
  holder: string | null
  status: string
  sensitive: boolean
  locked: boolean
  buckets: string[]
  staff: string[]
}

interface OrganisationTable {
  id: string
  document: string
  stamp: string
}

interface AggregateTable {
  kind: string
  id: string
  document: string
  stamp: string
  buckets: string[]
}

interface BucketMemberTable {
  bucket: string
  kind: string
  id: string
  version: number
  present: boolean
}

interface BucketTable {
  bucket: string
  count: number
  digest: string
  horizon: number
}

interface ClientTable {
  client_id: string
  staff_number: string
  last_seq: number
}

interface CommandResultTable {
  client_id: string
  seq: number
  staff_number: string
  command_id: string
  result: string
  at: ColumnType<Instant, Instant, never>
}

interface AuditTable {
  seq: number
  at: ColumnType<Instant, Instant, never>
  entry: string
  previous: Buffer
  hash: Buffer
}

interface SessionTable {
  token_hash: Buffer
  staff_number: string
  device: string
  created_at: ColumnType<Instant, Instant, never>
  expires_at: ColumnType<Instant, Instant, never>
  /** Both null: a program's. */
  hand_key: Buffer | null
  last_hand: ColumnType<Instant | null, Instant | null, Instant>
}

interface DeviceKeyTable {
  staff_number: string
  device: string
  key: Buffer
  cache_key: Buffer
  readonly first_seen: ColumnType<Instant, Instant, never>
  last_seen: ColumnType<Instant, Instant, Instant>
  wiped_at: ColumnType<Instant | null, Instant | null, Instant | null>
}

interface ReadingTable {
  id: string
  day: PlainDate
  staff_number: string
  purpose: string
  at: ColumnType<Instant, Instant, never>
  role: string | null
  words: string | null
}

export interface HubSchema {
  hub_version: HubVersionTable
  version_log: VersionLogTable
  case_group: CaseGroupTable
  organisation: OrganisationTable
  aggregate: AggregateTable
  bucket_member: BucketMemberTable
  bucket: BucketTable
  client: ClientTable
  command_result: CommandResultTable
  audit: AuditTable
  session: SessionTable
  device_key: DeviceKeyTable
  reading: ReadingTable
}
