import type { SegmentName, StaffNumber, TeamId } from '../domain/ids.ts'
import type { OrganisationIndex } from '../domain/organisation-index.ts'

/** The person's name; his number where the staff list lacks him. */
export function staffName(number: StaffNumber | null, index: OrganisationIndex): string {
  if (number === null) return 'nobody'
  return index.staff.get(number)?.name ?? `staff number ${number}`
}

export function teamName(id: TeamId | null, index: OrganisationIndex): string {
  if (id === null) return 'no team'
  return index.teams.get(id)?.name ?? `team ${id}`
}

/** The segment's description; its system name where the BOM lacks it by now (BOM-4). */
export function segmentTitle(name: SegmentName, index: OrganisationIndex): string {
  return index.segments.get(name)?.description ?? name
}
