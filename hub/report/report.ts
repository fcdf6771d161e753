import type { OrganisationIndex } from '../../shared/domain/organisation-index.ts'
import type { Instant } from '../../shared/domain/time.ts'
import type { HubTransaction } from '../database/database.ts'

export type ReportValue = string | number | boolean | null
export type ReportRow = Readonly<Record<string, ReportValue>>

/** What a report reads: one snapshot of the hub, so that its rows are of one moment. */
export interface ReportContext {
  readonly tx: HubTransaction
  readonly index: OrganisationIndex
  /** By which moment clocks and absences are reckoned: the present one, or another that was asked for. */
  readonly now: Instant
  /** That other one: what began later is in no report of it; null: it is of now. */
  readonly asOf: Instant | null
}

export type Report = (context: ReportContext) => AsyncIterable<ReportRow>
