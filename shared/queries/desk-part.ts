import type { SegmentName } from '../domain/ids.ts'
import type { Role, Segment, StaffMember } from '../domain/organisation.ts'
import { type OrganisationIndex, segmentOf } from '../domain/organisation-index.ts'

/** What somebody is at the desk: his role, and of which kind of segment (ACC-1, BOM-2). */
export type DeskPart = Role | 'specialist' | 'specialists-leader' | 'specialists-manager'

const amongSpecialists: Readonly<Partial<Record<Role, DeskPart>>> = {
  caseworker: 'specialist',
  'team-leader': 'specialists-leader',
  'segment-manager': 'specialists-manager',
}

/** One part for each role; a person can have several (ACC-1). Who does case work does it for the segment of his team. */
export function deskPartsOf(staff: StaffMember, index: OrganisationIndex): readonly DeskPart[] {
  const kind = kindOfSegment(staff, index)
  return staff.roles.flatMap(role => {
    const part = amongSpecialists[role]
    if (part === undefined) return [role]
    if (kind === undefined) return []
    return [kind === 'functionally-unique' ? part : role]
  })
}

/** The segment that somebody does case work for; null: he does none, whatever team he is in. */
export function segmentOfWork(staff: StaffMember, index: OrganisationIndex): SegmentName | null {
  return staff.roles.some(role => role in amongSpecialists) ? segmentOf(staff, index) : null
}

/** `team leader`, as one says it. */
export const partWords: Readonly<Record<DeskPart, string>> = {
  caseworker: 'caseworker',
  'team-leader': 'team leader',
  'segment-manager': 'segment manager',
  specialist: 'specialist',
  'specialists-leader': 'team leader of specialists',
  'specialists-manager': 'segment manager of specialists',
  'local-it': 'local IT',
  'service-management': 'service management',
  'closure-manager': 'closure case manager',
}

/** Whether somebody's segment does specialist work and owns no case group (BOM-2). */
export function isAmongSpecialists(staff: StaffMember, index: OrganisationIndex): boolean {
  return kindOfSegment(staff, index) === 'functionally-unique'
}

function kindOfSegment(staff: StaffMember, index: OrganisationIndex): Segment['kind'] | undefined {
  const own = segmentOf(staff, index)
  return own === null ? undefined : index.segments.get(own)?.kind
}
