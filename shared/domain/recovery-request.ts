import type { SrKind } from './case-group.ts'
import type {
  BatchId,
  CommandId,
  Id,
  MasterCaseNumber,
  SegmentName,
  SrNumber,
  StaffNumber,
  TeamId,
} from './ids.ts'
import type { Instant } from './time.ts'

export type RecoveryId = Id<'recovery-request'>

/**
 * How it ended: IT recovered it in CMS2012 or refused; the team did it in the desk (ORPH-5); whoever asked needs it no
 * more; there is nothing left to recover.
 */
export type RecoveryEndKind = 'recovered-by-it' | 'assigned' | 'returned' | 'refused' | 'withdrawn' | 'closed'

export interface RecoveryEnd {
  readonly kind: RecoveryEndKind
  /** Null: an extract said so. */
  readonly by: StaffNumber | null
  readonly at: Instant
  /** Of a refusal: IT's own words. */
  readonly reason: string | null
}

export interface Acknowledgement {
  readonly by: StaffNumber
  readonly at: Instant
  /** Under which IT works on it. */
  readonly reference: string
}

export interface Chase {
  readonly by: StaffNumber
  readonly at: Instant
}

export interface RecoveredRequest {
  readonly number: SrNumber
  readonly kind: SrKind
  /** Its number when it was asked for, where CMS2012 gave it another one since; the record keeps its id. */
  readonly askedAs?: SrNumber
}

/**
 * Local IT is asked to bring back one orphan (ORPH-4). Those asked for in one go have `together` in common and are shown
 * as one request; each has its own end, its own reader and one document, so that two people cannot ask for it twice.
 * Local IT reads it, so it holds numbers only: nothing of a client, no words of whoever asks.
 */
export interface RecoveryRequest {
  readonly kind: 'recovery-request'
  readonly id: RecoveryId
  readonly masterCaseNumber: MasterCaseNumber
  /** A specialist's request; null: the case group with its case-owning requests. */
  readonly serviceRequest: RecoveredRequest | null
  /** The command that asked: another request for the same orphan is another one. */
  readonly asked: CommandId
  readonly together: BatchId | CommandId
  readonly sensitive: boolean
  /** An incident on what is lost is open: local IT is told that and no more (INC-18). */
  readonly incidentOpen: boolean
  readonly team: TeamId | null
  readonly segment: SegmentName
  /** With whom it is lost in CMS2012; null: it went to Special Client Records meanwhile, to nobody (ORPH-7). */
  readonly holder: StaffNumber | null
  readonly requestedBy: StaffNumber
  readonly requestedAt: Instant
  readonly acknowledged: Acknowledgement | null
  readonly chases: readonly Chase[]
  /** Null: it is open. */
  readonly end: RecoveryEnd | null
}

/** The number under which it was asked for, which names it in every command; null: the case group. */
export const askedNumberOf = ({ serviceRequest }: RecoveryRequest): SrNumber | null =>
  serviceRequest?.askedAs ?? serviceRequest?.number ?? null

/** One request at a time for each orphan. No number holds a line break, so it parts the two for certain. */
export const recoveryIdOf = (group: MasterCaseNumber, request: SrNumber | null): RecoveryId =>
  `${request ?? ''}\n${group}` as RecoveryId
