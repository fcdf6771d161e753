import type { CaseGroup, ServiceRequest } from '../../shared/domain/case-group.ts'
import type { SegmentName, StaffNumber, TeamId } from '../../shared/domain/ids.ts'
import type { Organisation } from '../../shared/domain/organisation.ts'
import { aCaseGroup, aLetter, aLock, aPerson, aRequest, number } from '../make/a-case-group.ts'
import { anOrganisation } from '../make/an-organisation.ts'

export interface World {
  readonly organisation: Organisation
  readonly groups: readonly CaseGroup[]
}

interface Place {
  readonly segment: SegmentName
  readonly team: TeamId | null
  readonly holder: StaffNumber | null
}

const place = (segment: string, team: string | null, holder: string | null): Place => ({
  segment: segment as SegmentName,
  team: team as TeamId | null,
  holder: holder as StaffNumber | null,
})

/** Where a group may be: held, in a team's queue, in a segment's. */
export const places: readonly Place[] = [
  place('FS_GB_MAINT_NO_MSR', 'N1', 'N1-1'),
  place('FS_GB_MAINT_NO_MSR', 'N1', 'N1-2'),
  place('FS_GB_MAINT_NO_MSR', 'N2', 'N2-1'),
  place('FS_GB_MAINT_NO_MSR', null, null),
  place('FS_GB_MAINT_SO_MSR', 'S1', 'S1-1'),
  place('FS_GB_ENFMT_NO_ELC', 'E1', 'E1-1'),
  place('FS_GB_ENFMT_NO_ELC', 'E1', null),
]

export const secretPlaces: readonly Place[] = [
  place('FS_GB_CCLNT_SCR', 'SCR', 'SCR-1'),
  place('FS_GB_CCLNT_SCR', 'SCR', null),
]

/** Thirty groups of every sort that matters here, five of them nationally sensitive. */
export function firstWorld(): World {
  const groups = Array.from({ length: 30 }, (_, at) => groupAt(at))
  return { organisation: anOrganisation(), groups }
}

function groupAt(at: number): CaseGroup {
  const sensitive = at % 6 === 5
  const where = sensitive ? secretPlaces[at % 2] : places[at % places.length]
  return aCaseGroup({
    id: number(String(10_000_000 + at)),
    title: `Group ${at}`,
    people: [aPerson('pp', { lastName: `Parent ${at}`, nationallySensitive: sensitive }), aPerson('rp')],
    compliant: at % 4 !== 3,
    sensitive,
    lock: at % 5 === 2 ? aLock() : null,
    serviceRequests: at % 3 === 1 ? [requestAt(at, where?.holder ?? null)] : [],
    post: at % 7 === 3 ? [aLetter(`post-${at}`)] : [],
    ...where,
  })
}

// Some not started, some that move their group when they close (ALLOC-6).
function requestAt(at: number, holder: StaffNumber | null): ServiceRequest {
  const flipsTo = at % 2 === 0 ? 'compliant=N' : null
  return aRequest(`sr-${at}`, {
    holder,
    flipsTo,
    ...(at % 9 === 1 ? { status: 'Not Started', activities: [] } : {}),
  })
}
