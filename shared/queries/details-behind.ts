import type { CaseGroup } from '../domain/case-group.ts'
import type { DetailFault } from '../domain/detail-faults.ts'
import { answersAac, type Incident } from '../domain/incident.ts'
import type { DetailField } from '../domain/incident-details.ts'
import { isDetailed } from '../domain/incident-steps.ts'
import type { OrganisationIndex } from '../domain/organisation-index.ts'
import type { PlainDate } from '../domain/time.ts'
import { knownDetails } from './incident-prefill.ts'

// What changes by itself between the day of raising and the call.
const moving: readonly DetailField[] = [
  'serviceRequest',
  'serviceRequestStatus',
  'location',
  'team',
  'workgroup',
  'caseworkerStaffNumber',
  'teamLeaderStaffNumber',
]

/**
 * Answers that the record has otherwise by now: they were filled in on the day of raising, and AAC is told how it is on
 * the day of the call (INC-6). Nothing of one whose answers nobody can change any more.
 */
export function detailsBehind(
  incident: Incident,
  group: CaseGroup | null,
  index: OrganisationIndex,
  today: PlainDate,
): readonly DetailFault[] {
  if (!isDetailed(incident)) return []
  const request = group?.serviceRequests.find(({ number }) => number === incident.serviceRequest) ?? null
  const now = knownDetails({ group, request }, answersAac(incident), index, today)
  return moving.flatMap(field => {
    const [told, known] = [incident.details[field]?.trim(), now[field]?.trim()]
    if (!told || !known || told.toLowerCase() === known.toLowerCase()) return []
    return [{ field, severity: 'behind', words: `The record says “${known}” now.`, instead: known } as const]
  })
}
