import type { StaffNumber } from '../../shared/domain/ids.ts'
import type { OrganisationIndex } from '../../shared/domain/organisation-index.ts'
import { grantsOf } from '../../shared/sync/buckets.ts'

/**
 * Who is granted which bucket, under the organisation as it was last seen: worked out anew only when that
 * changes, because every version asks and thousands may be here.
 */
export function whoIsGranted<Member extends { readonly staffNumber: StaffNumber }>() {
  const members = new Set<Member>()
  const byBucket = new Map<string, Set<Member>>()
  let known: OrganisationIndex | undefined

  function enlist(member: Member, index: OrganisationIndex): boolean {
    const grants = grantsOf(member.staffNumber, index)
    for (const bucket of grants) {
      const those = byBucket.get(bucket) ?? new Set()
      byBucket.set(bucket, those.add(member))
    }
    return grants.length > 0
  }

  return {
    add(member: Member): void {
      members.add(member)
      if (known) enlist(member, known)
    },
    remove(member: Member): void {
      members.delete(member)
      for (const those of byBucket.values()) those.delete(member)
    },
    /** Goes over to this organisation; those who have no access under it. */
    under(index: OrganisationIndex): readonly Member[] {
      if (index === known) return []
      known = index
      byBucket.clear()
      return [...members].filter(member => !enlist(member, index))
    },
    oneOf(buckets: readonly string[]): ReadonlySet<Member> {
      return new Set(buckets.flatMap(bucket => [...(byBucket.get(bucket) ?? [])]))
    },
  }
}
