import type { CaseGroup } from '../domain/case-group.ts'
import type { StaffNumber } from '../domain/ids.ts'
import type { Incident } from '../domain/incident.ts'
import { isOpenIncident } from '../domain/incident-steps.ts'
import type { OrganisationIndex } from '../domain/organisation-index.ts'
import type { PlainDate } from '../domain/time.ts'
import { maySee } from '../sync/buckets.ts'

/** Who has the retries and is not sent the case group, so that nobody tells him of them; null: nobody such (INC-11, ACC-2). */
export function retriesUnseen(
  incident: Incident,
  group: CaseGroup | null,
  index: OrganisationIndex,
  today: PlainDate,
): StaffNumber | null {
  const { retriesBy } = incident
  if (retriesBy === null || group === null || !isOpenIncident(incident)) return null
  return maySee(retriesBy, group, index, today) ? null : retriesBy
}
