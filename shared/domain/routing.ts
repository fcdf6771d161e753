import { type BomIndex, covers, regionOf } from './bom-index.ts'
import type { CaseGroup, Person, ServiceRequest } from './case-group.ts'
import type { FunctionallyUniqueSegment } from './organisation.ts'

/**
 * The specialist segment a functionally unique request routes to, by the postcode of the person it is
 * raised against; the case group does not move (ALLOC-9). Null: no usable postcode, or nobody does it there.
 */
export function routeOf(
  request: Pick<ServiceRequest, 'type' | 'raisedAgainst'>,
  group: CaseGroup,
  bom: BomIndex,
): FunctionallyUniqueSegment | null {
  const person = group.people.find(({ scin }) => scin === request.raisedAgainst)
  return person ? segmentFor(request.type, person, bom) : null
}

function segmentFor(type: string, { postcode }: Person, bom: BomIndex): FunctionallyUniqueSegment | null {
  const region = postcode === null ? undefined : regionOf(postcode, bom)
  if (!region) return null
  const able = bom.functionallyUnique.filter(segment => segment.srTypes.includes(type))
  return able.find(segment => covers(segment, region)) ?? null
}
