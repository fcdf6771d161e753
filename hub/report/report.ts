import type { OrganisationIndex } from '../../shared/domain/organisation-index.ts'
import type { Instant } from '../../shared/domain/time.ts'
import type { HubTransaction } from '../database/database.ts'

export type ReportValue = string | number | boolean | null
export type ReportRow = Readonly<Record<string, ReportValue>>

/** What a report reads: one snapshot of the hub, so that its rows are of one moment. */
export interface ReportContext {
  readonly tx: HubTransaction
  readonly index: OrganisationIndex
  /** Of which moment it is: the present one, or another that was asked for. */
  readonly now: Instant
}

export type Report = (context: ReportContext) => AsyncIterable<ReportRow>
