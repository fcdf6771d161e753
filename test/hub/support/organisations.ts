import type { Organisation, StaffMember } from '../../../shared/domain/organisation.ts'
import { anOrganisation } from '../../make/an-organisation.ts'

/** The organisation with one person's facts changed. */
export function withMember(
  number: string,
  changes: Partial<StaffMember>,
  organisation: Organisation = anOrganisation(),
): Organisation {
  const staff = organisation.staff.map(member =>
    member.number === number ? { ...member, ...changes } : member,
  )
  return { ...organisation, staff }
}
