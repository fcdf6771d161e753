import { placementOf } from '../domain/allocation.ts'
import type { BomIndex } from '../domain/bom-index.ts'
import { type CaseGroup, isLive } from '../domain/case-group.ts'
import { countries } from '../domain/country-name.ts'
import type { SegmentName } from '../domain/ids.ts'
import type { CaseOwningSegment } from '../domain/organisation.ts'

/** Case groups that belong from one segment to another: what allocation drift would move (IMP-8). */
export interface Flow {
  readonly from: SegmentName
  readonly to: SegmentName
  /** Would move now. */
  readonly groups: number
  /** Would, but for the lock. */
  readonly held: number
}

/** A case-owning segment with what a person can see of it. */
export interface SegmentStanding {
  readonly name: SegmentName
  /** Null: the BOM lacks it by now, and groups still sit in it. */
  readonly segment: CaseOwningSegment | null
  /** Live case groups that sit in it. */
  readonly groups: number
  readonly out: number
  readonly heldOut: number
  readonly in: number
  readonly heldIn: number
  /** Cannot be allocated and stay, flagged (ALLOC-8). */
  readonly unplaced: number
}

export interface SegmentMap {
  /** Every case-owning segment, the highest rank first, and below them those that the BOM lacks. */
  readonly standings: readonly SegmentStanding[]
  /** The most first. */
  readonly flows: readonly Flow[]
  readonly total: Pick<SegmentStanding, 'groups' | 'out' | 'heldOut' | 'unplaced'>
}

/** Where these case groups sit and where they belong; of everybody else's it knows nothing. */
export function segmentMapOf(groups: Iterable<CaseGroup>, bom: BomIndex): SegmentMap {
  const tallies = new Map<SegmentName, Tally>()
  const flows = new Map<string, Counted<Flow>>()
  for (const group of groups) {
    if (isLive(group)) count(group, bom, tallies, flows)
  }
  const known = segmentsInOrder(bom)
  const unknown = [...tallies.keys()].filter(name => !bom.caseOwning.has(name)).sort()
  const standings = [
    ...known.map(segment => ({ name: segment.name, segment, ...(tallies.get(segment.name) ?? nothing()) })),
    ...unknown.map(name => ({ name, segment: null, ...(tallies.get(name) ?? nothing()) })),
  ]
  const sum = (of: keyof Tally) => standings.reduce((total, standing) => total + standing[of], 0)
  return {
    standings,
    flows: [...flows.values()].sort(mostFirst),
    total: { groups: sum('groups'), out: sum('out'), heldOut: sum('heldOut'), unplaced: sum('unplaced') },
  }
}

type Counted<Of> = { -readonly [Key in keyof Of]: Of[Key] }
type Tally = Counted<Omit<SegmentStanding, 'name' | 'segment'>>

const nothing = (): Tally => ({ groups: 0, out: 0, heldOut: 0, in: 0, heldIn: 0, unplaced: 0 })

function count(
  group: CaseGroup,
  bom: BomIndex,
  tallies: Map<SegmentName, Tally>,
  flows: Map<string, Counted<Flow>>,
): void {
  const here = tallyOf(group.segment, tallies)
  here.groups++
  const { segment: to, wouldMove, heldByLock } = placementOf(group, bom)
  if (to === null) here.unplaced++
  if (to === null || !(wouldMove || heldByLock)) return
  const there = tallyOf(to, tallies)
  const key = `${group.segment} ${to}`
  const flow = flows.get(key) ?? { from: group.segment, to, groups: 0, held: 0 }
  flows.set(key, flow)
  if (wouldMove) {
    here.out++
    there.in++
    flow.groups++
  } else {
    here.heldOut++
    there.heldIn++
    flow.held++
  }
}

function tallyOf(name: SegmentName, tallies: Map<SegmentName, Tally>): Tally {
  const found = tallies.get(name) ?? nothing()
  tallies.set(name, found)
  return found
}

// By rank, then country, then where its first region stands in the BOM, as the map draws them.
function segmentsInOrder({ bom, caseOwning }: BomIndex): readonly CaseOwningSegment[] {
  const place = new Map(bom.regions.map(({ name }, at) => [name, at]))
  const firstRegion = ({ regions }: CaseOwningSegment) =>
    Math.min(
      ...regions.map(name => place.get(name) ?? 0),
      regions.length === 0 ? -1 : Number.POSITIVE_INFINITY,
    )
  return [...caseOwning.values()].sort(
    (one, other) =>
      one.rank - other.rank ||
      countries.indexOf(one.country) - countries.indexOf(other.country) ||
      firstRegion(one) - firstRegion(other) ||
      (one.name < other.name ? -1 : 1),
  )
}

const mostFirst = (one: Flow, other: Flow) =>
  other.groups + other.held - one.groups - one.held ||
  (`${one.from} ${one.to}` < `${other.from} ${other.to}` ? -1 : 1)
