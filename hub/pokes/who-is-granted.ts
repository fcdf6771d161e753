import type { StaffNumber } from '../../shared/domain/ids.ts'
import type { OrganisationIndex } from '../../shared/domain/organisation-index.ts'
import type { PlainDate } from '../../shared/domain/time.ts'
import { grantsOf } from '../../shared/sync/buckets.ts'

/**
 * Who is granted which bucket, under the organisation and on the day as they were last seen: worked out anew only
 * when they change, because every version asks and thousands may be here.
 */
export function whoIsGranted<Member extends { readonly staffNumber: StaffNumber }>() {
  const members = new Set<Member>()
  const byBucket = new Map<string, Set<Member>>()
  let known: { readonly index: OrganisationIndex; readonly today: PlainDate } | undefined

  function enlist(member: Member, { index, today }: NonNullable<typeof known>): boolean {
    const grants = grantsOf(member.staffNumber, index, today)
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
    /** Goes over to this organisation and day; those who have no access under it. */
    under(index: OrganisationIndex, today: PlainDate): readonly Member[] {
      if (index === known?.index && today === known.today) return []
      const now = { index, today }
      known = now
      byBucket.clear()
      return [...members].filter(member => !enlist(member, now))
    },
    oneOf(buckets: readonly string[]): ReadonlySet<Member> {
      return new Set(buckets.flatMap(bucket => [...(byBucket.get(bucket) ?? [])]))
    },
  }
}
