import type { StaffNumber } from '../../shared/domain/ids.ts'
import type { StaffMember } from '../../shared/domain/organisation.ts'
import type { OrganisationIndex } from '../../shared/domain/organisation-index.ts'
import type { Hub } from '../hub.ts'
import { loadOrganisation } from '../store/load-organisation.ts'

export function currentOrganisation({ database: { db } }: Hub): Promise<OrganisationIndex | undefined> {
  return loadOrganisation(db, 'none')
}

/** The person, while he has access. */
export async function activeStaff(hub: Hub, number: StaffNumber): Promise<StaffMember | undefined> {
  const member = (await currentOrganisation(hub))?.staff.get(number)
  return member?.access === 'active' ? member : undefined
}
