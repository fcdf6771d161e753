import type { Advice } from './advice.ts'
import type { Difference } from './difference.ts'
import type { FactorChange } from './factor.ts'
import type { HistoryEntry } from './history.ts'
import type {
  CaseNumber,
  MasterCaseNumber,
  PostNumber,
  Scin,
  SegmentName,
  SrNumber,
  StaffNumber,
  TeamId,
} from './ids.ts'
import type { Incident } from './incident.ts'
import type { IncomeSource } from './income-source.ts'
import type { Lock } from './lock.ts'
import type { Instant, PlainDate } from './time.ts'

export interface Person {
  readonly scin: Scin
  readonly title: string | null
  readonly firstName: string
  readonly middleName: string | null
  readonly lastName: string
  readonly nino: string | null
  readonly addressLine1: string | null
  readonly addressLine2: string | null
  readonly town: string | null
  readonly postcode: string | null
  /** GB, NI, IM, JE, GG or an ISO 3166 code; null is not known. */
  readonly country: string | null
  readonly nationallySensitive: boolean
  readonly representative: string | null
}

export interface Case {
  readonly number: CaseNumber
  readonly receivingParent: Scin
  readonly status: string
  readonly openedOn: PlainDate
  readonly nationallySensitive: boolean
}

export interface Activity {
  readonly sequence: number
  readonly name: string
  readonly status: 'Open' | 'Done'
  readonly doneOn: PlainDate | null
}

export type SrKind = 'case-owning' | 'functionally-unique'

export interface ServiceRequest {
  readonly number: SrNumber
  readonly case: CaseNumber | null
  readonly type: string
  readonly kind: SrKind
  readonly status: 'Not Started' | 'Started' | 'Closed'
  readonly raisedAgainst: Scin
  readonly holder: StaffNumber | null
  readonly createdOn: PlainDate
  readonly dueOn: PlainDate | null
  /** The factor that its completion changes, `field=value` (ALLOC-6). */
  readonly flipsTo: string | null
  readonly activities: readonly Activity[]
  /** Null: nothing was done to it here, all of it is as the extract has it. */
  readonly here: RequestHere | null
}

/** What the desk adds to a request; no extract has anything of it. */
export interface RequestHere {
  /** Who raised it here; null: it came with an extract. */
  readonly raisedBy: StaffNumber | null
  /** Its number here until CMS2012 gave it its own (IMP-6). Those that were numbered before this was kept have none. */
  readonly raisedAs?: SrNumber
  /** What the specialist is to know (SR-4). */
  readonly background: string | null
  /** When its present holder was given it here (ORPH-5). */
  readonly assignedOn: PlainDate | null
  readonly startedOn: PlainDate | null
  readonly closedOn: PlainDate | null
  /** What Advice and Guidance is asked with it; null: it is no such request, or came with an extract (ADV-1). */
  readonly advice: Advice | null
  /** What was found: the specialist's note to the case owner (SR-7). */
  readonly outcome: string | null
  /** When the case owner carried on after the specialist (SR-7). */
  readonly carriedOnOn: PlainDate | null
  /** What its completion changed on the group (ALLOC-6). */
  readonly changed: FactorChange | null
  /** The how-manieth closing in its group: what they changed follows one on the other, several on one day too. */
  readonly closing: number | null
  /** Who had it before, latest last (RTS-8). */
  readonly heldBefore: readonly Holding[]
}

export interface Holding {
  readonly by: StaffNumber
  readonly until: Instant
}

export interface Post {
  readonly number: PostNumber
  readonly receivedOn: PlainDate
  readonly subject: string
  readonly status: 'Open' | 'Done'
}

/** Something that is opened, and later closed: a judicial review, a PHSO or an ICE request. */
export interface Episode {
  readonly openedOn: PlainDate | null
  readonly closedOn: PlainDate | null
}

/** The source moved the group while its lock was on in two extracts running (IMP-9). */
export interface MovedWhileLocked {
  readonly from: SegmentName
  readonly to: SegmentName
  readonly seenAt: Instant
}

/**
 * Every case that shares one paying parent, and all that belongs to it: decided, locked, sent and held
 * as one document (ALLOC-1).
 */
export interface CaseGroup {
  readonly kind: 'case-group'
  readonly id: MasterCaseNumber
  readonly title: string
  readonly payingParent: Scin
  /** The paying parent first, then the receiving parents of the cases. */
  readonly people: readonly Person[]
  readonly cases: readonly Case[]
  readonly serviceRequests: readonly ServiceRequest[]
  readonly post: readonly Post[]
  /** In the order in which they were raised, those that ended too (INC-18). */
  readonly incidents: readonly Incident[]

  readonly segment: SegmentName
  readonly team: TeamId | null
  readonly holder: StaffNumber | null
  readonly assignedOn: PlainDate | null
  readonly lock: Lock | null
  readonly movedWhileLocked: MovedWhileLocked | null
  /** What the source has otherwise of the segment, the holder and the lock; empty where it agrees (IMP-6). */
  readonly differences: readonly Difference[]

  readonly status: 'Active' | 'Suspended' | 'Closed'
  readonly stage: 'application' | 'maintenance'
  /** Maintenance in this or an earlier extract: it never goes back to Application Service (ALLOC-5). */
  readonly reachedMaintenance: boolean
  readonly p2pIssuedOn: PlainDate | null
  readonly incomeSource: IncomeSource | null
  readonly compliant: boolean
  readonly complex: boolean
  readonly judicialReview: Episode
  readonly phso: Episode
  readonly ice: Episode
  readonly complaint: 'none' | 'unresolved' | 'review'
  readonly appeal: 'none' | 'lodged' | 'accepted'
  readonly itemErrorStatus: string | null
  /** A person or case of it is marked nationally sensitive, in a rejected row too (ACC-3). */
  readonly sensitive: boolean
  /** The newest extract no longer lists it (IMP-6). */
  readonly missingFromExtract: boolean

  /** The last 20 entries, newest first. */
  readonly history: readonly HistoryEntry[]
}

/** The paying parent of the group; every group has one. */
export function payingParentOf(group: CaseGroup): Person {
  const [person] = group.people
  if (!person) throw new Error('A case group without a paying parent.')
  return person
}

/** Open, so that it can be moved, locked, returned or orphaned: a suspended one counts as active (ALLOC-13). */
export function isLive(group: CaseGroup): boolean {
  return group.status !== 'Closed'
}
