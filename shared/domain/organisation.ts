import type { SegmentName, StaffNumber, TeamId } from './ids.ts'
import type { IncomeSource } from './income-source.ts'
import type { Instant, PlainDate } from './time.ts'

export type Country = 'GB' | 'NI'

export interface Region {
  readonly name: string
  readonly country: Country
  /** Postcode areas (`CH`) and districts (`CH5`); a district beats its area. */
  readonly prefixes: readonly string[]
}

interface SegmentFacts {
  readonly name: SegmentName
  readonly description: string
  readonly country: Country
  /** Empty: the whole country. */
  readonly regions: readonly string[]
}

/** Owns case groups and all work on them (BOM-2). */
export interface CaseOwningSegment extends SegmentFacts {
  readonly kind: 'case-owning'
  readonly rank: number
  /** Empty: every source that no other segment of the rank and region takes. */
  readonly incomeSources: readonly IncomeSource[]
  readonly nonUk: boolean
}

/** Does specialist service requests, never owns a case group (BOM-2). */
export interface FunctionallyUniqueSegment extends SegmentFacts {
  readonly kind: 'functionally-unique'
  readonly srTypes: readonly string[]
}

export type Segment = CaseOwningSegment | FunctionallyUniqueSegment

/** The business operating model: data of the extract, with the date it holds from (BOM-5). */
export interface Bom {
  readonly effectiveFrom: PlainDate
  readonly regions: readonly Region[]
  readonly segments: readonly Segment[]
}

export type Division = 'england-and-wales' | 'scotland' | 'northern-ireland'

export interface Team {
  readonly id: TeamId
  readonly name: string
  readonly segment: SegmentName
  readonly workgroup: string
  readonly location: string
  readonly division: Division
}

export const roles = [
  'caseworker',
  'team-leader',
  'segment-manager',
  'local-it',
  'service-management',
  'closure-manager',
] as const
export type Role = (typeof roles)[number]

export interface StaffMember {
  readonly number: StaffNumber
  readonly name: string
  readonly roles: readonly Role[]
  readonly team: TeamId | null
  readonly access: 'active' | 'removed'
  readonly accessEndedOn: PlainDate | null
  readonly movedOn: PlainDate | null
  readonly previousTeam: TeamId | null
  readonly scrNominated: boolean
}

/** One aggregate: who there is and how work is divided among them. */
export interface Organisation {
  readonly kind: 'organisation'
  readonly id: 'organisation'
  /** When the extract was taken that this stands on; what the desk shows as "facts as of". */
  readonly takenAt: Instant
  readonly source: string
  readonly bom: Bom
  readonly teams: readonly Team[]
  readonly staff: readonly StaffMember[]
}
